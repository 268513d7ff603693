import { type Bilingual, languageSchema, type Language } from '../words/language.js';
import type { TownSettings } from '../town/schema.js';
import { isBrief } from './briefs.js';
import { lintTexts, longestRendering, type Templates } from './lint-texts.js';
import { placeholdersOf } from './template.js';

/** Places in one part, and in each of several (3GPP TS 23.040), of UCS-2. */
const SINGLE = 70;
const JOINED = 67;

/** One text of a town as it goes out at its longest, and what is wrong with it. */
export interface DescribedText {
  readonly key: string;
  readonly language: Language;
  /** With signature, every placeholder at its longest; 0 where there is no text. */
  readonly characters: number;
  /** Parts of UCS-2, as Chinese is always sent; 0 for a line of a summary, which is no text by itself. */
  readonly parts: number;
  readonly signature: string;
  readonly placeholders: readonly string[];
  readonly problems: readonly Bilingual[];
}

/** Every text of a town in both languages, those that are missing included. */
export function describeTexts(texts: Templates, settings: Pick<TownSettings, 'sms'>): DescribedText[] {
  const problems = lintTexts(texts, settings);
  const keys = new Set([...Object.keys(texts), ...problems.map(({ key }) => key)]);
  return [...keys].flatMap((key) =>
    languageSchema.options.map((language) => ({
      key,
      language,
      ...sizeOf(key, language, texts[key]?.[language] ?? '', settings.sms.signature[language]),
      problems: problems
        .filter((one) => one.key === key && one.language === language)
        .map(({ problem }) => problem),
    })),
  );
}

function sizeOf(key: string, language: Language, template: string, town: string) {
  const placeholders = [...new Set(placeholdersOf(template))];
  if (template === '') return { characters: 0, parts: 0, signature: '', placeholders };
  const signature = isBrief(key) ? '' : town;
  const characters = longestRendering(key, language, signature, template).length;
  const parts = characters <= SINGLE ? 1 : Math.ceil(characters / JOINED);
  return { characters, parts: isBrief(key) ? 0 : parts, signature, placeholders };
}
