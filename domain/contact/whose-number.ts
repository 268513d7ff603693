import type { TownSettings } from '../town/schema.js';

/** Why a number is nobody's: the town's own, one of a country that the town does not text, or a service's. */
export type Nobodys = 'own' | 'foreign' | 'service';

/**
 * Whether a number (E.164, or as a carrier writes it) is one that nobody holds. The town would text it to no use, at a
 * cost, or be answered by a machine for ever. Kinds of numbers are the town's data: the library's own would make a
 * function's bundle half as large again.
 */
export function whyNobodys(number: string, { sms }: Pick<TownSettings, 'sms'>): Nobodys | undefined {
  if (number === sms.number) return 'own';
  if (!sms.countryCodes.some((code) => number.startsWith(`+${code}`))) return 'foreign';
  return sms.serviceNumbers.some((pattern) => new RegExp(`^(?:${pattern})$`).test(number))
    ? 'service'
    : undefined;
}

/**
 * Whether a Chinese mobile number has a digit too few or too many, and so is nobody's: the library knows the lengths of a country's
 * numbers and not of a mobile's, and whoever left it would hear nothing. Numbers in 160 and 168 are services, short ones too.
 */
export const isMistyped = (number: string): boolean => /^\+861(?!6[08])[3-9](?!\d{9}$)/.test(number);
