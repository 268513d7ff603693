import { type Bilingual, languageSchema, type Language } from '../town/language.js';
import type { Town, TownSettings } from '../town/schema.js';
import { BRIEFS } from './briefs.js';
import { mannerProblems } from './manner-problems.js';
import { placeholderOf } from './placeholder.js';
import { fillTemplate, fixedWords, placeholdersOf } from './template.js';
import { PLACEHOLDER_LENGTH, TEXT_KEYS, type TextKey } from './text-keys.js';

/** Two parts of 67 characters each, what one text may cost. Chinese is always sent as UCS-2. */
const LONGEST_TEXT = 134;

/** What is wrong with one text of a town. */
export interface TextProblem {
  readonly key: string;
  readonly language: Language;
  readonly problem: Bilingual;
}

/** Texts by key and language, as far as there are any. */
export type Templates = Readonly<Record<string, Partial<Town['texts'][string]>>>;

const isTextKey = (key: string): key is TextKey => Object.hasOwn(TEXT_KEYS, key);

const longestOf = (name: string): number =>
  Object.entries(PLACEHOLDER_LENGTH).find(([placeholder]) => placeholder === name)?.[1] ?? 0;

/** The text with its signature and every placeholder as long as it is ever rendered. */
export function longestRendering(signature: string, template: string): string {
  return signature + fillTemplate(template, (name) => '字'.repeat(longestOf(name)));
}

/**
 * Everything wrong with a town's texts: a key or a language that is missing, a key nobody uses, a placeholder the text may not
 * name, a brace left open, texts that could need more than two UCS-2 parts, and bad manners. Empty when all is well.
 */
export function lintTexts(texts: Templates, settings: Pick<TownSettings, 'sms'>): TextProblem[] {
  const keys = [...new Set([...Object.keys(TEXT_KEYS), ...Object.keys(texts)])];
  return keys.flatMap((key) =>
    languageSchema.options.flatMap((language) =>
      problemsOf(key, language, texts[key]?.[language], settings).map((problem) => ({
        key,
        language,
        problem,
      })),
    ),
  );
}

function problemsOf(
  key: string,
  language: Language,
  template: string | undefined,
  settings: Pick<TownSettings, 'sms'>,
): Bilingual[] {
  if (!isTextKey(key))
    return template === undefined ? [] : [{ 'zh-CN': '没有这一条短信', en: 'no text has this key' }];
  if (template === undefined || template.trim() === '') return [{ 'zh-CN': '缺失', en: 'is missing' }];
  return [
    ...placeholderProblems(key, template),
    ...braceProblems(template),
    ...lengthProblems(key, settings.sms.signature[language], template),
    ...mannerProblems(key, language, template, settings),
  ];
}

function placeholderProblems(key: TextKey, template: string): Bilingual[] {
  const unknown = new Set(placeholdersOf(template).filter((name) => !placeholderOf(key, name)));
  const allowed = TEXT_KEYS[key].map((name) => `{${name}}`).join(' ');
  return [...unknown].map((name) => ({
    'zh-CN': `含 {${name}}，可用的占位符：${allowed || '无'}`,
    en: `names {${name}}, which is not among its placeholders: ${allowed || 'none'}`,
  }));
}

const braceProblems = (template: string): Bilingual[] =>
  /[{}]/.test(fixedWords(template))
    ? [{ 'zh-CN': '有花括号未配对', en: 'has a brace that is not closed or not opened' }]
    : [];

/** Whether it is no text by itself but a line of a summary. */
export const isBrief = (key: string): boolean => Object.values<string>(BRIEFS).includes(key);

/** Two lines at least fit into one summary. */
const LONGEST_BRIEF = PLACEHOLDER_LENGTH.lines / 2 - 1;

const briefProblems = (length: number): Bilingual[] =>
  length > LONGEST_BRIEF
    ? [
        {
          'zh-CN': `最长 ${length} 字，汇总中的一行最多 ${LONGEST_BRIEF} 字`,
          en: `has ${length} characters at its longest; a line of a summary has at most ${LONGEST_BRIEF}`,
        },
      ]
    : [];

function lengthProblems(key: TextKey, signature: string, template: string): Bilingual[] {
  const { length } = longestRendering(signature, template);
  if (isBrief(key)) return briefProblems(length - signature.length);
  return length > LONGEST_TEXT
    ? [
        {
          'zh-CN': `最长 ${length} 字，两条长短信最多 ${LONGEST_TEXT} 字`,
          en: `has ${length} characters at its longest; ${LONGEST_TEXT} fit into two parts`,
        },
      ]
    : [];
}
