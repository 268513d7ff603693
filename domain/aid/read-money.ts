import { foldText } from '../words/fold-text.js';
import { moneyMarks } from '../words/money-text.js';

/** The sum that words name, nothing, or something that is not clear and must be asked for again. */
export type ReadMoney = number | 'none' | 'unclear';

/** All that may be part of one number, written in whichever way. */
const RUN = String.raw`\d(?:[\d.,]*\d)?`;
/** Hundredths behind a point, thousands apart by commas or not at all: "1.200,50" and "1,2000" may be any sum. */
const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$/;
/** Of so many ten thousands: "1.2345万". */
const TEN_THOUSANDS = /^(?:\d+)(?:\.\d+)?\s*万$/;
const TEN_THOUSAND = 10_000;
/** A number goes on that began before: "1万5元", ".5元", "500-800元", "1 200元". */
const BEGAN_BEFORE = /(?:[.百千万]|\d\s*[-~–至到]\s*)$/;
/** "¥5千", "€5k", "€1 200", "¥500-800". */
const GOES_ON = /^\s?(?:[百千亿]|k(?![a-z])|\d{3}(?!\d)|[-~–至到]\s*\d)/;
const HEAD_OF_THOUSANDS = /\d\s$/;
/** Nothing but a number, perhaps with the word for any money: a sum only for whoever was asked for one. */
const ALONE = new RegExp(String.raw`^(${RUN})\s*块?[。.!]?$`);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** One of these, where a Latin one is no piece of a longer word. */
const anyOf = (marks: readonly string[]): string =>
  marks
    .map((mark) => foldText(mark))
    .map((mark) => (/[a-z]$/.test(mark) ? `${escaped(mark)}(?![a-z])` : escaped(mark)))
    .join('|');

/** "500元", "1.2万元", "500 euros", "€500"; the first group stands before the unit, the second behind the sign. */
function patternsOf(currency: string): { readonly sum: RegExp; readonly writtenOut: RegExp } {
  const marks = moneyMarks(currency);
  const behind = anyOf(marks.behind);
  return {
    // Pages read sums, too, on phones that know no lookbehind.
    sum: new RegExp(
      String.raw`(${RUN}(?:\s*万)?)\s*(?:${behind})|(?:${anyOf(marks.before)})\s*(${RUN}(?:\s*万)?)`,
      'g',
    ),
    // "五百元": a sum, but not one to be guessed at.
    writtenOut: new RegExp(String.raw`[一二三四五六七八九十百千万两]\s*(?:${behind})`),
  };
}

/**
 * The sum that words mark as one of this currency (ISO 4217), to the hundredth. Of two sums nobody knows which was given, nor of a number that
 * another country writes so. Where a sum was asked for (`asked`), a number alone is one.
 */
export function readMoney(words: string, currency: string, asked = false): ReadMoney {
  const folded = foldText(words);
  const [, alone] = (asked && ALONE.exec(folded)) || [];
  if (alone !== undefined) return toHundredth(alone);
  const { sum, writtenOut } = patternsOf(currency);
  const found = [...folded.matchAll(sum)].filter(
    // "A$500" is no sum in "$".
    ({ 2: behind, index }) => behind === undefined || !/[a-z]$/.test(folded.slice(0, index)),
  );
  if (found.length > 1 || writtenOut.test(folded.replaceAll(sum, ''))) return 'unclear';
  const [amount] = found;
  if (!amount) return 'none';
  const [, before, behind] = amount;
  if (before !== undefined && isCutOff(before, folded.slice(0, amount.index))) return 'unclear';
  if (behind !== undefined && GOES_ON.test(folded.slice(amount.index + amount[0].length))) return 'unclear';
  return toHundredth(before ?? behind ?? '');
}

/** Whether it is only the end of a number. */
const isCutOff = (digits: string, before: string): boolean =>
  BEGAN_BEFORE.test(before) || (/^\d{3}(?!\d)/.test(digits) && HEAD_OF_THOUSANDS.test(before));

function toHundredth(digits: string): ReadMoney {
  const isMany = TEN_THOUSANDS.test(digits);
  if (!isMany && !PLAIN.test(digits)) return 'unclear';
  const amount = Number(digits.replaceAll(/[,\s万]/g, '')) * (isMany ? TEN_THOUSAND : 1);
  const cents = Math.round(amount * 100);
  return cents > 0 && Math.abs(cents - amount * 100) < 1e-6 ? cents / 100 : 'unclear';
}
