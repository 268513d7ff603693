import { HAN_DIGITS } from './gazetteer.js';
import { around, isHan } from './place-text.js';

const ENGLISH_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const ENGLISH_ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const PINYIN_NUMBERS = 'ling yi er san si wu liu qi ba jiu shi shiyi shier'.split(' ');

/** "三", "十二", "二十三" or "一百零四" as a number. */
function hanNumber(written: string): number {
  let total = 0;
  let digit = 0;
  for (const character of written) {
    const unit = character === '百' ? 100 : character === '十' ? 10 : 0;
    if (unit === 0) digit = HAN_DIGITS.indexOf(character);
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** A number in figures, Chinese, English or pinyin; 0 for what is none. */
export function numberOf(written: string): number {
  if (/^[0-9]/.test(written)) return Number.parseInt(written, 10);
  if (isHan(written)) return hanNumber(written);
  const lists = [ENGLISH_NUMBERS, ENGLISH_ORDINALS, PINYIN_NUMBERS];
  return Math.max(0, ...lists.map((list) => list.indexOf(written.replaceAll(' ', ''))));
}

const DIGITS = '(?<![0-9.])[0-9]{1,2}(?![0-9.])';
const HAN_NUMBER =
  '(?<![零一二三四五六七八九十百两])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
/** 组织, 队伍 and the like are words of their own. */
const NOT_A_WORD = '(?![织合装建图词委团屏件态训])';
const GROUP_WORD = `(?:村民小组|居民小组|生产小组|生产队|小组|小队|组${NOT_A_WORD}|队(?![伍友形列]))`;
/** Not "zuo", "zui", "zun" or "zuan". */
const ZU = '(?:xiao ?)?zu(?!o|i|n|an)';
/** 三组, 第3小组, 3zu. */
const GROUP = `第?\\s?(${DIGITS}|${HAN_NUMBER})\\s?号?\\s?(?:${GROUP_WORD}|${ZU}|dui(?![a-z]))`;
/** As in a form: "组：3". */
const LABELLED_GROUP = `组\\s?:\\s?(${DIGITS}|${HAN_NUMBER})`;
export const NUMBER_WORD = ENGLISH_NUMBERS.slice(1).join('|');
const ORDINAL = `${ENGLISH_ORDINALS.slice(1).join('|')}|[0-9]{1,2}(?:st|nd|rd|th)`;
const ENGLISH_GROUP = `(?<![a-z])(?:group|grp|gp|gr|team|zu)\\.?\\s?(?:no\\.?\\s?|number\\s|#\\s?)?([0-9]{1,2}(?![0-9])|(?:${NUMBER_WORD})(?![a-z]))`;
const ORDINAL_GROUP = `(?<![a-z0-9])(${ORDINAL})\\s(?:group|grp|team)(?![a-z])`;
/** Only after a village: "shizu" is "clan" as well. */
const PINYIN_GROUP = `(?:di ?)?(shi ?yi|shi ?er|${PINYIN_NUMBERS.slice(1, 11).join('|')}) ?(?:${ZU}|dui(?![a-z]))`;

/** "g5", "five group": only after a village, too. */
const SHORT_GROUP = 'g\\s?([0-9]{1,2})(?![0-9a-z])';
const WORD_GROUP = `(${NUMBER_WORD})\\s(?:group|grp|team)(?![a-z])`;

const ANYWHERE = [GROUP, LABELLED_GROUP, ENGLISH_GROUP, ORDINAL_GROUP];
const ALL_GROUPS = ANYWHERE.map((pattern) => new RegExp(pattern, 'g'));
/** Words that may stand between a village and its group. */
const BEFORE_A_GROUP = '^[\\s,，、.。:：(（\\-–—]{0,3}(?:的|那边|这边|里的?|那个?)?\\s?';
/** After a village 一组 is its first group whatever follows: 一组装路灯. */
const ATTACHED = [...ANYWHERE, PINYIN_GROUP, SHORT_GROUP, WORD_GROUP].map(
  (pattern) => new RegExp(`${BEFORE_A_GROUP}(?:${pattern.replace(NOT_A_WORD, '')})`),
);
const MEASURED = [
  "[ap]\\.?m\\b|o'?clock|km|kg|kilo|percent|m\\b|met(?:er|re)s?|miles?|minutes?|hours?|days?|weeks?|months?|years?|yrs?|times|degrees",
  'people|persons?|children|kids|m[ae]n|wom[ae]n|boys|girls|lads|guys|families|households|houses|flats|rooms|dogs|cats|cows|pigs|goats|sheep',
  'cars|trucks|lamps|lights|poles|trees|sui|ge|tian|dian|ren|hu|ci|nian|yue|hao',
].join('|');
/** "Brookfield 4", "Ashgrove four": the group by its number alone, and not "Brookfield 4 dogs". */
const NUMBER_ALONE = new RegExp(
  `^(?:\\)?,?\\s(?:number |no\\. ?)?([0-9]{1,2})(?:st|nd|rd|th)?(?![a-z0-9])(?!:[0-9]| ?%|-year)(?!\\s?(?:${MEASURED})\\b)` +
    `|\\s(${NUMBER_WORD})(?=\\s*(?:$|[,.;:!?\\n])))`,
);

/** Sets and crowds, which are counted in 组 and 队 as well. */
const A_SET = new RegExp(
  '^(?:家具|照片|数据|电池|沙发|柜|图|工人|志愿|游客|学生|车|人马|人(?![家都没]|$|[^\\u3400-\\u9fff])|选手|设备|号码|药|暖气|灯(?![坏不全灭没])|老师|医生|专家|记者|领导|干部|队员|音响|餐|碗|词|题|作品)',
);
const COUNTED =
  /(?:分成?|来了?|拍了?|买了?|装了?|各|每|几|共|派了?|有|换了?|做|排|另|哪|这|那|领|练|跑|比|用|挑|请|气片|电池|沙发|消防|工程|施工|交警)$/;

/** 一组 and 一队 are mostly one set and one team, but not where somebody says whose they are. */
const ONE = /^一/;
const BEFORE_THE_FIRST = /(?:^|[^\u3400-\u9fff]|[是在俺我们住咱村的])$/;

/** A villager group, or a grid, that is named by its number. */
export interface NumberMention {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** The group that stands at a position of the text, right after a village's name. */
export function attachedGroup(plain: string, at: number, latin: boolean): NumberMention | undefined {
  const rest = plain.slice(at, at + 24);
  for (const pattern of latin ? [...ATTACHED, NUMBER_ALONE] : ATTACHED) {
    const match = pattern.exec(rest);
    const number = match ? numberOf(match[1] ?? match[2] ?? '') : 0;
    if (match && number > 0) return { number, from: at, to: at + match[0].length };
  }
  return undefined;
}

function isCounted(plain: string, from: number, to: number): boolean {
  const { left, right } = around(plain, from, to);
  if (A_SET.test(right) || COUNTED.test(left)) return true;
  return ONE.test(plain.slice(from, to)) && !BEFORE_THE_FIRST.test(left);
}

/** Groups that are named anywhere, as far as they are not sets of things. */
export function groupsIn(plain: string): NumberMention[] {
  return ALL_GROUPS.flatMap((pattern) => [...plain.matchAll(pattern)])
    .map(({ 0: words, 1: number = '', index: from }) => ({
      number: numberOf(number),
      from,
      to: from + words.length,
    }))
    .filter(({ number, from, to }) => number > 0 && !isCounted(plain, from, to))
    .toSorted((a, b) => a.from - b.from);
}

const GRIDS = [
  /(?<![0-9零一二三四五六七八九十百+])([0-9]{1,4}|[零一二三四五六七八九十百]{1,6})\s?号?\s?[小微]?网格/,
  /网格\s?(?:编?号|第)?\s?[:：]?\s?([0-9]{1,4})(?![0-9]|\s?[个人组户])/,
  /(?<![a-z])grid\s?(?:no\.?\s?|number\s|#\s?)?([0-9]{1,4})(?![0-9])/,
  /(?<![0-9])([0-9]{1,4})\s?(?:hao\s?)?(?:wangge|grid(?![a-z]))/,
  /wangge\s?([0-9]{1,4})(?![0-9])/,
];

/** The first grid that is named by a number. */
export function gridIn(plain: string): NumberMention | undefined {
  for (const pattern of GRIDS) {
    const match = pattern.exec(plain);
    if (match)
      return { number: numberOf(match[1] ?? ''), from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}
