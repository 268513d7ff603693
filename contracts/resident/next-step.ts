import type { Messages } from './messages.js';
import type { TrackedRequest } from './tracked-request.js';

/** The next step, or how it ended, in one or two plain sentences. */
export function nextStep(
  request: Pick<TrackedRequest, 'status' | 'closedAs' | 'waitingPosition'>,
  messages: Messages,
): string {
  const { nextStep: next, closedAs, status } = messages;
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
