import type { TownSettings } from '../town/schema.js';

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
  // Masked; Dublin; mobile numbers and areas with two digits, by their length.
  '353': [
    [/^(\*{2})(\*{3})(\*{1,2}\d\d)$/, '0$1 $2 $3'],
    [/^1(\d{3})(\d{4})$/, '01 $1 $2'],
    [/^([2-9]\d)(\d{3})(\d{4})$/, '0$1 $2 $3'],
    [/^([2-9]\d)(\d{2,3})(\d{3})$/, '0$1 $2 $3'],
  ],
};

/** With the plus before it; undefined where the country is not known here. */
export const callingCodeOf = (number: string): string | undefined =>
  Object.keys(NATIONAL)
    .map((code) => `+${code}`)
    .find((code) => number.startsWith(code));

interface National {
  readonly code: string;
  /** As it is read and dialled within its country. */
  readonly shown: string;
}

/** Undefined for a number of a country, or of a form, that is not known here. */
function nationalForm(number: string): National | undefined {
  for (const [code, forms] of Object.entries(NATIONAL)) {
    if (!number.startsWith(`+${code}`)) continue;
    const own = number.slice(code.length + 1);
    const [form, shown = ''] = forms.find(([one]) => one.test(own)) ?? [];
    return form && { code, shown: own.replace(form, shown) };
  }
  return undefined;
}

/**
 * A number (E.164) as people read it where numbers begin as `home` does, a number of theirs: one of their own country
 * without its calling code, another's with it. Of a country that is not known here, as it is.
 */
export function shownPhone(number: string, home: string): string {
  const national = nationalForm(number);
  if (!national) return number;
  const { code, shown } = national;
  return home.startsWith(`+${code}`) ? shown : `+${code} ${shown.replace(/^0/, '').replaceAll('-', ' ')}`;
}

/** The number that people text, as they type it: in China none that takes texts begins with a 0. */
export const textedNumber = (number: string): string =>
  number.startsWith('+86') ? number.slice('+86'.length) : shownPhone(number, number);

/**
 * A number (E.164) as it stands in a text to somebody whose own begins as `home` does: the same, in one piece, since
 * older phones take a number out of a text up to the first space. Another country's is left with its calling code,
 * which any phone dials.
 */
export function dialledPhone(number: string, home: string): string {
  const national = nationalForm(number);
  return national && home.startsWith(`+${national.code}`) ? national.shown.replaceAll(' ', '') : number;
}

/** How the numbers of all begin whom a town texts; empty where they are of several countries. */
export const homeOf = ({
  countryCodes: [only, ...others],
}: Pick<TownSettings['sms'], 'countryCodes'>): string => (others.length === 0 ? `+${only}` : '');
