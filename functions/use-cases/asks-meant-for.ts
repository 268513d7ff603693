import type { AskOfContact } from '../../adapters/ask-store.js';
import { contactOfStaff } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { hasLeft, meantFor } from '../../domain/asks/meant-for.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { Addressee } from '../../domain/asks/planned-ask.js';
import { standsInFor } from '../../domain/posts/stands-in-for.js';
import type { Town } from '../../domain/town/schema.js';
import { type AskSubject, loadSubject } from './ask-subject.js';

type Effects = Services<{ asks: 'findOfPerson'; requests: 'read'; tasks: 'read' }>;

/** An ask that nobody has answered, and whose it is by now; `left` where whoever was asked has the post no more. */
export interface MeantAsk {
  readonly ask: AskOfContact;
  readonly to: Addressee & { readonly who: 'staff' };
  readonly meant: string;
  readonly left: boolean;
  readonly subject: AskSubject;
}

/** The unanswered asks of somebody, with whose they are now. Those that the request goes on without are left out. */
export async function meantAsksOf(
  services: Effects,
  town: Town,
  staff: string,
  at: number,
): Promise<MeantAsk[]> {
  const put = await services.asks.unanswered(town.settings.id, contactOfStaff(staff));
  const found = await Promise.all(
    put.map(async (ask) => {
      const subject = await loadSubject(services, ask);
      const to = plannedAsk(subject.record, ask.n)?.to;
      if (to?.who !== 'staff') return [];
      return [{ ask, to, subject, meant: meantFor(town, to, at), left: hasLeft(town, to) }];
    }),
  );
  return found.flat();
}

/** The asks that are somebody's to answer: their own, and those of posts they have or stand in for. */
export async function asksMeantFor(
  services: Effects,
  town: Town,
  staff: string,
  at: number,
): Promise<{ readonly theirs: AskOfContact[]; readonly left: MeantAsk[] }> {
  const others = await Promise.all(
    standsInFor(town, staff, at).map((one) => meantAsksOf(services, town, one, at)),
  );
  const handed = others.flat().filter(({ meant }) => meant === staff);
  // Whoever has held their posts all along is asked nothing that is somebody else's.
  const moved = town.former.some(({ id }) => id === staff)
    ? (await meantAsksOf(services, town, staff, at)).filter(({ left }) => left)
    : [];
  const own = await services.asks.unanswered(town.settings.id, contactOfStaff(staff));
  const isGone = ({ subject, n }: AskOfContact): boolean =>
    moved.some(({ ask }) => ask.subject === subject && ask.n === n);
  return { theirs: [...own.filter((ask) => !isGone(ask)), ...handed.map(({ ask }) => ask)], left: moved };
}
