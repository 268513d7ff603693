import { localDate } from '../calendar/local-time.js';
import type { DueRange } from './due-range.js';
import type { RequestFacts } from './facts.js';
import type { WaitReason } from './waits-for.js';

type Timed = Pick<RequestFacts, 'closedAt' | 'pausedSince' | 'dueAt' | 'waits'>;

/**
 * A request that was closed since the day ended waited for its end; one stored before reasons were kept has none yet.
 */
export const waitReason = ({ waits, pausedSince }: Timed): WaitReason =>
  waits?.for ?? (pausedSince === undefined ? 'start' : 'documents');

/** These wait for the resident, or for another request: whoever works on it has done what is to be done now. */
const NOT_LATE: ReadonlySet<WaitReason> = new Set(['documents', 'confirmation', 'first-report']);

/** Whether it is the resident's turn, who knows it, or another request comes first. */
export const isOthersTurn = (request: Timed): boolean => NOT_LATE.has(waitReason(request));

/** The deadline of a request while somebody should be working on it; undefined when nothing can be late. */
export const runningDeadline = (request: Timed): number | undefined =>
  request.closedAt === undefined && request.pausedSince === undefined && !isOthersTurn(request)
    ? request.dueAt
    : undefined;

/** In the order of the deadlines that run; what nothing is late of comes last. */
export const soonestDue = (a: Timed, b: Timed): number =>
  (runningDeadline(a) ?? Infinity) - (runningDeadline(b) ?? Infinity);

/** The deadline by which a request is judged: while it is open, the one that runs. */
export const judgedDeadline = (request: Timed): number | undefined =>
  request.closedAt === undefined ? runningDeadline(request) : request.dueAt;

export const LATENESS = ['overdue', 'today', 'later', 'still'] as const;
/** How late a request is; `still`: nothing can be late: it is closed, its clocks stand, or it is another's turn. */
export type Lateness = (typeof LATENESS)[number];

/** The one rule of lateness, and of what is due later today: for board, waiting graph, statistics, daily close. */
export function latenessOf(request: Timed, at: number, timeZone: string): Lateness {
  if (isOverdue(request, at)) return 'overdue';
  const due = runningDeadline(request);
  if (due === undefined) return 'still';
  return localDate(due, timeZone) === localDate(at, timeZone) ? 'today' : 'later';
}

/** Whether the deadline passed while somebody should have worked on it: due at this moment is late. */
export const isOverdue = (request: Timed, at: number): boolean =>
  (runningDeadline(request) ?? Infinity) <= at;

/** Whether it is due in a range by a clock that runs. */
export function isDueIn(request: Timed, { from, to }: DueRange): boolean {
  const due = runningDeadline(request);
  return due !== undefined && due >= from && due < to;
}
