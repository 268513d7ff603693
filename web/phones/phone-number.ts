/**
 * A typed telephone number in E.164: digits of any width, with spaces, brackets and hyphens, with or without the
 * calling code. Undefined when it is none.
 */
export function phoneNumber(typed: string, countryCode: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s().\-\u2010-\u2015]/g, '');
  const international = plain.replace(/^00/, '+');
  const number = international.startsWith('+')
    ? international
    : `+${countryCode}${international.replace(/^0/, '')}`;
  return /^\+\d{8,15}$/.test(number) ? number : undefined;
}
