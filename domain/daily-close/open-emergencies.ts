import type { RequestFacts } from '../request/facts.js';
import { isUrgent } from '../request/is-urgent.js';
import type { Status } from '../request/status.js';
import type { Town } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';

/** An emergency that is not over, as everybody may know of it. */
export interface OpenEmergency {
  /** Epoch milliseconds. */
  readonly since: number;
  /** Somebody has taken it up since it was raised, and the ladder was not silent since; else people are being called. */
  readonly answered: boolean;
  /** Its category and place, if it is of a kind that concerns public places. */
  readonly category?: Bilingual;
  readonly village?: Bilingual;
}

interface Row {
  readonly facts: RequestFacts;
  readonly status: Status;
}

/**
 * The emergencies under way, the oldest first. One of a kind that concerns somebody's home, or that complains about
 * staff, is counted: what it is and where is not said.
 */
export function openEmergencies(
  rows: readonly Row[],
  { categories, villages }: Pick<Town, 'categories' | 'villages'>,
): OpenEmergency[] {
  return rows
    .filter(({ facts, status }) => facts.closedAt === undefined && isUrgent({ path: facts.path, status }))
    .map(({ facts: { createdAt, helped, category, village, about } }) => {
      const said = { since: createdAt, answered: helped === true };
      const kind = categories.find(({ id }) => id === category);
      if (kind?.public !== true || about !== undefined) return said;
      const where = villages.find(({ id }) => id === village);
      return { ...said, category: kind.name, ...(where && { village: where.name }) };
    })
    .toSorted((a, b) => a.since - b.since);
}
