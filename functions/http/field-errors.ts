import type * as z from 'zod';
import type { Language } from '../../domain/words/language.js';
import type { FieldError } from './problem.js';

type Words = Readonly<Record<Language, string>>;
const say = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null);

/** What is wrong and what to do, for one issue. A custom issue brings its own words as "Chinese | English". */
function wordsFor(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue)
        ? say('必填项，请填写', 'is required; please fill it in')
        : say(`类型不对，应为 ${issue.expected}`, `has the wrong type; it must be a ${issue.expected}`);
    case 'too_small':
      return issue.origin === 'string'
        ? say('必填项，请填写', 'is required; please fill it in')
        : say(`不能小于 ${issue.minimum}`, `must be at least ${issue.minimum}`);
    case 'too_big':
      return issue.origin === 'string'
        ? say(`太长，最多 ${issue.maximum} 个字符`, `is too long; at most ${issue.maximum} characters`)
        : say(`不能大于 ${issue.maximum}`, `must be at most ${issue.maximum}`);
    case 'invalid_value':
      return say(`只能是：${issue.values.join('、')}`, `must be one of: ${issue.values.join(', ')}`);
    case 'unrecognized_keys':
      return say('没有这个字段，请去掉', 'is not a known field; please leave it out');
    case 'custom': {
      const [chinese, english] = issue.message.split(' | ');
      return say(chinese ?? issue.message, english ?? issue.message);
    }
    default:
      return say('格式不对，请检查', 'is not written as expected; please check it');
  }
}

/** The JSON Pointer of a field. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part)}`).join('');

/** Every issue with the JSON Pointer of its field, in the caller's language. */
export const fieldErrors = (issues: readonly z.core.$ZodIssue[], language: Language): FieldError[] =>
  issues.flatMap((issue) => {
    const message = wordsFor(issue)[language];
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ field: pointer([...issue.path, name]), message }))
      : [{ field: pointer(issue.path), message }];
  });
