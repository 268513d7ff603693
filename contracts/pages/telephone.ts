/** Every other piece of what it splits is a number that can be dialled. For words that hold no other numbers. */
export const NUMBERS = /(\+?\d{2,})/;

/** The same for anybody's words: no day, hour, sum or identity number is long or short enough. */
export const PHONES = /(\+?\b(?:0\d{2,3}-)?\d{7,15}\b)/;

type Form = readonly [RegExp, string];

/** How people of a country write its numbers, by its calling code, with the 0 that is dialled before an area. */
const NATIONAL: Readonly<Record<string, readonly Form[]>> = {
  // Mobile numbers, also masked; what companies answer at; landlines of areas with two digits, then with three.
  '86': [
    [/^(1[3-9]\d|\*{3})(\d{4}|\*{4})(\d{4}|\*\*\d\d)$/, '$1 $2 $3'],
    [/^([48]00)(\d{3})(\d{4})$/, '$1-$2-$3'],
    [/^(10|2\d)(\d{4})(\d{4})$/, '0$1-$2 $3'],
    [/^([3-9]\d{2})(\d{3,4})(\d{4})$/, '0$1-$2 $3'],
  ],
  // Dublin; mobile numbers and areas with two digits, by their length.
  '353': [
    [/^1(\d{3})(\d{4})$/, '01 $1 $2'],
    [/^([2-9]\d)(\d{3})(\d{4})$/, '0$1 $2 $3'],
    [/^([2-9]\d)(\d{2,3})(\d{3})$/, '0$1 $2 $3'],
  ],
};

/**
 * A number (E.164) as people read it where numbers begin as `home` does, a number of theirs: one of their own country
 * without its calling code, another's with it. Of a country that is not known here, as it is.
 */
export function shownPhone(number: string, home: string): string {
  for (const [code, forms] of Object.entries(NATIONAL)) {
    if (!number.startsWith(`+${code}`)) continue;
    const own = number.slice(code.length + 1);
    const [form, shown = ''] = forms.find(([one]) => one.test(own)) ?? [];
    if (!form) break;
    const national = own.replace(form, shown);
    return home.startsWith(`+${code}`)
      ? national
      : `+${code} ${national.replace(/^0/, '').replaceAll('-', ' ')}`;
  }
  return number;
}

/** The number that people text, as they type it: in China none that takes texts begins with a 0. */
export const textedNumber = (number: string): string =>
  number.startsWith('+86') ? number.slice('+86'.length) : shownPhone(number, number);
