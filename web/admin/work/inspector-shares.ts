import type { Check } from './inspection-part.js';

/** What one inspector has to do, and how far they are. */
export interface InspectorShare {
  readonly by: string;
  readonly name: string;
  readonly all: number;
  readonly made: number;
  readonly reached: number;
  readonly notReached: number;
  /** What is due first of what they are asked, and how many are left after it. */
  readonly next?: Check | undefined;
  readonly after: number;
}

const isReached = ({ result }: Check): boolean => result === 'satisfied' || result === 'unsatisfied';

/** What has no time yet comes once something before it is answered. */
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
