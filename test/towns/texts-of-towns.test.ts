import { join } from 'node:path';
import { mostParts } from '../../domain/texts/fit-words.js';
import { renderText } from '../../domain/texts/render-text.js';
import { smsParts } from '../../domain/texts/sms-parts.js';
import {
  type Placeholder,
  PLACEHOLDER_LENGTH,
  TEXT_KEYS,
  type TextKey,
} from '../../domain/texts/text-keys.js';
import { languageSchema } from '../../domain/words/language.js';
import { settingsSchema } from '../../domain/town/schema.js';
import { folderFiles } from '../../towns/folder-files.js';
import { ImportReport } from '../../towns/import-report.js';
import { readTexts } from '../../towns/read-texts.js';
import { fit, readYaml } from '../../towns/yaml-file.js';

const KEYS = Object.keys(TEXT_KEYS) as TextKey[];
const NAMES = Object.keys(PLACEHOLDER_LENGTH) as Placeholder[];

/** Something for every placeholder, but for what may be empty. */
const valuesBut = (empty: readonly Placeholder[], word: string) =>
  Object.fromEntries(NAMES.map((name) => [name, empty.includes(name) ? '' : word]));

/** What may be empty: a reason that nobody gave, a date that nobody knows, a first week without a week before. */
const MAY_BE_EMPTY = ['reason', 'due', 'before'] as const;
const emptyIn = (key: TextKey): Placeholder[] => {
  const named: readonly Placeholder[] = TEXT_KEYS[key];
  const dueMayBe = key === 'reply-news';
  return MAY_BE_EMPTY.filter((name) => named.includes(name) && (name !== 'due' || dueMayBe));
};

/** The texts alone, and what they are sent with: the rest of a town takes seconds to read. */
function textsOf(dir: string) {
  const report = new ImportReport();
  const files = folderFiles(dir);
  const yaml = readYaml(files, 'settings.yaml', report);
  const settings = yaml && fit(settingsSchema, yaml.value, yaml.locate, report);
  const texts = readTexts(files, report);
  if (!settings || !texts) throw new Error(JSON.stringify(report.problems));
  return { settings, texts };
}

describe.each(['sanhehu', 'elmford'])('the texts of %s', (id) => {
  const town = textsOf(join('towns', id));

  describe.each(languageSchema.options)('in %s', (language) => {
    it.each(KEYS.filter((key) => emptyIn(key).length > 0))('%s has no gap where nothing is said', (key) => {
      const text = renderText(town, key, language, valuesBut(emptyIn(key), 'X'));
      expect(text).not.toMatch(/[:：，,、(（“]\s*(?:$|[。.，,;；)）”])|[。，；]{2}|\s\s|\.\.|[[\]<>]/);
    });

    it.each(KEYS)('%s has no gap and no mark of its parts where all is said', (key) => {
      const text = renderText(town, key, language, valuesBut([], 'X'));
      expect(text).not.toMatch(/[[\]<>{}]|[，,]\s*[，,]|[。，；：]{2}|[^\n]\s\s/);
    });

    it.each(KEYS)('%s fits, however long the names and what somebody wrote', (key) => {
      for (const word of ['很长的话'.repeat(60), 'a long story of Town Centre '.repeat(12)]) {
        const options = '1已备齐';
        const text = renderText(town, key, language, { ...valuesBut([], word), options, code: 'K7Q3' });
        expect(smsParts(text).parts).toBeLessThanOrEqual(mostParts(key));
      }
    });

    it('Chinese is set as Chinese: no gap between its words and figures, no half-width marks, no 「」', () => {
      if (language === 'en') return;
      for (const key of KEYS) {
        const words = town.texts[key]?.[language] ?? '';
        expect(words).not.toMatch(/[「」]|[一-鿿][,;:!?(]|[)][一-鿿]/);
      }
    });
  });
});
