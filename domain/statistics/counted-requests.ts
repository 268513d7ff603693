import type { VerdictQuestion } from '../asks/verdict.js';
import type { RequestFacts } from '../request/facts.js';
import { judgedDeadline } from '../request/running-deadline.js';
import type { GivenVerdict } from '../request/verdicts.js';
import type { RequestFigure } from './figures.js';

/** Whether a moment lies in the period. */
export type Within = (at: number | undefined) => boolean;

/** How often a request counts in a figure, and each time whether it is of its part or of the rest. */
type Rule = (request: RequestFacts, within: Within) => readonly boolean[];

const NOT: readonly boolean[] = [];
const once = (counts: boolean): readonly boolean[] => (counts ? [true] : NOT);

/** Of each figure that counts requests: which, and as what. */
const RULES: Readonly<Record<RequestFigure, Rule>> = {
  handled: ({ handledAt }, within) => once(within(handledAt)),
  solved: (request, within) => once(isClosed(request, within) && isSolved(request)),
  petitionsMediated: (request, within) =>
    once(isClosed(request, within) && isSolved(request) && request.mediatedAt !== undefined),
  yuan: ({ handledAt, yuan = 0 }, within) => once(within(handledAt) && yuan > 0),
  received: ({ createdAt }, within) => once(within(createdAt)),
  closed: (request, within) => once(isClosed(request, within)),
  responseRate: (request, within) => inTime(response(request), within),
  onTimeRate: (request, within) => inTime(settlement(request), within),
  resolutionRate: (request, within) => (isClosed(request, within) ? [isSolved(request)] : NOT),
  satisfactionRate: (request, within) =>
    isClosed(request, within) && (request.verdict === 'satisfied' || request.verdict === 'unsatisfied')
      ? [request.verdict === 'satisfied']
      : NOT,
  claimedDone: ({ handledAt, handledAs }, within) => (within(handledAt) ? [handledAs === 'done'] : NOT),
  saidContacted: (request, within) => said('contacted', request, within),
  saidSolved: (request, within) => said('solved', request, within),
  saidSatisfied: (request, within) => said('satisfied', request, within),
  medianHoursToClose: (request, within) => once(isClosed(request, within)),
  p90HoursToClose: (request, within) => once(isClosed(request, within)),
};

/** How often a request counts in a figure: nothing where it does not; each time, whether of its part. */
export const timesCounted = (
  figure: RequestFigure,
  request: RequestFacts,
  within: Within,
): readonly boolean[] => RULES[figure](request, within);

const isClosed = (request: RequestFacts, within: Within): boolean =>
  within(request.closedAt) && isOwn(request);

/** A request that went its own way: one that was taken back or joined to another says nothing of how it was served. */
const isOwn = ({ closedAs }: RequestFacts): boolean => closedAs !== 'withdrawn' && closedAs !== 'joined';

const isSolved = ({ closedAs }: RequestFacts): boolean =>
  closedAs === 'satisfied' || closedAs === 'no_answer';

/** Each verdict that was given; of a request stored before each was kept, its last, when it was closed. */
export const verdictsOf = ({ verdicts, verdict, closedAt }: RequestFacts): readonly GivenVerdict[] => {
  if (verdicts) return verdicts;
  if (closedAt === undefined || verdict === undefined || verdict === 'no-answer') return [];
  return [{ at: closedAt, satisfied: verdict === 'satisfied' }];
};

const said = (question: VerdictQuestion, request: RequestFacts, within: Within): readonly boolean[] =>
  verdictsOf(request)
    .filter(({ at }) => within(at))
    .flatMap((verdict) => verdict[question] ?? []);

/** Something that was due: when it was done, by when it had to be, and when it was over without being done. */
interface Due {
  readonly doneAt: number | undefined;
  readonly by: number | undefined;
  readonly overAt: number | undefined;
}

const response = ({ acceptedAt, respondBy, closedAt }: RequestFacts): Due => ({
  doneAt: acceptedAt,
  by: respondBy,
  overAt: closedAt,
});

const settlement = (request: RequestFacts): Due => ({
  doneAt: request.handledAt,
  by: settleBy(request),
  overAt: request.closedAt,
});

/** By when there had to be an outcome. What is open is late by the same rule as on the board. */
export const settleBy = (request: RequestFacts): number | undefined =>
  request.handledAt === undefined ? judgedDeadline(request) : request.handleBy;

/**
 * Each counts once, in the period in which it was done in time or else in which its time ran out; so a figure does not
 * change any more when something late is done at last.
 */
function inTime({ doneAt, by, overAt }: Due, within: Within): readonly boolean[] {
  const isInTime = doneAt !== undefined && doneAt <= (by ?? Infinity);
  if (isInTime) return once(within(doneAt));
  const isMissed = within(by) && (doneAt !== undefined || overAt === undefined || overAt > (by ?? 0));
  return isMissed ? [false] : NOT;
}
