/** "1收到 2去不了 4转办" or "1 take, 2 cannot, 4 pass on": digits with a word behind each. A date is none. */
const LISTS =
  /(?<!\d)[1-9] ?(?![月日])\p{Script=Han}+(?: [1-9] ?\p{Script=Han}+)*|(?<!\d)[1-9] [a-z' ]+(?:, [1-9] [a-z' ]+)*/gu;
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
