import type { Language } from './language.js';
import { MOST_YEARS } from './limits.js';

/**
 * The errors of values, as they are said behind the name of the field. Schemas name these; whoever asked reads them in
 * their language.
 */
const en = {
  'no-number': 'is no number that can be recorded',
  'year-out-of-reach': 'must lie between 2000 and 2099',
  'problem-without-words': 'is needed with a problem',
  'nothing-judged': 'must say whether it is solved or whether you are satisfied',
  'no-coordinate': 'is no coordinate',
  'half-a-point': 'needs the other one of lat and long, too',
  'no-consent': 'must be given before a request can be stored',
  'ends-before-it-begins': 'must not be before the first day',
  'too-many-years': `by month, at most ${MOST_YEARS} calendar years`,
  'no-phone': 'is not a valid phone number',
  'number-of-the-town': 'is the number of the town; please give your own',
  'foreign-number': 'is of a country that the town does not text; please give another',
  'service-number': 'is the number of a service, or a premium one; please give a mobile or a landline',
  'not-this-town': 'is not the number of this town',
  'no-request-number': 'is not the number of a request',
  'no-village': 'is not a village of this town',
  'no-category': 'is not a category of this town',
  'group-without-village': 'needs a village',
  'no-group': 'is not a group of this village',
  'no-place': 'needs a point, an address or a village',
} as const;

/** Names what is wrong with a value. */
export type WrongValue = keyof typeof en;

const zh: Readonly<Record<WrongValue, string>> = {
  'no-number': '不是能登记的数字',
  'year-out-of-reach': '只能是 2000 至 2099 年',
  'problem-without-words': '发现问题时须写明内容',
  'nothing-judged': '须说明是否解决或是否满意',
  'no-coordinate': '不是有效的坐标',
  'half-a-point': '经纬度须同时填写',
  'no-consent': '须同意后才能提交',
  'ends-before-it-begins': '不能早于开始日期',
  'too-many-years': `按月最多 ${MOST_YEARS} 个年份`,
  'no-phone': '不是有效的电话号码',
  'number-of-the-town': '这是本镇的短信号码，请填写您自己的电话',
  'foreign-number': '本镇不能给这个国家或地区的号码发短信，请换一个号码',
  'service-number': '这是服务号码或收费号码，请填写手机或座机号码',
  'not-this-town': '不是本镇的号码',
  'no-request-number': '不是诉求编号',
  'no-village': '没有这个村',
  'no-category': '没有这个类别',
  'group-without-village': '填写小组时须选择村',
  'no-group': '该村没有这个村民小组',
  'no-place': '须有坐标、地址或村',
};

const WORDS: Readonly<Record<Language, Readonly<Record<WrongValue, string>>>> = { en, 'zh-CN': zh };

/** For a schema's message: the name of what is wrong, instead of words in one language. */
export const wrong = (what: WrongValue): WrongValue => what;

/** The words of a schema's message, where it names what is wrong. */
export const wrongValueWords = (message: string, language: Language): string | undefined =>
  Object.hasOwn(en, message) ? WORDS[language][message as WrongValue] : undefined;
