import { ASK_KINDS } from '../asks/ask-kinds.js';
import { readAskCode } from '../codes/ask-code.js';
import { readRequestId } from '../codes/request-id.js';
import { foldText, tidyText } from '../words/fold-text.js';
import type { ParsedText } from './parsed-text.js';
import { type Names, readCommand } from './read-command.js';
import { keywordAt } from './read-keyword.js';
import { separatorLength, withoutSeparatorsBehind } from '../words/separators.js';

const KEYWORDS = [
  ...new Set(Object.values(ASK_KINDS).flatMap((rules) => rules.flatMap((rule) => rule.keywords))),
];

/** One part of the text: what it says and how many characters it takes. */
type Part =
  | {
      readonly says: 'code' | 'nearCode' | 'request' | 'keyword';
      readonly value: string;
      readonly length: number;
    }
  | { readonly says: 'option'; readonly value: number; readonly length: number };

/**
 * Reads a text without knowing what was asked: a command, or a code, an option number or keyword, and words, in the
 * orders people write them: "1", "1 K7Q3", "K7Q31", "K7F2 2 周五上门", "1 已修好 K7Q3", "办结 已修好", in any width and case, with
 * or without spaces. What it cannot read for certain stays in the note. `today` is the sender's local date
 * (YYYY-MM-DD), for leave written without a year.
 */
export function parseText(text: string, today: string, isDepartment?: Names): ParsedText {
  const original = tidyText(text);
  const command = readCommand(original, today, isDepartment);
  if (command) return { text: original, note: '', command };
  const folded = foldText(text);
  const parts = readParts(folded);
  const used = parts.reduce((end, part) => skip(folded, end + part.length), 0);
  const said = Object.fromEntries(parts.map((part) => [part.says, part.value]));
  const last = parts.every(({ says }) => says === 'option' || says === 'keyword')
    ? lastCode(folded, original, used)
    : undefined;
  return { text: original, ...said, note: original.slice(used), ...(last && { last }) };
}

/** Asks say "with the code", so people write what they did first and the code last. No word is ever a code. */
function lastCode(folded: string, original: string, used: number): ParsedText['last'] {
  const [, typed = ''] = /(?<![a-z0-9])([a-z0-9]{4})[\s.。!！]*$/.exec(folded.slice(used)) ?? [];
  const read = readAskCode(typed);
  if (!read || !('code' in read)) return undefined;
  const note = original.slice(used, folded.lastIndexOf(typed));
  return { code: read.code, note: withoutSeparatorsBehind(note) };
}

const skip = (folded: string, from: number): number => from + separatorLength(folded.slice(from));

/** A number of a request, or a code and an option in either order, each at most once. */
function readParts(folded: string): Part[] {
  const request = requestAt(folded);
  if (request) return [request];
  const first = codeAt(folded) ?? choiceAt(folded) ?? nearCodeAt(folded);
  if (!first) return [];
  const rest = folded.slice(skip(folded, first.length));
  const isChoice = first.says === 'option' || first.says === 'keyword';
  const second = isChoice ? (codeAt(rest) ?? nearCodeAfterChoice(rest)) : choiceAt(rest);
  return second ? [first, second] : [first];
}

function requestAt(folded: string): Part | undefined {
  const typed = /^[2-9][a-z0-9]{3}[-\u2010-\u2015]?[a-z0-9]{4}(?![a-z0-9])/.exec(folded)?.[0];
  const value = typed === undefined ? undefined : readRequestId(typed);
  return typed === undefined || value === undefined
    ? undefined
    : { says: 'request', value, length: typed.length };
}

function codeAt(folded: string): Part | undefined {
  const read = readAskCode(folded.slice(0, 4));
  return read && 'code' in read ? { says: 'code', value: read.code, length: 4 } : undefined;
}

/** Four characters like a code that are none, ending there or before the digit of an option. */
function nearCodeAt(folded: string): Part | undefined {
  const read = readAskCode(folded.slice(0, 4));
  const ends = /^(?:\d{1,2})?(?![a-z0-9])/.test(folded.slice(4));
  return read && 'nearMiss' in read && ends
    ? { says: 'nearCode', value: folded.slice(0, 4).toUpperCase(), length: 4 }
    : undefined;
}

/** After an option a near miss must stand alone: "1 A101室已修好" names a room. */
function nearCodeAfterChoice(folded: string): Part | undefined {
  const standsAlone = folded.length === 4 || separatorLength(folded.slice(4)) > 0;
  return standsAlone && /^[a-z]/.test(folded) ? nearCodeAt(folded) : undefined;
}

function choiceAt(folded: string): Part | undefined {
  const digits = optionAt(folded);
  if (digits !== undefined) return { says: 'option', value: Number(digits), length: digits.length };
  const found = keywordAt(folded, KEYWORDS);
  return found && { says: 'keyword', value: found.keyword, length: found.length };
}

/**
 * Counted things, months, hours: "2组路灯坏了" is about group 2 and "3点上门" about three o'clock; neither is an option. After
 * a space people mean an option ("1 路已修通"), except before what houses and groups are numbered with.
 */
const MEASURE =
  /^(?:[队号楼栋幢层村户家口人个位名年月日天周星期点时分秒米里公斤吨度元块万千百十次台辆盏根条只座间路段街岁%]|组(?!长|织)|网格|处(?!理)|单元|\s?(?:[ap]m(?!\d)|a\.m|p\.m|o['’]?clock)(?![a-z])|\s(?:号|栋|幢|单元|组(?!长|织)))/;
const WEEKDAY = /^周[一二三四五六日天末]/;
/** Dates, times, decimals, telephone numbers. */
const PART_OF_NUMBER = /^\s*[-/.:~+*]\s*\d/;
/** "3 Sept", "26th of August", "10 am". */
const ENGLISH_TIME =
  /^(?:st|nd|rd|th)?\s*(?:of\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?!\s+(?:be|not|take|need))|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]m(?!\d)|a\.m\.|p\.m\.|o'?clock)(?![a-z])/;
/** "1、路灯不亮 2、井盖丢了": somebody counts what is wrong. */
const NUMBERED_LIST = /^1\s*([、.)])[^]*(?<!\d)2\s*\1/;

function optionAt(folded: string): string | undefined {
  const digits = /^\d{1,2}(?!\d)/.exec(folded)?.[0];
  if (digits === undefined || NUMBERED_LIST.test(folded)) return undefined;
  const rest = folded.slice(digits.length);
  if (/^[a-z]/.test(rest)) return codeAt(rest) || nearCodeAfterChoice(rest) ? digits : undefined;
  const counts = MEASURE.test(rest) && !WEEKDAY.test(rest);
  return counts || PART_OF_NUMBER.test(rest) || ENGLISH_TIME.test(rest) ? undefined : digits;
}
