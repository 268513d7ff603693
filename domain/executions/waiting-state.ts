import type { RequestFacts } from '../request/facts.js';
import { COORDINATING_STATES } from './coordinating-states.js';
import { type Lateness, latenessOf, waitReason } from '../request/running-deadline.js';

type Waiting = Pick<RequestFacts, 'step' | 'path' | 'waits' | 'pausedSince' | 'dueAt' | 'closedAt'>;

/** Where `resident-request` waits while a request is handled. */
const COORDINATED: Readonly<Record<RequestFacts['path'], string>> = {
  'same-day': 'Coordinate: handle it in the grid',
  ...COORDINATING_STATES,
};

/** The state of `resident-request` in which an open request waits, by its step and the reason in its record. */
export function waitingState(facts: Waiting): string {
  const reason = waitReason(facts);
  if (reason === 'attention') return 'Attention: wait for the duty desk';
  switch (facts.step) {
    case 'intake':
      return reason === 'question' ? 'Intake: ask the sender back' : 'Intake: find place and path';
    case 'assignment':
      return reason === 'placing'
        ? 'Assign: ask the duty desk to place it'
        : 'Assign: ask the grid team to take it';
    case 'coordination':
      return reason === 'first-report' ? 'Coordinate: wait for the first report' : COORDINATED[facts.path];
    case 'closure':
      return 'Close: ask the resident';
  }
}

/** Whether anybody is asked about it yet: one that is closed and whose closing failed waits for the duty desk. */
export const isWaiting = (facts: Waiting): boolean =>
  facts.closedAt === undefined || waitReason(facts) === 'attention';

export interface WaitingHere extends Readonly<Record<Lateness, number>> {
  readonly state: string;
}

const NOBODY: Readonly<Record<Lateness, number>> = { overdue: 0, today: 0, later: 0, still: 0 };

/** How many open requests wait in each state, and how late they are. */
export function countWaiting(all: readonly Waiting[], at: number, timeZone: string): WaitingHere[] {
  const counts = new Map<string, Record<Lateness, number>>();
  for (const facts of all) {
    const state = waitingState(facts);
    const count = counts.get(state) ?? { ...NOBODY };
    count[latenessOf(facts, at, timeZone)] += 1;
    counts.set(state, count);
  }
  return [...counts].map(([state, count]) => ({ state, ...count }));
}
