import { isOthersTurn, type Lateness, latenessOf } from '../../../domain/request/running-deadline.js';
import type { RequestRow } from '../../../contracts/console/board.js';

/** The meanings of the board's colours. */
export type Urgency = Exclude<Lateness, 'still'> | 'waiting' | 'paused' | 'none';

export type Dated = Pick<RequestRow, 'dueAt' | 'pausedSince' | 'waitsFor'>;

/** How urgent an open request is at a moment, by the rule of lateness: the resident's turn is not. */
export function urgencyOf({ dueAt, pausedSince, waitsFor }: Dated, now: number, timeZone: string): Urgency {
  const timed = {
    dueAt: dueAt === undefined ? undefined : Date.parse(dueAt),
    pausedSince: pausedSince === undefined ? undefined : Date.parse(pausedSince),
    waits: waitsFor && { for: waitsFor },
  };
  const lateness = latenessOf(timed, now, timeZone);
  if (lateness !== 'still') return lateness;
  if (pausedSince !== undefined) return 'paused';
  return dueAt !== undefined && isOthersTurn(timed) ? 'waiting' : 'none';
}
