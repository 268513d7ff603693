import { addDays, mondayOf, plainDate, weekday } from '../calendar/plain-dates.js';
import { hourOf, type Mentioned, type MentionedTime, Words } from './mention.js';
import type { Half } from './moment.js';
import { nearest, nextDayOfMonth } from './near-dates.js';

const NUMERAL = '[零〇一二两三四五六七八九十]';
/** Numerals before what they count; not those of weekdays. */
const COUNTED = new RegExp(
  `(?<![周期拜${NUMERAL.slice(1, -1)}])${NUMERAL}+(?=\\s*(?:月|日|号|点|时|分|天后|天之后|天以后))`,
  'g',
);
const WEEKDAY_THEN_HOUR = new RegExp(`(?<=[周期拜][一二三四五六日天])${NUMERAL}+(?=[点时])`, 'g');
const MINUTES = new RegExp(`(?<=[点时])(${NUMERAL}{2,3})(?!天)`, 'g');

/** "二十六": 26. */
function numberOf(numeral: string): number {
  const digit = (sign: string | undefined): number => '零一二三四五六七八九'.indexOf(sign ?? '零');
  const plain = numeral.replaceAll('两', '二').replaceAll('〇', '零');
  const ten = plain.indexOf('十');
  if (ten < 0) return Number(plain.replaceAll(/./g, (sign) => String(digit(sign))));
  return (ten === 0 ? 1 : digit(plain.charAt(ten - 1))) * 10 + digit(plain.charAt(ten + 1) || '零');
}

const inDigits = (words: string): string =>
  words
    .replace(COUNTED, (numeral) => String(numberOf(numeral)))
    .replace(WEEKDAY_THEN_HOUR, (numeral) => String(numberOf(numeral)))
    .replace(MINUTES, (numeral) => String(numberOf(numeral)).padStart(2, '0'));

/** Days that are no date of this calendar, or no day at all. */
const LUNAR = /农历|阴历|旧历|腊月|正月|初[一二三四五六七八九十]/;
const NO_DAY =
  /下下?个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|(?:下|这|本)个?(?:周|星期|礼拜)?末|周末|月[初中底]|下个?月(?!\d)|过几天|过两天|过段|近期|改天|这几天|[上中下]旬/g;

