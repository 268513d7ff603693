import type { AskOfContact } from '../../../adapters/ask-store.js';
import { contactOfStaff } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { stoodInFor, standsInFor } from '../../../domain/posts/stands-in-for.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { asksMeantFor, type MeantAsk, meantAsksOf } from '../../use-cases/asks-meant-for.js';
import type { SendersAsk } from './sender.js';

type Effects = Services<{ asks: 'findOfPerson'; requests: 'read'; tasks: 'read' }>;

/** An ask as it was found; `handedTo`: it is somebody else's by now; `answer`: it was answered by this very text. */
export type FoundAsk = AskOfContact & Pick<SendersAsk, 'handedTo' | 'answer'>;

const handed = ({ ask, meant }: MeantAsk): FoundAsk => ({ ...ask, handedTo: meant });

/**
 * The sender's unanswered asks, by the contact under which they were put. Whoever left finds theirs as somebody else's.
 */
export async function unansweredOf(
  services: Effects,
  town: Town,
  { staff, contact, from, at }: { staff: Staff | undefined; contact: string; from: string; at: number },
): Promise<FoundAsk[]> {
  if (staff) {
    const { theirs, left } = await asksMeantFor(services, town, staff.id, at);
    return [...theirs, ...left.map(handed)];
  }
  const own = await services.asks.unanswered(town.settings.id, contact);
  const gone = formerOf(town, from);
  return gone === undefined ? own : [...(await meantAsksOf(services, town, gone, at)).map(handed), ...own];
}

/** What an earlier delivery of a text answered, as it was before that. */
export async function answeredBefore(
  { asks }: Services<{ asks: 'find' | 'findOfPerson' }>,
  town: string,
  contacts: readonly string[],
  text: string,
): Promise<FoundAsk[]> {
  const answered = (await Promise.all(contacts.map((contact) => asks.answered(town, contact)))).flat();
  const stored = await Promise.all(answered.map((ask) => asks.find(ask)));
  return answered.flatMap((ask, i) => {
    const answer = stored[i]?.answer;
    return answer?.key === text ? [{ ...ask, state: 'open', answer }] : [];
  });
}

/** Under which other contacts lie asks that the sender may have answered, or that others answered of theirs. */
export const otherContacts = (town: Town, staff: Staff | undefined, from: string, at: number): string[] => {
  const gone = staff ? undefined : formerOf(town, from);
  const others = staff ? standsInFor(town, staff.id, at) : gone === undefined ? [] : [gone];
  return others.map(contactOfStaff);
};

/** The asks that a colleague whose leave is over has again, of which whoever stood in was told. */
export async function givenBack(
  services: Effects,
  town: Town,
  staff: string,
  at: number,
): Promise<FoundAsk[]> {
  const back = await Promise.all(
    stoodInFor(town, staff, at).map((one) => meantAsksOf(services, town, one, at)),
  );
  return back.flat().map(handed);
}

/** Whoever left the town's service and texts from the number that they had in it. */
const formerOf = (town: Town, phone: string): string | undefined =>
  town.former.findLast((former) => former.phone === phone)?.id;
