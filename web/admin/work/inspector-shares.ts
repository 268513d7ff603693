import type { Check } from './inspection-part.js';

/** One inspector's checks, and how far they are. */
export interface InspectorShare {
  readonly by: string;
  readonly name: string;
  readonly all: number;
  readonly made: number;
  readonly reached: number;
  readonly notReached: number;
  /** The check that is due first, of those they are asked about. */
  readonly next?: Check | undefined;
  readonly after: number;
}

const isReached = ({ result }: Check): boolean => result === 'satisfied' || result === 'unsatisfied';

/** A check without a time yet comes once something before it is answered. */
const byDue = (a: Check, b: Check): number => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~', 'en');

/** The checks and calls of an inspection by who makes them, in the order in which they first come. */
export function inspectorShares(checks: readonly Check[]): InspectorShare[] {
  return [...new Set(checks.map(({ by }) => by))].map((by) => {
    const own = checks.filter((check) => check.by === by);
    const open = own.filter(({ result }) => result === undefined).toSorted(byDue);
    return {
      by,
      name: own[0]?.byName ?? by,
      all: own.length,
      made: own.length - open.length,
      reached: own.filter(isReached).length,
      notReached: own.filter(({ result }) => result === 'not-reached').length,
      next: open[0],
      after: Math.max(0, open.length - 1),
    };
  });
}
