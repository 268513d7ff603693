import type { RequestFacts } from './facts.js';
import type { WaitReason } from './waits-for.js';

type Timed = Pick<RequestFacts, 'closedAt' | 'pausedSince' | 'dueAt' | 'waits'>;

/** What was closed since the day ended waited for its end; what was stored before reasons were kept has none yet. */
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
