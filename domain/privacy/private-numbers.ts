/** The kinds of numbers that people type without thinking who will read them. */
export type PrivateKind = 'identity' | 'card' | 'phone';

export interface PrivateNumber {
  readonly kind: PrivateKind;
  /** As it was typed. */
  readonly text: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** A resident identity number of China: GB 11643-1999, eighteen characters, the last by ISO 7064 MOD 11-2. */
function isIdentityNumber(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits))
    return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECKS[sum % 11] === digits[17];
}

const LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';

/** A Personal Public Service number of Ireland: seven digits, a check letter (modulo 23), perhaps one more letter. */
function isServiceNumber(text: string): boolean {
  const [, digits = '', check, second] = /^(\d{7})([A-W])([A-IW])?$/.exec(text) ?? [];
  if (check === undefined) return false;
  const sum = Array.from(digits).reduce((total, digit, at) => total + Number(digit) * (8 - at), 0);
  return LETTERS[(sum + LETTERS.indexOf(second ?? 'W') * 9) % 23] === check;
}

/** A bank card: 13 to 19 digits that pass ISO/IEC 7812-1, annex B (Luhn). */
function isCardNumber(digits: string): boolean {
  if (!/^[2-9]\d{12,18}$/.test(digits)) return false;
  const sum = Array.from(digits).reduceRight((total, digit, at) => {
    const doubled = (digits.length - at) % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Mobile numbers of China, and anything written with a country code. */
const isPhoneNumber = (digits: string): boolean =>
  /^(?:\+?86)?1[3-9]\d{9}$/.test(digits) || /^\+\d{8,15}$/.test(digits);

function kindOf(candidate: string): PrivateKind | undefined {
  const plain = candidate.normalize('NFKC').toUpperCase().replaceAll(/[ -]/g, '');
  if (isIdentityNumber(plain) || isServiceNumber(plain)) return 'identity';
  if (isCardNumber(plain)) return 'card';
  return isPhoneNumber(plain) ? 'phone' : undefined;
}

/** Digits, full-width ones too, perhaps in groups, perhaps with letters at their end. */
const CANDIDATE = /\+?[\d\uFF10-\uFF19](?:[ -]?[\d\uFF10-\uFF19]){6,18}[A-Za-z\uFF38\uFF58]{0,2}/g;

/**
 * Identity numbers, bank cards and telephone numbers in somebody's words, in their order. Numbers with a check
 * character are taken for what they are only when it is right, so that a meter's or a contract's number is left alone.
 */
export function findPrivateNumbers(words: string): PrivateNumber[] {
  return [...words.matchAll(CANDIDATE)].flatMap(([text]) => {
    const kind = kindOf(text);
    return kind === undefined ? [] : [{ kind, text }];
  });
}

/** The words without numbers of these kinds; each leaves a mark, so that something is seen to have stood there. */
export const withoutNumbers = (words: string, kinds: readonly PrivateKind[]): string =>
  words.replaceAll(CANDIDATE, (text) => {
    const kind = kindOf(text);
    return kind !== undefined && kinds.includes(kind) ? '***' : text;
  });
