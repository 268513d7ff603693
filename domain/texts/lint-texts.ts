import { ASK_KIND_NAMES, ASK_KINDS } from '../asks/ask-kinds.js';
import { optionList } from '../asks/option-words.js';
import { type Bilingual, languageSchema, type Language } from '../words/language.js';
import type { Town, TownSettings } from '../town/schema.js';
import { isBrief } from './briefs.js';
import { MUST_ACT, NEEDED_TO_ACT } from './must-act.js';
import { mannerProblems } from './manner-problems.js';
import { placeholderOf } from './placeholder.js';
import { fillTemplate, fixedWords, placeholdersOf, withoutOptional, withoutSpare } from './template.js';
import { FEWEST_WORDS, mostParts } from './fit-words.js';
import { type Placeholder, PLACEHOLDER_LENGTH, TEXT_KEYS, type TextKey } from './text-keys.js';

/** Characters of one of several parts. Chinese is always sent as UCS-2, and English with a Chinese name too. */
const PART = 67;

/** A problem of one text of a town. */
export interface TextProblem {
  readonly key: string;
  readonly language: Language;
  readonly problem: Bilingual;
}

/** Texts by key and language, as far as there are any. */
export type Templates = Readonly<Record<string, Partial<Town['texts'][string]>>>;

const isTextKey = (key: string): key is TextKey => Object.hasOwn(TEXT_KEYS, key);

function longestOf(name: string, key: string, language: Language): number {
  if (name === 'words') return FEWEST_WORDS;
  if (name === 'before') return 0;
  if (name === 'options') return longestOptions(key, language);
  return Object.entries(PLACEHOLDER_LENGTH).find(([placeholder]) => placeholder === name)?.[1] ?? 0;
}

/** The kind of ask that a text puts: "ask-report-duplicate" is a report, "ask-re-check-request" a re-check. */
function longestOptions(key: string, language: Language): number {
  const kinds = ASK_KIND_NAMES.filter((kind) => key.replace('ask-task-', 'ask-').startsWith(`ask-${kind}`));
  const [kind] = kinds.toSorted((a, b) => b.length - a.length);
  if (kind === undefined) return 0;
  // Nobody refuses in an emergency, and nobody who does a report's step otherwise is passed over.
  const never = kind === 'report' ? (key.includes('emergency') ? 'refuse' : 'decline') : undefined;
  const options = ASK_KINDS[kind].map(({ option }) => option).filter((option) => option !== never);
  return optionList(kind, options, language).length;
}

/** The text with signature and placeholders at their longest, without spare parts; people's words shortest. */
export const longestRendering = (
  key: string,
  language: Language,
  signature: string,
  template: string,
): string =>
  signature + fillTemplate(withoutSpare(template), (name) => '字'.repeat(longestOf(name, key, language)));

/**
 * Everything wrong with a town's texts: a key or a language that is missing, a key nobody uses, a placeholder the text
 * may not name, a brace left open, texts that could need more parts than they may, that leave out what whoever acts on
 * them needs, and bad manners. Empty when all is well.
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
    ...emptyProblems(template),
    ...lengthProblems(key, language, settings.sms.signature[language], template),
    ...missingProblems(key, template),
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
  /[{}[\]<>]/.test(fixedWords(template))
    ? [{ 'zh-CN': '有括号未配对', en: 'has a brace or bracket that is not closed or not opened' }]
    : [];

/** A placeholder that may be empty stands in a part that can be left out: no colon is followed by nothing. */
const emptyProblems = (template: string): Bilingual[] =>
  placeholdersOf(withoutOptional(template)).includes('reason')
    ? [
        {
          'zh-CN': '{reason} 可能为空，须连同引出它的字写在 [ ] 内',
          en: 'must hold {reason}, which may be empty, between [ and ], with the words that lead to it',
        },
      ]
    : [];

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

function lengthProblems(key: TextKey, language: Language, signature: string, template: string): Bilingual[] {
  const { length } = longestRendering(key, language, signature, template);
  if (isBrief(key)) return briefProblems(length - signature.length);
  const parts = mostParts(key);
  return length > parts * PART
    ? [
        {
          'zh-CN': `最长 ${length} 字，${parts} 条长短信最多 ${parts * PART} 字`,
          en: `has ${length} characters at its longest; ${parts * PART} fit into ${parts} parts`,
        },
      ]
    : [];
}

/** Whoever must act reads the sender's words, where, whom to call and until when; whoever is asked, the options. */
function missingProblems(key: TextKey, template: string): Bilingual[] {
  const named = new Set(placeholdersOf(withoutSpare(template)));
  const needed = MUST_ACT.has(key)
    ? NEEDED_TO_ACT
    : NEEDED_TO_ANSWER.filter((name) => placeholderOf(key, name));
  const missing = needed.filter((name) => !named.has(name)).map((name) => `{${name}}`);
  if (missing.length === 0) return [];
  const all = missing.join(' ');
  return [
    {
      'zh-CN': `须写明 ${all}：办事的人要知道何事、何处、联系谁、何时前`,
      en: `must name ${all}: whoever acts on it needs them`,
    },
  ];
}

const NEEDED_TO_ANSWER: readonly Placeholder[] = ['options'];
