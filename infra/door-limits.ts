import type { DeclaredFunction } from '../functions/function-declaration.js';

/** How many calls of one route are let in: a second, for long, and at once. */
export interface DoorLimit {
  readonly rate: number;
  readonly burst: number;
  /** How long one of them usually takes a function. Seconds; without cold starts, one in hundreds in a flood. */
  readonly takes: number;
}

/**
 * Limits at the door. API Gateway counts all callers of a route together, so each route has limits of its own, and
 * whoever uses one up shuts nobody out of another. They bound what a flood costs and how many functions run at once;
 * one caller's share is for the town's limits (`callers`) and, where there is one, the firewall.
 */
export const DOOR_LIMITS = {
  /** Whoever follows a link that was sent to a group takes a page and some ten files, all in the same minute. */
  pages: { rate: 500, burst: 1000, takes: 0.02 },
  /** Wider than one loop of curl, which waits for each answer and comes to some tens a second. */
  reading: { rate: 100, burst: 200, takes: 0.1 },
  /** A province's tenfold peak is some 11 reports a second; a storm brings a town's at once, and pages try again. */
  sending: { rate: 60, burst: 500, takes: 0.3 },
  staff: { rate: 50, burst: 100, takes: 0.2 },
  /** Of those who are signed in, a handful for each town. */
  console: { rate: 20, burst: 100, takes: 0.3 },
  /** Texts that people send, of all towns: what is refused here, some carriers try but a few times. */
  carrier: { rate: 50, burst: 200, takes: 0.1 },
} as const satisfies Record<string, DoorLimit>;

const PAGES: ReadonlySet<string> = new Set(['serve-page', 'serve-console']);
const OF_DOOR = { texts: 'carrier', staff: 'staff', console: 'console' } as const;

/** The limits of a route, by the door behind which it lies. */
export function doorLimit(
  { name, door }: Pick<DeclaredFunction, 'name' | 'door'>,
  { method, permission }: Pick<DeclaredFunction['routes'][number], 'method' | 'permission'>,
): DoorLimit {
  if (PAGES.has(name) && permission === undefined) return DOOR_LIMITS.pages;
  if (door === 'texts' || door === 'staff' || door === 'console') return DOOR_LIMITS[OF_DOOR[door]];
  return DOOR_LIMITS[method === 'GET' ? 'reading' : 'sending'];
}
