import { findPhone, readPhone } from '../../../domain/contact/phone.js';
import { settings } from '../small-town.js';

const town = settings();
const american = { sms: { ...town.sms, countryCodes: ['1', '86'] } };

describe('a telephone number', () => {
  it.each([
    ['19900000901', '+8619900000901'],
    ['199 0000 0901', '+8619900000901'],
    ['199-0000-0901', '+8619900000901'],
    ['+86 199 0000 0901', '+8619900000901'],
    ['008619900000901', '+8619900000901'],
    ['１９９００００ ０９０１', '+8619900000901'],
    ['0543 3000000', '+865433000000'],
    ['010 6990 0077', '+861069900077'],
    ['+1 202 555 0100', '+12025550100'],
  ])('written "%s" is read as %s', (text, phone) => {
    expect(readPhone(text, town)).toBe(phone);
  });

  it.each(['', 'none', '12', '199000009011234567', '+86', '1990000', '1990000090', '199000009011'])(
    'is none: "%s"',
    (text) => {
      expect(readPhone(text, town)).toBeUndefined();
    },
  );

  it('without a country code is one of the town\u2019s first country', () => {
    expect(readPhone('202 555 0100', american)).toBe('+12025550100');
  });
});

describe('a telephone number among words', () => {
  it.each([
    ['朱口村3组 示例老人 19900000901 路灯不亮', '+8619900000901'],
    ['示例老人（１９９０００００９０１）', '+8619900000901'],
    ['Sample Elder, +86 199 0000 0901, the lamp is dark', '+8619900000901'],
  ])('is found: "%s"', (words, phone) => {
    expect(findPhone(words, town)).toBe(phone);
  });

  it.each(['朱口村3组路灯不亮', 'at 9:00 on 24/8', '2026年8月24日', '王大爷 1990000090 路灯不亮'])(
    'is not made up: "%s"',
    (words) => {
      expect(findPhone(words, town)).toBeUndefined();
    },
  );

  it('is the first of several', () => {
    expect(findPhone('19900000901 或 19900000902', town)).toBe('+8619900000901');
  });
});
