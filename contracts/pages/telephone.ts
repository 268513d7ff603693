/** Every other piece of what it splits is a number that can be dialled. For words that hold no other numbers. */
export const NUMBERS = /(\+?\d{2,})/;

/** The same for anybody's words: no day, hour, sum or identity number is long or short enough. */
export const PHONES = /(\+?\b(?:0\d{2,3}-)?\d{7,15}\b)/;

/** Mobile numbers of China, its two kinds of area codes (10 and 2x have two digits, others three), each as people there write it. */
const NATIONAL: readonly (readonly [RegExp, string])[] = [
  [/^\+86(1[3-9]\d)(\d{4})(\d{4})$/, '$1 $2 $3'],
  [/^\+86(10|2\d)(\d{4})(\d{4})$/, '0$1-$2 $3'],
  [/^\+86([3-9]\d{2})(\d{3,4})(\d{4})$/, '0$1-$2 $3'],
];

/** A number as people of its country read it; of a country that is not known here, as it is. */
export function shownPhone(number: string): string {
  const [form, shown = ''] = NATIONAL.find(([one]) => one.test(number)) ?? [];
  return form ? number.replace(form, shown) : number;
}
