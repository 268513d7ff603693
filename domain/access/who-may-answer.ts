import type { AskKind } from '../asks/ask-names.js';
import type { Town } from '../town/schema.js';

/** Whether an ask was put to the duty desk: to one of its contacts, whoever of them. */
const isOfDesk = ({ settings, departments }: Town, addressee: string): boolean =>
  departments.some(
    ({ id, contacts }) => id === settings.departments.dutyDesk && contacts.includes(addressee),
  );

/**
 * Who answers an ask in the console, as it stands in the record: the member of staff it was put to; of what the duty
 * desk is asked, and of where something belongs, whomever silence has reached since, whoever of the desk signed in,
 * else the one who was asked. Undefined when it is not for them to answer.
 */
export function answersAs(
  town: Town,
  { addressee, kind }: { readonly addressee: string; readonly kind: AskKind },
  signedIn: string | undefined,
): string | undefined {
  if (signedIn === addressee) return addressee;
  if (!isOfDesk(town, addressee) && kind !== 'placement') return undefined;
  return signedIn !== undefined && isOfDesk(town, signedIn) ? signedIn : addressee;
}
