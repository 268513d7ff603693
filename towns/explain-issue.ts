import type * as z from 'zod';
import type { Bilingual } from '../domain/words/language.js';
import { problemAt, type TownPath, type TownProblem } from '../domain/town/town-problem.js';

type Issue = z.core.$ZodIssue;

const say = (path: TownPath, message: Bilingual): TownProblem[] => [problemAt(path, message)];

/** Says what is wrong and what to do, for each finding of a schema about `value`, in words for somebody who edits the file. */
export function explainIssue(issue: Issue, value: unknown): TownProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (valueAt(value, path) === undefined)
    return say(path, { 'zh-CN': '缺少内容，请填写', en: 'is missing; add it' });
  // Whatever it is to look like.
  if (valueAt(value, path) === '') return say(path, EMPTY);
  switch (issue.code) {
    case 'invalid_type':
      return say(path, {
        'zh-CN': `应为${KINDS[issue.expected]?.['zh-CN'] ?? issue.expected}`,
        en: `must be ${KINDS[issue.expected]?.en ?? issue.expected}`,
      });
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) =>
        say([...path, key], {
          'zh-CN': '未知的字段，请删除或更正',
          en: 'is no known field; remove it or correct its name',
        }),
      );
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return say(path, {
        'zh-CN': `应为以下之一：${allowed.join('、')}`,
        en: `must be one of ${allowed.join(', ')}`,
      });
    }
    case 'too_small':
      return explainTooSmall(path, issue);
    case 'too_big':
      return say(path, { 'zh-CN': `不得超过 ${issue.maximum}`, en: `must be at most ${issue.maximum}` });
    case 'invalid_format':
      return explainFormat(path, issue.message, issue.format);
    case 'invalid_union':
      return explainUnion(path, issue, value);
    case 'custom':
      return say(path, { 'zh-CN': inChinese(issue.message) ?? issue.message, en: issue.message });
    case 'not_multiple_of':
      return say(path, {
        'zh-CN': `应为 ${issue.divisor} 的倍数`,
        en: `must be a multiple of ${issue.divisor}`,
      });
    case 'invalid_key':
    case 'invalid_element':
      return say(path, { 'zh-CN': '格式不正确', en: 'is not written as it must be' });
    default:
      return issue satisfies never;
  }
}

const EMPTY: Bilingual = { 'zh-CN': '不能为空', en: 'must not be empty' };

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { 'zh-CN': '文字；若是数字请加引号', en: 'text; put it in quotation marks if it is a number' },
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': ' true 或 false', en: 'true or false' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '一组字段', en: 'a group of fields' },
};

function explainTooSmall(path: TownPath, issue: z.core.$ZodIssueTooSmall): TownProblem[] {
  if (issue.origin === 'string') return say(path, EMPTY);
  if (issue.origin === 'array') {
    return say(path, { 'zh-CN': `至少需要 ${issue.minimum} 项`, en: `needs at least ${issue.minimum}` });
  }
  return issue.inclusive
    ? say(path, { 'zh-CN': `不得小于 ${issue.minimum}`, en: `must be at least ${issue.minimum}` })
    : say(path, { 'zh-CN': `必须大于 ${issue.minimum}`, en: `must be more than ${issue.minimum}` });
}

/** The schema's own words are English; these are the same in Chinese. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^a number with its country code/, '号码要带国家代码，如 +8613800000000（Excel 中请把该列设为文本）'],
  [/^a number as it is dialled/, '应为能直接拨打的号码，如 110、0543-5550100、+8613800000000'],
  [/^HH:MM/, '时间格式应为 HH:MM，如 08:30'],
  [/^a time on the hour/, '时间应为整点或半点，如 07:00、07:30'],
  [/^an address that begins with https/, '地址须以 https:// 开头'],
  [/^addresses by their first bits/, '地址段应如 203.0.113.0/24、203.0.113.7/32 或 2001:db8::/32'],
  [/^a name of letters/, '名称只能用字母、数字、点、下划线和连字符，以字母开头'],
  [/^four different names/, '四个名称不得重复'],
  [/^a time that with all attempts/, '超时乘以次数不得超过 20 秒'],
  [/^must be POLYGON/, '应为 POLYGON((经度 纬度, 经度 纬度, ...))，至少三个顶点'],
  [/^a day:/, '日期规则应如 03-17、2026-09-21、first monday of may、last friday of october、easter + 1'],
  [/^leave out telephone/, '请去掉电话、证件等长号码和邮箱'],
  [/^lower-case/, '只能用小写字母、数字和连字符，并以字母开头'],
];

const inChinese = (message: string): string | undefined =>
  FORMATS.find(([begins]) => begins.test(message))?.[1];

function explainFormat(path: TownPath, message: string, format: string): TownProblem[] {
  if (format === 'date')
    return say(path, { 'zh-CN': '应为日期，如 2026-08-24', en: 'must be a date like 2026-08-24' });
  const chinese = inChinese(message);
  return chinese
    ? say(path, { 'zh-CN': chinese, en: `must be: ${message}` })
    : say(path, { 'zh-CN': '格式不正确', en: 'is not written as it must be' });
}

/** Where exactly one form of a union was meant, says what is wrong with that one; else lists the forms. */
function explainUnion(path: TownPath, issue: z.core.$ZodIssueInvalidUnion, value: unknown): TownProblem[] {
  const meant = issue.errors.filter((branch) =>
    branch.every((inner) => inner.path.length > 0 && inner.code !== 'unrecognized_keys'),
  );
  const here = valueAt(value, path);
  const [only] = meant.filter((branch) =>
    branch.every((inner) => valueAt(here, inner.path.slice(0, 1).map(String)) !== undefined),
  );
  if (only) {
    return only.flatMap((inner) =>
      explainIssue(inner, here).map(({ path: rest, message }) => ({ path: [...path, ...rest], message })),
    );
  }
  if (path.includes('ladder') || path.includes('emergencyLadder')) {
    return say(path, {
      'zh-CN': '应为 post-a、post-b、post-c、neighbour 或 { department: 部门 }',
      en: 'must be post-a, post-b, post-c, neighbour or { department: ID }',
    });
  }
  if (path.at(-1) === 'by') {
    return say(path, {
      'zh-CN': '应为 owner、grid-head 或 { department: 部门 }',
      en: 'must be owner, grid-head or { department: ID }',
    });
  }
  if (path.at(-1) === 'holidays') {
    return say(path, {
      'zh-CN': '应为 CN、none，或 { calendar: CN 或 none, own: [{ name, rule }], workingDays: [日期] }',
      en: 'must be CN, none, or { calendar: CN or none, own: [{ name, rule }], workingDays: [dates] }',
    });
  }
  const forms = 'minutes, hours, days, workingHours, workingDays, endOfWorkingDay';
  return say(path, {
    'zh-CN': `应为 ${forms} 之一，如 { workingDays: 3 }`,
    en: `must be one of ${forms}, for example { workingDays: 3 }`,
  });
}

function valueAt(value: unknown, path: TownPath): unknown {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Object.entries(here).find(([key]) => key === String(part))?.[1];
  }
  return here;
}
