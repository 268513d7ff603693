import { COORDINATING_STATES } from './coordinating-states.js';

/** `coordination`: its request is retried in its place. `coordinating`: it is retried itself. */
export type NotRedriven = 'coordination' | 'coordinating';

const COORDINATING: ReadonlySet<string> = new Set(Object.values(COORDINATING_STATES));

/**
 * Why a redrive would not take up the work of an execution that ended unfinished, by its machine and the state that it
 * stands in; undefined where it would. A request waits for its coordination no more once either has ended, so that a
 * coordination goes on for nobody; and each is begun once under its name: only a retry begins the next round.
 */
export function whyNotRedriven(machine: string, state: string | undefined): NotRedriven | undefined {
  if (machine === 'coordination') return 'coordination';
  const isCoordinating = machine === 'resident-request' && state !== undefined && COORDINATING.has(state);
  return isCoordinating ? 'coordinating' : undefined;
}
