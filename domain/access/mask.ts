/** Digits of a phone that stay: enough to tell two apart that one already knows, too few to call. */
const PHONE_ENDS = { first: 3, last: 2 } as const;

/** A number with its middle hidden: `+8613800001234` is `+86*********34`. */
export function maskPhone(phone: string): string {
  const { first, last } = PHONE_ENDS;
  return phone.length <= first + last
    ? '*'.repeat(phone.length)
    : phone.slice(0, first) + '*'.repeat(phone.length - first - last) + phone.slice(-last);
}

/** A name as its first character: `王*`. */
export const maskName = (name: string): string => {
  const [first = ''] = name;
  return first === '' ? '' : `${first}*`;
};
