import { renderText } from '../../../domain/texts/render-text.js';
import { placeholdersOf } from '../../../domain/texts/template.js';
import { type Placeholder, TEXT_KEYS, type TextKey } from '../../../domain/texts/text-keys.js';
import { textReader } from '../../../tools/month/read-ask.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
const understand = textReader(town);

const SAMPLES: Readonly<Partial<Record<Placeholder, string>>> = { code: 'K7Q3', request: '7Q3K-9M2X' };
const keys = Object.keys(TEXT_KEYS) as TextKey[];
const asks = keys.filter((key) => key.startsWith('ask-') && key !== 'ask-link');

describe.each(['zh-CN', 'en'] as const)('a person who reads texts in %s', (language) => {
  it.each(asks)('knows which ask %s is, and its code', (key) => {
    const values = Object.fromEntries(TEXT_KEYS[key].map((name) => [name, SAMPLES[name] ?? `some ${name}`]));
    const understood = understand(renderText(town, key, language, values));
    expect(understood).toMatchObject({ key, values: { code: 'K7Q3' } });
  });

  it.each(keys.filter((key) => placeholdersOf(town.texts[key]?.[language] ?? '').includes('request')))(
    'finds the number of the request in %s, whatever stands before it',
    (key) => {
      const values = Object.fromEntries(TEXT_KEYS[key].map((name) => [name, SAMPLES[name] ?? '燃气抢险']));
      const understood = understand(renderText(town, key, language, values));
      expect(understood?.values['request']).toBe('7Q3K-9M2X');
    },
  );

  it('makes nothing of what the town did not write', () => {
    expect(understand(`${town.settings.sms.signature[language]}12345`)).toBeUndefined();
    expect(understand('hello')).toBeUndefined();
  });
});
