import { isOver, type TrackedRequest } from './tracked-request.js';

type Stands = Pick<TrackedRequest, 'status' | 'closedAs' | 'newsAgainAt'>;

/** Whether its resident may ask how it stands: there is nobody to ask where it is over or waits for their own word. */
export function mayAskNews(request: Stands, at: number): 'now' | 'later' | 'never' {
  if (isOver(request) || request.status === 'awaiting_confirmation') return 'never';
  return request.newsAgainAt !== undefined && at < Date.parse(request.newsAgainAt) ? 'later' : 'now';
}

/** Whether its resident may add to it; to a refusal they may object for a while. The server has the same rule. */
export const takesRemarks = (
  request: Pick<TrackedRequest, 'status' | 'closedAs' | 'objectUntil'>,
  at: number,
): boolean =>
  request.closedAs === 'refused'
    ? request.objectUntil !== undefined && at < Date.parse(request.objectUntil)
    : !isOver(request);