const YEAR_MONTH_DAY = /(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?/g;
const MONTH_DAY = /(?:(明年|今年|本年)\s*)?(\d{1,2})\s*月\s*(\d{1,2})(?!\d|\s*[点时:：])\s*[日号]?/g;
const OF_MONTH = /(下个?月|本月|这个?月|当月)\s*(\d{1,2})(?!\d|\s*[点时:：])\s*[日号]?/g;
const SLASHED = /(?<![\d:/.-])(\d{1,2})[/.-](\d{1,2})(?![\d:]|[/.-]\d|\s*[点时号日])/g;
const DAY = /(?<![\d/.-])(\d{1,2})\s*[日号](?![楼院门店线诊室])/g;
const NAMED = /大后[天日]|后[天日]|明[天日]|今[天日]|明(?=[早上中下晚])|今(?=[早晚])/g;
const DAYS_ON = /(\d{1,2})\s*天(?:以后|之后|后)/g;
const WEEKDAY = /(?:(下下|下|本|这)\s*)?(?:个\s*)?(?:周|星期|礼拜)\s*([一二三四五六日天1-7])/g;

const NAMED_DAYS: Readonly<Record<string, number>> = { 大: 3, 后: 2, 明: 1 };

interface Days {
  readonly days: string[];
  readonly weekdays: number[];
  readonly vague: boolean;
}

const present = <T>(all: readonly (T | undefined)[]): T[] => all.filter((one) => one !== undefined);

/** Dates that are written out come first: the weekday beside one only checks it. */
function takeDays(words: Words, today: string): Days {
  const year = Number(today.slice(0, 4));
  const at = (found: RegExpMatchArray, date: string | undefined) =>
    date === undefined ? undefined : { index: found.index ?? 0, date };
  const dates = present([
    ...words
      .take(YEAR_MONTH_DAY)
      .map((one) => at(one, plainDate(Number(one[1]), Number(one[2]), Number(one[3])))),
    ...words.take(MONTH_DAY).map((one) => {
      const [, which, month, day] = one;
      if (which === undefined) return at(one, nearest(today, Number(month), Number(day)));
      return at(one, plainDate(which === '明年' ? year + 1 : year, Number(month), Number(day)));
    }),
    ...words
      .take(OF_MONTH)
      .map((one) => at(one, nextDayOfMonth(today, Number(one[2]), one[1]?.startsWith('下') ? 1 : 0))),
    ...words.take(SLASHED).map((one) => at(one, slashed(today, Number(one[1]), Number(one[2])))),
    ...words.take(DAY).map((one) => at(one, nextDayOfMonth(today, Number(one[1])))),
    ...words.take(DAYS_ON).map((one) => at(one, addDays(today, Number(one[1])))),
    ...words.take(NAMED).map((one) => at(one, addDays(today, NAMED_DAYS[one[0].charAt(0)] ?? 0))),
  ]);
  const named = words.take(WEEKDAY);
  const days = dates.toSorted((a, b) => a.index - b.index).map(({ date }) => date);
  const weekdays = named.map((one) => weekdayOf(one[2]));
  if (days.length > 0) return { days: [...new Set(days)], weekdays, vague: false };
  const byWeekday = named.map((one) => dayOfWeek(today, one[1], weekdayOf(one[2])));
  return { days: [...new Set(byWeekday)], weekdays: [], vague: named.some((one) => isToday(one, today)) };
}

/** The month first; days first where it can be nothing else. */
const slashed = (today: string, a: number, b: number): string | undefined =>
  nearest(today, a, b) ?? nearest(today, b, a);

const weekdayOf = (sign: string | undefined): number =>
  /[日天7]/.test(sign ?? '') ? 0 : '一二三四五六'.indexOf(sign ?? '') + 1 || Number(sign);

/** "周一" said on a Monday: this one or the next. */
const isToday = (one: RegExpMatchArray, today: string): boolean =>
  one[1] === undefined && weekdayOf(one[2]) === weekday(today);

/** By the week that begins on Monday; a bare weekday is the next one. */
function dayOfWeek(today: string, which: string | undefined, day: number): string {
  const ofThisWeek = addDays(mondayOf(today), (day + 6) % 7);
  if (which === undefined) return ofThisWeek < today ? addDays(ofThisWeek, 7) : ofThisWeek;
  return addDays(ofThisWeek, which === '下下' ? 14 : which === '下' ? 7 : 0);
}

const PART =
  '凌晨|清晨|清早|早晨|早上|上午|中午|午后|下午|傍晚|晚上|晚间|夜里|夜间|早(?![点些])|晚(?![点些])';
const RANGE = String.raw`\s*(?:到|至|[-~—–－])\s*`;
const CLOCK = String.raw`(\d{1,2})\s*(?:[:：]\s*(\d{2})|[点时](?!间)(?:(半)|([13一三])刻|(\d{2})分?|(\d)分)?)`;
const BARE_START = new RegExp(String.raw`(?<![\d:])(\d{1,2})${RANGE}(?=\d{1,2}\s*[点时])`, 'g');
const UNTIL = String.raw`(?:${RANGE}(?:(?:${PART})\s*)?\d{1,2}\s*(?:[:：]\d{2}|[点时](?:半|[13一三]刻|\d{2}分?)?))?`;
const TIME = new RegExp(
  String.raw`(?:(${PART})\s*)?(?:的\s*)?(?<![\d:])${CLOCK}${UNTIL}(?:整|钟|左右|之前|以前|前)*`,
  'g',
);
const PART_ALONE = new RegExp(PART, 'g');

function halfOf(part: string | undefined): Half | 'noon' | 'night' | undefined {
  if (part === undefined) return undefined;
  if (part === '凌晨') return 'night';
  if (/早|上午|清/.test(part)) return 'morning';
  if (part === '中午') return 'noon';
  return /晚|夜/.test(part) ? 'evening' : 'afternoon';
}

function timeIn(found: RegExpMatchArray): MentionedTime | undefined {
  const [, part, hour, digits, half, quarter, minutes, minute] = found;
  const quarters = quarter === undefined ? undefined : /[3三]/.test(quarter) ? 45 : 15;
  const past = half ? 30 : (quarters ?? Number(digits ?? minutes ?? minute ?? 0));
  return hourOf(Number(hour), past, halfOf(part));
}

function halfAlone(part: string | undefined): { times: MentionedTime[]; half?: Half | undefined } {
  const half = halfOf(part);
  if (half === 'noon') return { times: [{ time: '12:00', sure: true }] };
  return { times: [], half: half === 'night' ? undefined : half };
}

/** Words that only lead to a date, or follow it. */
const FILLER =
  /^(?:手术|检查|评定|调解|见面)?(?:的?(?:时间|日期))?(?:就|已经?|先|请|都|可以|改|约|预约|定|订|安排|推迟|提前|延|排|调整?)*(?:到|在|为|成|于|至|是|的)?$|^(?:请|让|叫|您|他|她|病人|居民|老人|直接|准时|就|再|过|可以?)*(?:来|到|去|见|做|手术|吧|了|的|行|呗|哈|啊|即可)*$/;

/** Dates and times as they are written in Chinese. `words` are folded; `today` is the town's date. */
export function readChinese(text: string, today: string): Mentioned {
  const words = new Words(inDigits(text).replace(BARE_START, '$1点到'));
  const isLunar = LUNAR.test(text);
  const noDay = words.take(NO_DAY);
  const { days, weekdays, vague } = takeDays(words, today);
  const clocks = present(words.take(TIME).map(timeIn));
  const alone = words.take(PART_ALONE).map(([part]) => halfAlone(part));
  const times = clocks.length > 0 ? clocks : alone.flatMap((one) => one.times);
  return {
    days: isLunar ? [] : days,
    weekdays,
    times,
    half: clocks.length > 0 ? undefined : alone.find(({ half }) => half)?.half,
    vague: vague || isLunar || noDay.length > 0,
    words: words.rest((part) => FILLER.test(part)).join('，'),
  };
}
