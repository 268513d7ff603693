/** What makes a digit a date, a time or an amount ("8点半", "3天", "2 个"); no option's word begins with it. */
const UNIT = /[月日号点天周年时个件户人组次]|小时|分钟/;
const HAN_OPTION = String.raw`[1-9] ?(?!${UNIT.source})\p{Script=Han}+`;
const LATIN_OPTION = "[1-9] [a-z' ]+";
/** "1收到 2去不了 4转办" or "1 take, 2 cannot, 4 pass on": digits with a word behind each. */
const LISTS = new RegExp(
  String.raw`(?<!\d)(?:${HAN_OPTION}(?: ${HAN_OPTION})*|${LATIN_OPTION}(?:, ${LATIN_OPTION})*)`,
  'gu',
);
const OPTION = /([1-9]) ?([\p{Script=Han}a-z' ]+)/gu;

export interface OfferedOption {
  readonly digit: number;
  readonly word: string;
}

/** The options that a text offers. Of several lists the longest, then the last: a house number is no list. */
export function offeredOptions(body: string): OfferedOption[] {
  return [...body.matchAll(LISTS)]
    .map(([list]) =>
      [...list.matchAll(OPTION)].map(([, digit, word = '']) => ({ digit: Number(digit), word: word.trim() })),
    )
    .reduce<OfferedOption[]>((best, list) => (list.length >= best.length ? list : best), []);
}
