import type { RequestFacts } from '../request/facts.js';
import type { TownSettings } from '../town/schema.js';

const DAY = 86_400_000;

/** One place, village and group, and one category: what comes again there has a cause of its own. */
export interface CausePlace {
  readonly village: string;
  readonly group: number;
  readonly category: string;
}

type Placed = Pick<RequestFacts, 'village' | 'group' | 'category'>;

/** Where a request belongs; nowhere, where no village and group are known. */
export const causePlaceOf = ({ village, group, category }: Placed): CausePlace | undefined =>
  village === undefined || group === undefined ? undefined : { village, group, category };

export const isAt = (place: CausePlace, facts: Placed): boolean =>
  facts.village === place.village && facts.group === place.group && facts.category === place.category;

/** A report that was withdrawn, or was of the same event as another, is no recurrence. */
const counts = ({ closedAs }: RequestFacts): boolean =>
  closedAs !== undefined && closedAs !== 'withdrawn' && closedAs !== 'joined';

/** The closed requests of one place and category. */
export interface Recurrence {
  readonly place: CausePlace;
  /** In the order in which they were closed. */
  readonly requests: readonly RequestFacts[];
}

function byPlace(requests: readonly RequestFacts[]): Recurrence[] {
  const groups = new Map<string, { place: CausePlace; requests: RequestFacts[] }>();
  for (const facts of requests) {
    const place = causePlaceOf(facts);
    if (!place) continue;
    const key = `${place.village}/${place.group}/${place.category}`;
    const group = groups.get(key) ?? { place, requests: [] };
    group.requests.push(facts);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Places where so many requests of a category closed in the days before `at`: the third closure opens a search. */
export function recurrencesAt(
  requests: readonly RequestFacts[],
  { causes: { closures, withinDays } }: Pick<TownSettings, 'causes'>,
  at: number,
): Recurrence[] {
  const since = at - withinDays * DAY;
  const closed = requests
    .filter((facts) => counts(facts) && (facts.closedAt ?? 0) > since && (facts.closedAt ?? 0) <= at)
    .toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0));
  return byPlace(closed).filter((recurrence) => recurrence.requests.length >= closures);
}

/** When a place came to its third closure, and what was closed there by then and since. */
export interface FoundRecurrence extends CausePlace {
  readonly foundAt: number;
  readonly requests: readonly string[];
}

/** The causes that would have been found among requests that are over, the first to be found first. */
export function recurrencesIn(
  requests: readonly RequestFacts[],
  settings: Pick<TownSettings, 'causes'>,
): FoundRecurrence[] {
  const closed = requests.filter(counts).toSorted((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0));
  return byPlace(closed)
    .flatMap(({ place, requests: all }) => {
      const third = all.find(({ closedAt = 0 }) => recurrencesAt(all, settings, closedAt).length > 0);
      return third?.closedAt === undefined
        ? []
        : [{ ...place, foundAt: third.closedAt, requests: all.map(({ id }) => id) }];
    })
    .toSorted((a, b) => a.foundAt - b.foundAt);
}
