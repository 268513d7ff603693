import { localDate } from '../../../domain/calendar/local-time.js';
import type { RequestRow } from '../../../contracts/console/requests.js';

/** What the colours of the board say. */
export type Urgency = 'overdue' | 'today' | 'later' | 'paused' | 'none';

/** How urgent an open request is at a moment: what the colours of the board say. */
export function urgencyOf(
  { dueAt, pausedSince }: Pick<RequestRow, 'dueAt' | 'pausedSince'>,
  now: number,
  timeZone: string,
): Urgency {
  if (pausedSince !== undefined) return 'paused';
  if (dueAt === undefined) return 'none';
  const due = Date.parse(dueAt);
  if (due <= now) return 'overdue';
  return localDate(due, timeZone) === localDate(now, timeZone) ? 'today' : 'later';
}
