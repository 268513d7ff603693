import { findPhone } from '../../../domain/contact/phone.js';
import { whyNobodys } from '../../../domain/contact/whose-number.js';
import { sampleTown } from '../../towns/sample-town.js';

const { settings } = sampleTown();
const elmford = sampleTown('elmford').settings;

describe('a number', () => {
  it.each([
    ['a mobile', '+8619911110001', undefined],
    ['a mobile that begins with 16', '+8616612345678', undefined],
    ['a landline of the county', '+865435550119', undefined],
    ['a landline of Beijing', '+861066001234', undefined],
    ['a landline of Ningxia', '+869516001234', undefined],
    ["the town's own", settings.sms.number, 'own'],
    ['premium-rate', '+8616812345', 'service'],
    ['a service of 400', '+864008008000', 'service'],
    ['a sender of notices', '+86106575201234', 'service'],
    ["a carrier's", '+8610086', 'service'],
    ['a short number without a country', '10086', 'foreign'],
    ['of another country', '+447700900123', 'foreign'],
  ] as const)('in Sanhehu, %s', (_, number, why) => {
    expect(whyNobodys(number, settings)).toBe(why);
  });

  it.each([
    ['a mobile', '+353209100001', undefined],
    ['a landline of Dublin', '+35315551234', undefined],
    ['premium-rate', '+3531550123456', 'service'],
    ['a short one', '+35351234', 'service'],
    ['of another country', '+8619911110001', 'foreign'],
  ] as const)('in Elmford, %s', (_, number, why) => {
    expect(whyNobodys(number, elmford)).toBe(why);
  });

  it('in free words is the first that somebody may hold', () => {
    expect(findPhone('代报 打1069900077没人接，本人电话19911110007', settings)).toBe('+8619911110007');
  });
});
