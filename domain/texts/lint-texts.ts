import { languageSchema, type Language } from '../town/language.js';
import type { Town, TownSettings } from '../town/schema.js';
import { BRIEFS } from './briefs.js';
import { placeholderOf } from './placeholder.js';
import { fillTemplate, fixedWords, placeholdersOf } from './template.js';
import { PLACEHOLDER_LENGTH, TEXT_KEYS, type TextKey } from './text-keys.js';

/** Two parts of 67 characters each, what one text may cost. Chinese is always sent as UCS-2. */
const LONGEST_TEXT = 134;

/** What is wrong with one text of a town. */
export interface TextProblem {
  readonly key: string;
  readonly language: Language;
  readonly problem: string;
}

const isTextKey = (key: string): key is TextKey => Object.hasOwn(TEXT_KEYS, key);

const longestOf = (name: string): number =>
  Object.entries(PLACEHOLDER_LENGTH).find(([placeholder]) => placeholder === name)?.[1] ?? 0;

/** The text with its signature and every placeholder as long as it is ever rendered. */
export function longestRendering(signature: string, template: string): string {
  return signature + fillTemplate(template, (name) => '字'.repeat(longestOf(name)));
}

/**
 * Everything wrong with a town's texts: a key or a language that is missing, a key nobody uses, a placeholder the text may not
 * name, a brace left open, and texts that could need more than two UCS-2 parts. Empty when all is well.
 */
export function lintTexts(
  texts: Readonly<Record<string, Partial<Town['texts'][string]>>>,
  settings: Pick<TownSettings, 'sms'>,
): TextProblem[] {
  const keys = [...new Set([...Object.keys(TEXT_KEYS), ...Object.keys(texts)])];
  return keys.flatMap((key) =>
    languageSchema.options.flatMap((language) =>
      problemsOf(key, texts[key]?.[language], settings.sms.signature[language]).map((problem) => ({
        key,
        language,
        problem,
      })),
    ),
  );
}

function problemsOf(key: string, template: string | undefined, signature: string): string[] {
  if (!isTextKey(key)) return template === undefined ? [] : ['no text has this key'];
  if (template === undefined || template.trim() === '') return ['is missing'];
  return [
    ...placeholderProblems(key, template),
    ...braceProblems(template),
    ...lengthProblems(key, signature, template),
  ];
}

function placeholderProblems(key: TextKey, template: string): string[] {
  const unknown = new Set(placeholdersOf(template).filter((name) => !placeholderOf(key, name)));
  const allowed = TEXT_KEYS[key].map((name) => `{${name}}`).join(' ') || 'none';
  return [...unknown].map((name) => `names {${name}}, which is not among its placeholders: ${allowed}`);
}

const braceProblems = (template: string): string[] =>
  /[{}]/.test(fixedWords(template)) ? ['has a brace that is not closed or not opened'] : [];

const isBrief = (key: TextKey): boolean => Object.values<TextKey>(BRIEFS).includes(key);

/** Two lines at least fit into one summary. */
const LONGEST_BRIEF = PLACEHOLDER_LENGTH.lines / 2 - 1;

const briefProblems = (length: number): string[] =>
  length > LONGEST_BRIEF
    ? [`has ${length} characters at its longest; a line of a summary has at most ${LONGEST_BRIEF}`]
    : [];

function lengthProblems(key: TextKey, signature: string, template: string): string[] {
  const { length } = longestRendering(signature, template);
  if (isBrief(key)) return briefProblems(length - signature.length);
  return length > LONGEST_TEXT
    ? [`has ${length} characters at its longest; ${LONGEST_TEXT} fit into two parts`]
    : [];
}
