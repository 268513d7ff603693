import type { Services } from '../../adapters/services.js';
import { meantFor } from '../../domain/asks/meant-for.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { RequestFacts } from '../../domain/request/facts.js';
import { ownerNow } from '../../domain/request/owner-of.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { isUrgent } from '../../domain/request/is-urgent.js';
import type { WaitReason } from '../../domain/request/waits-for.js';
import { categoryTitle, placeName } from '../../domain/request/words.js';
import { taskPlace } from '../../domain/task/task-words.js';
import type { Town } from '../../domain/town/schema.js';
import type { Language } from '../../domain/words/language.js';
import { type MeantAsk, meantAsksOf } from './asks-meant-for.js';

type Reading = Services<{ asks: 'findOfPerson'; requests: 'read'; tasks: 'read' }>;

/** Something handed to somebody else: an ask, a request that is theirs to the end, or work that returns to them. */
export interface Item {
  /** Which it is, for whom. */
  readonly key: string;
  readonly to: string;
  readonly urgent: boolean;
  /** Whoever stands in during a leave hears of asks alone. */
  readonly isAsk: boolean;
  /** Who was named for it, and whose it is in a town for that. */
  readonly named: string;
  readonly whose: (town: Town) => string | undefined;
  readonly line: (language: Language) => string;
}

/** Their unanswered asks, the most pressing first. */
export const openAsksOf = async (
  services: Reading,
  town: Town,
  staff: readonly string[],
  at: number,
): Promise<MeantAsk[]> =>
  (await Promise.all(staff.map((one) => meantAsksOf(services, town, one, at))))
    .flat()
    .filter(({ ask }) => at < ask.until)
    .toSorted((a, b) => a.ask.until - b.ask.until);

export const itemOfAsk = (town: Town, { ask, to, meant, subject }: MeantAsk, at: number): Item => ({
  key: `${meant} ${ask.subject}/${ask.n}`,
  to: meant,
  isAsk: true,
  named: to.staff,
  whose: (other) => meantFor(other, to, at),
  urgent: subject.of === 'request' && isUrgent(subject.record),
  line: (language) => {
    const about =
      subject.of === 'request'
        ? matterOf(subject.record, town, language)
        : taskPlace(subject.record, town, language);
    return `${ask.code} ${showRequestId(ask.subject)} ${about}`.trim();
  },
});

/** Its matter, and where it is. */
const matterOf = (
  request: Pick<RequestRecord, 'category' | 'village' | 'group' | 'grid'>,
  town: Town,
  language: Language,
): string => {
  const what = categoryTitle(town, request.category)[language];
  const where = placeName(request, { town }, language);
  return where === '' ? what : `${what}${language === 'en' ? ', ' : '，'}${where}`;
};

export interface Left {
  readonly staff: string;
  /** The town with them at work still. */
  readonly here: Town;
  /** Whoever left, those who had their posts before them, and those for whom they stood in. */
  readonly before: readonly string[];
  /** Their asks, which are told of anyway. */
  readonly asks: readonly MeantAsk[];
  /** Every open request of the town. */
  readonly open: () => Promise<readonly RequestFacts[]>;
  readonly at: number;
}

/** Work on these comes back to whoever had it, once the resident has brought what is missing. */
const HOLDING: ReadonlySet<WaitReason | undefined> = new Set(['documents', 'sign-off']);

/**
 * Work that is theirs though no ask is open: requests they own to the end, and those that return to them once documents
 * are there.
 */
export async function itemsBeside(
  services: Services<{ requests: 'read' }>,
  town: Town,
  left: Left,
): Promise<Item[]> {
  const { staff, here, before, asks, at } = left;
  const untold = (await left.open()).filter(
    ({ id, closedAs }) => closedAs === undefined && !asks.some(({ ask }) => ask.subject === id),
  );
  const isOwned = (facts: RequestFacts): boolean =>
    before.includes(facts.owner ?? '') && ownerNow(facts, here, at) === staff;
  const owned = untold.filter(isOwned).flatMap((facts) => {
    const { owner = '' } = facts;
    return itemOf(town, facts, { named: owner, whose: (other) => ownerNow(facts, other, at) ?? owner });
  });
  const holding = untold.filter((facts) => !isOwned(facts) && HOLDING.has(facts.waits?.for));
  const records = await Promise.all(holding.map(({ id }) => services.requests.load(town.settings.id, id)));
  return [...owned, ...records.flatMap((record) => heldIn(record, town, left))];
}

const heldIn = (record: RequestRecord, town: Town, { staff, here, before, at }: Left): Item[] =>
  record.asks.flatMap(({ held }) =>
    held && before.includes(held.to.staff) && meantFor(here, held.to, at) === staff
      ? itemOf(town, record, {
          named: held.to.staff,
          whose: (other) => meantFor(other, held.to, at),
        })
      : [],
  );

const itemOf = (
  town: Town,
  request: Pick<RequestRecord, 'id' | 'category' | 'village' | 'group' | 'grid'>,
  { named, whose }: { named: string; whose: (town: Town) => string },
): Item[] => {
  const to = whose(town);
  const line = (language: Language): string =>
    `${showRequestId(request.id)} ${matterOf(request, town, language)}`;
  const key = `${to} ${request.id}`;
  return to === named ? [] : [{ key, to, urgent: false, isAsk: false, named, whose, line }];
};
