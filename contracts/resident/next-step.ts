import type { Step } from '../../domain/request/steps.js';
import type { Messages } from './messages.js';
import { isOver, type TrackedRequest } from './tracked-request.js';

/** How it stands, in a few words. */
export const standsAs = (
  { status, unanswered }: Pick<TrackedRequest, 'status' | 'unanswered'>,
  messages: Messages,
): string => (unanswered ? messages.unanswered : messages.status[status]);

/** The next step, or how it ended, in one or two plain sentences. */
export function nextStep(
  request: Pick<TrackedRequest, 'status' | 'closedAs' | 'waitingPosition' | 'unanswered'>,
  messages: Messages,
): string {
  const { nextStep: next, closedAs, status } = messages;
  if (request.unanswered) return next.unanswered;
  switch (request.status) {
    case 'received':
      return next.received;
    case 'assigned':
      return next.assigned;
    case 'accepted':
      return next.accepted;
    case 'coordinating':
      return request.waitingPosition === undefined
        ? next.coordinating
        : next.waiting(request.waitingPosition);
    case 'awaiting_confirmation':
      return next.awaiting;
    case 'closed':
      return request.closedAs === undefined ? status.closed : closedAs[request.closedAs];
    case 'withdrawn':
      return closedAs.withdrawn;
  }
}

type Going = Pick<TrackedRequest, 'path' | 'confidential'>;

/** No petition, and no complaint about staff, whichever way it goes, is sent to the grid of whoever made it. */
const goesToGrid = ({ path, confidential }: Going): boolean => path !== 'petition' && !confidential;

/** A step by its name. */
export const stepName = (request: Going, step: Step, { track: { steps } }: Messages): string =>
  step === 'assignment' && !goesToGrid(request) ? steps.petition : steps[step];

/** Whether the documents of its category are to be brought: not while somebody complains of how they were dealt with. */
export const wantsDocuments = (request: Going & Pick<TrackedRequest, 'status'>): boolean =>
  !isOver(request) && goesToGrid(request);

/** What is due next from the town, and whether its time is over; undefined while nothing is, or the clock stands. */
export function dueNext(
  request: Pick<TrackedRequest, 'status' | 'nextStep' | 'dueAt' | 'pausedSince'>,
  now: number,
): { readonly step?: string; readonly at: string; readonly isLate: boolean } | undefined {
  const { nextStep: step, dueAt, pausedSince } = request;
  const at = step?.dueAt ?? dueAt;
  // While the resident is asked, nothing is due from anybody else.
  if (isOver(request) || request.status === 'awaiting_confirmation' || at === undefined) return undefined;
  const isLate = pausedSince === undefined && Date.parse(at) < now;
  return { ...(step && { step: step.name }), at, isLate };
}
