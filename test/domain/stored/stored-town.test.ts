import { completeStoredTown } from '../../../domain/stored/stored-town.js';
import { caseTown } from '../request/case-town.js';

const town = caseTown();
const STANDARD = Object.fromEntries(
  Object.keys(town.texts).map((key) => [key, { 'zh-CN': '标准', en: 'standard' }]),
);
const completed = (stored: object, shape = 0) =>
  completeStoredTown({ ...town, ...stored }, shape, () => STANDARD) as typeof town;
const words = (en: string) => ({ 'zh-CN': en, en });

describe('a town that was stored by an earlier version', () => {
  it('keeps every setting and every word of its own that still holds', () => {
    expect(completed({})).toEqual(town);
  });

  it('is given what it could not say: a setting, a part of one, a text', () => {
    const { cards: _cards, ...settings } = town.settings;
    const { late: _late, ...texts } = town.texts;
    const given = completed({ settings: { ...settings, sms: { ...settings.sms, caps: undefined } }, texts });
    expect(given.settings.cards.red.overdueDay).toBe(1);
    expect(given.settings.sms.caps.everyday.resident).toBe(30);
    expect(given.settings.sms.number).toBe(town.settings.sms.number);
    expect(given.texts['late']).toEqual(STANDARD['late']);
  });

  it.each([
    ['that spell out digits instead of the options of today', 'ask-outcome', '1 done, 2 later. {code}', 0],
    ['that name what the text names no more', 'appointment', 'on {when}: {reason}', 1],
  ])('does not say words %s', (_title, key, said, shape) => {
    const { texts } = completed({ texts: { ...town.texts, [key]: words(said) } }, shape);
    expect(texts[key]).toEqual(STANDARD[key]);
  });

  it('forgets words that nothing says any more, which an import would refuse', () => {
    const { texts } = completed({ texts: { ...town.texts, 'told-outcome': words('gone') } });
    expect(texts).not.toHaveProperty('told-outcome');
  });
});
