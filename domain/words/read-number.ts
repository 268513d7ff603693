/** A number at the beginning of words, and how many characters it takes. */
export interface ReadNumber {
  readonly value: number;
  readonly length: number;
}

const HAN_DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九'.split('').entries(), [0, '〇'], [2, '两'], [2, '俩'], [3, '仨']].map(
    ([value, character]) => [String(character), Number(value)],
  ),
);
const HAN = /^[零〇一二三四五六七八九十百两俩仨]{1,5}/;

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ENGLISH = new RegExp(
  `^(?:(${TENS.join('|')})(?:[\\s-]?(${UNITS.slice(1, 10).join('|')}))?|(${UNITS.toReversed().join('|')}))(?![a-z])`,
);

/** "18", "十八", "eighteen": a number of at most three digits at the beginning of folded words. */
export function numberAt(folded: string): ReadNumber | undefined {
  const digits = /^\d{1,3}(?!\d)/.exec(folded)?.[0];
  if (digits !== undefined) return { value: Number(digits), length: digits.length };
  const han = HAN.exec(folded)?.[0];
  if (han !== undefined) return { value: hanNumber(han), length: han.length };
  const english = ENGLISH.exec(folded);
  if (!english) return undefined;
  const [all, tens, unit = 'zero', single] = english;
  const value =
    single === undefined ? (TENS.indexOf(tens ?? '') + 2) * 10 + UNITS.indexOf(unit) : UNITS.indexOf(single);
  return { value, length: all.length };
}

/** "十八" with its units, "一八" digit by digit as it is dictated. */
function hanNumber(written: string): number {
  const characters = written.split('');
  if (!/[十百]/.test(written))
    return Number(characters.map((character) => HAN_DIGITS[character] ?? 0).join(''));
  let total = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const unit = { 百: 100, 十: 10 }[character];
    if (unit === undefined) digit = HAN_DIGITS[character] ?? 0;
    else {
      total += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}
