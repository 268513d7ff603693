import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { TownSettings } from '../town/schema.js';
import { isMistyped, whyNobodys } from './whose-number.js';

/** The country whose national form is understood without a +country: that of the town's first calling code. */
const callingCode = (settings: Pick<TownSettings, 'sms'>): string => settings.sms.countryCodes[0] ?? '86';

/** Reads a phone number as people write it, national or with a country code, into E.164; undefined when it is none. */
export function readPhone(text: string, settings: Pick<TownSettings, 'sms'>): string | undefined {
  // The library takes 00 for an international prefix only where it is told a country, not a calling code.
  const written = text.normalize('NFKC').replace(/^\s*00(?=[1-9])/, '+');
  const phone = parsePhoneNumberFromString(written, {
    defaultCallingCode: callingCode(settings),
  });
  return phone?.isPossible() === true && !isMistyped(phone.number) ? phone.number : undefined;
}

/** The first phone number in free words that somebody may hold, E.164. */
export function findPhone(words: string, settings: Pick<TownSettings, 'sms'>): string | undefined {
  const found = findPhoneNumbersInText(words.normalize('NFKC'), {
    defaultCallingCode: callingCode(settings),
    extended: true,
  });
  return found
    .map(({ number }) => number.number)
    .find((number) => !isMistyped(number) && !whyNobodys(number, settings));
}
