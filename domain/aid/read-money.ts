import { foldText } from '../words/fold-text.js';
import { moneyMarks } from '../words/money-text.js';

/** The sum that words name, nothing, or something that is not clear and must be asked for again. */
export type ReadMoney = number | 'none' | 'unclear';

const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const TEN_THOUSAND = 10_000;
/** Nothing but a number: a sum only for whoever was asked for one. */
const ALONE = new RegExp(`^${DIGITS}$`);

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
    sum: new RegExp(
      String.raw`(?<!\d)(${DIGITS}(?:\s*万)?)\s*(?:${behind})|(?<![a-z])(?:${anyOf(marks.before)})\s*(${DIGITS})`,
      'g',
    ),
    // "五百元": a sum, but not one to be guessed at.
    writtenOut: new RegExp(String.raw`[一二三四五六七八九十百千万两]\s*(?:${behind})`),
  };
}

/**
 * The sum that words mark as one of this currency (ISO 4217), to the hundredth. Of two sums nobody knows which was given. Where a sum was asked for
 * (`asked`), a number alone is one.
 */
export function readMoney(words: string, currency: string, asked = false): ReadMoney {
  const folded = foldText(words);
  if (asked && ALONE.test(folded)) return toHundredth(folded);
  const { sum, writtenOut } = patternsOf(currency);
  const found = [...folded.matchAll(sum)];
  if (found.length > 1 || writtenOut.test(folded.replaceAll(sum, ''))) return 'unclear';
  const [amount] = found;
  return amount ? toHundredth(amount[1] ?? amount[2] ?? '') : 'none';
}

function toHundredth(digits: string): ReadMoney {
  const written = digits.replaceAll(/[,\s]/g, '');
  const amount = Number(written.replace('万', '')) * (written.endsWith('万') ? TEN_THOUSAND : 1);
  const cents = Math.round(amount * 100);
  return cents > 0 && Math.abs(cents - amount * 100) < 1e-6 ? cents / 100 : 'unclear';
}
