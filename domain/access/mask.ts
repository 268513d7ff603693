import { callingCodeOf } from '../contact/national-number.js';

/** Digits at the end of a phone that stay: enough to tell two apart that one already knows, too few to call. */
const LAST = 2;
/** What stays at its beginning where its country is not known here. */
const FIRST = 3;

/** A number with its middle hidden behind its calling code: `+8613800001234` is `+86*********34`. */
export function maskPhone(phone: string): string {
  const first = callingCodeOf(phone)?.length ?? FIRST;
  return phone.length <= first + LAST
    ? '*'.repeat(phone.length)
    : phone.slice(0, first) + '*'.repeat(phone.length - first - LAST) + phone.slice(-LAST);
}

/** A name as its first character: `王*`. */
export const maskName = (name: string): string => {
  const [first = ''] = name;
  return first === '' ? '' : `${first}*`;
};
