import type * as z from 'zod';
import type { Bilingual, Language } from '../../domain/words/language.js';
import { wrongValueWords } from '../../domain/words/wrong-values.js';
import type { FieldError } from './problem.js';

/** The kinds of values that people fill in; others are for programs. */
const KINDS: Readonly<Record<string, Bilingual>> = {
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  string: { 'zh-CN': '文字', en: 'text' },
  array: { 'zh-CN': '几项', en: 'a list' },
  boolean: { 'zh-CN': '“是”或“否”', en: 'yes or no' },
};

type Words = typeof en;

const en = {
  missing: 'is required; please fill it in',
  type: (expected: string) => `must be ${KINDS[expected]?.en ?? expected}`,
  least: (minimum: number | bigint) => `must be at least ${minimum}`,
  longest: (maximum: number | bigint) => `is too long; at most ${maximum} characters`,
  most: (maximum: number | bigint) => `must be at most ${maximum}`,
  oneOf: (values: readonly unknown[]) => `must be one of: ${values.join(', ')}`,
  unknown: 'is not a known field; please leave it out',
  otherwise: 'is not written as expected; please check it',
};

const WORDS: Readonly<Record<Language, Words>> = {
  en,
  'zh-CN': {
    missing: '必填项，请填写',
    type: (expected) => `应为${KINDS[expected]?.['zh-CN'] ?? ` ${expected}`}`,
    least: (minimum) => `不能小于${minimum}`,
    longest: (maximum) => `太长，最多${maximum}个字符`,
    most: (maximum) => `不能大于${maximum}`,
    oneOf: (values) => `只能是：${values.join('、')}`,
    unknown: '没有这个字段，请去掉',
    otherwise: '格式不对，请检查',
  },
};

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null);

/** Says what is wrong and what to do, for one issue: in the words that its schema names, else by its kind. */
const wordsFor = (issue: z.core.$ZodIssue, language: Language): string =>
  wrongValueWords(issue.message, language) ?? wordsByKind(issue, WORDS[language]);

function wordsByKind(issue: z.core.$ZodIssue, words: Words): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? words.missing : words.type(issue.expected);
    case 'too_small':
      return issue.origin === 'string' ? words.missing : words.least(issue.minimum);
    case 'too_big':
      return issue.origin === 'string' ? words.longest(issue.maximum) : words.most(issue.maximum);
    case 'invalid_value':
      return words.oneOf(issue.values);
    case 'unrecognized_keys':
      return words.unknown;
    default:
      return words.otherwise;
  }
}

/** The JSON Pointer of a field. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part)}`).join('');

/** Every issue with the JSON Pointer of its field, in the caller's language. */
export const fieldErrors = (issues: readonly z.core.$ZodIssue[], language: Language): FieldError[] =>
  issues.flatMap((issue) => {
    const message = wordsFor(issue, language);
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ field: pointer([...issue.path, name]), message }))
      : [{ field: pointer(issue.path), message }];
  });
