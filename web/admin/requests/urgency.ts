import { localDate } from '../../../domain/calendar/local-time.js';
import { isOthersTurn, runningDeadline } from '../../../domain/request/running-deadline.js';
import type { RequestRow } from '../../../contracts/console/requests.js';

/** What the colours of the board say. */
export type Urgency = 'overdue' | 'today' | 'later' | 'waiting' | 'paused' | 'none';

export type Dated = Pick<RequestRow, 'dueAt' | 'pausedSince' | 'waitsFor'>;

/** How urgent an open request is at a moment, by the rule that counts what is late: what waits for the resident is not. */
export function urgencyOf({ dueAt, pausedSince, waitsFor }: Dated, now: number, timeZone: string): Urgency {
  const timed = {
    dueAt: dueAt === undefined ? undefined : Date.parse(dueAt),
    pausedSince: pausedSince === undefined ? undefined : Date.parse(pausedSince),
    waits: waitsFor && { for: waitsFor },
  };
  if (pausedSince !== undefined) return 'paused';
  if (dueAt === undefined) return 'none';
  if (isOthersTurn(timed)) return 'waiting';
  const due = runningDeadline(timed) ?? Infinity;
  if (due <= now) return 'overdue';
  return localDate(due, timeZone) === localDate(now, timeZone) ? 'today' : 'later';
}
