import { dialledPhone, homeOf } from '../../../domain/contact/national-number.js';
import { renderText } from '../../../domain/texts/render-text.js';
import { callNumbers } from '../../../domain/texts/call-numbers.js';
import { settings, town } from '../small-town.js';

describe('a number in a text', () => {
  it.each([
    ['a mobile number', '+8619900000154', '+861', '19900000154'],
    ['a landline, the area apart', '+865438880000', '+861', '0543-8880000'],
    ['a number that companies answer at', '+864000001234', '+861', '400-000-1234'],
    ['an Irish mobile number', '+353861110000', '+3538', '0861110000'],
    ['an Irish landline', '+35318001234', '+3538', '018001234'],
  ])('of the reader’s country is dialled as it stands, in one piece: %s', (_what, number, reader, shown) => {
    expect(dialledPhone(number, reader)).toBe(shown);
  });

  it.each([
    ['another country', '+8619900000154', '+353861110000'],
    ['a country whose numbers are not known here', '+15555550100', '+15555550101'],
    ['readers of several countries', '+8619900000154', ''],
  ])('of %s keeps its calling code', (_what, number, reader) => {
    expect(dialledPhone(number, reader)).toBe(number);
  });

  it('is of the readers’ country where the town texts one country alone', () => {
    expect(homeOf({ countryCodes: ['86'] })).toBe('+86');
    expect(homeOf({ countryCodes: ['86', '852'] })).toBe('');
  });
});

describe('a text', () => {
  const both = (text: string) => ({ 'zh-CN': text, en: text });
  const texts = {
    reopened: both('{person} {phone}'),
    'told-call-list': both('{calls} {words}'),
  };
  const here = town({ texts });

  it('names numbers as its reader dials them, and leaves what people wrote as they wrote it', () => {
    const values = { person: '张三', phone: '+8619900000154' };
    const to = (reader?: string) => renderText(here, 'reopened', 'zh-CN', values, reader);
    expect(to()).toContain('张三 19900000154');
    expect(to('+8619900000901')).toContain('张三 19900000154');
    expect(to('+353861110000')).toContain('张三 +8619900000154');
    const said = { calls: '', words: '打我 +8619900000154' };
    expect(renderText(here, 'told-call-list', 'zh-CN', said)).toContain('打我 +8619900000154');
  });

  it('names whom to call likewise, and short numbers as they are', () => {
    const contact = (name: string, phone: string) => ({ id: 'x', name: { 'zh-CN': name, en: name }, phone });
    const calls = callNumbers([contact('值班室', '+865438880000'), contact('消防', '119')], 'zh-CN');
    const text = renderText(here, 'told-call-list', 'zh-CN', { calls, words: '' });
    expect(text).toContain('值班室0543-8880000、消防119');
  });

  it('names the town’s own number as it is texted, not as one of the capital’s', () => {
    const phone = '+861069900077';
    const own = town({ texts, settings: settings({ sms: { ...here.settings.sms, number: phone } }) });
    expect(renderText(own, 'reopened', 'zh-CN', { person: '镇里', phone })).toContain('镇里 1069900077');
  });
});
