import type { CauseFacts } from '../causes/cause-facts.js';
import type { VerdictQuestion } from '../asks/verdict.js';
import type { RequestFacts } from '../request/facts.js';
import { judgedDeadline } from '../request/running-deadline.js';
import type { GivenVerdict } from '../request/verdicts.js';
import type { CauseCounts, Figures, Share } from './figures.js';
import type { VisitFacts } from '../visits/visit-record.js';
import type { ReceptionFacts } from './history-facts.js';

/** What happened, in a place or in all of them. */
export interface Happenings {
  readonly requests: readonly RequestFacts[];
  readonly visits: readonly VisitFacts[];
  readonly receptions: readonly ReceptionFacts[];
  readonly causes: readonly CauseFacts[];
}

/** From a moment up to but not including another, epoch milliseconds. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;

/** The figures of a period as `DEFINITIONS` words them. Requests may have been received long before it. */
export function countFigures({ requests, visits, receptions, causes }: Happenings, period: Period): Figures {
  const within = isWithin(period);
  const handled = requests.filter(({ handledAt }) => within(handledAt));
  const closed = requests.filter((request) => within(request.closedAt) && isOwn(request));
  const solved = closed.filter(isSolved);
  const judged = closed.filter(({ verdict }) => verdict === 'satisfied' || verdict === 'unsatisfied');
  const hours = closed.map(({ createdAt, closedAt = createdAt }) => (closedAt - createdAt) / HOUR);
  return {
    people: sum([...visits, ...receptions].map(({ at, people }) => (within(at) ? people : 0))),
    handled: handled.length,
    solved: solved.length,
    petitionsMediated: solved.filter(({ mediatedAt }) => mediatedAt !== undefined).length,
    yuan: sum(handled.map(({ yuan = 0 }) => yuan)),
    received: requests.filter(({ createdAt }) => within(createdAt)).length,
    closed: closed.length,
    responseRate: inTime(requests.map(response), within),
    onTimeRate: inTime(requests.map(settlement), within),
    resolutionRate: shareOf(solved.length, closed.length),
    satisfactionRate: shareOf(judged.filter(({ verdict }) => verdict === 'satisfied').length, judged.length),
    claimedDone: shareOf(handled.filter(({ handledAs }) => handledAs === 'done').length, handled.length),
    ...saidShares(requests.flatMap(verdictsOf).filter(({ at }) => within(at))),
    medianHoursToClose: percentile(hours, 50),
    p90HoursToClose: percentile(hours, 90),
    ...countCauses(causes, period),
  };
}

const isWithin =
  ({ from, to }: Period) =>
  (at: number | undefined): boolean =>
    at !== undefined && at >= from && at < to;

/** The causes that were looked for: opened in the period, not over at its end, and over in it because nothing came again. */
export function countCauses(causes: readonly CauseFacts[], period: Period): CauseCounts {
  const within = isWithin(period);
  return {
    causesOpened: causes.filter(({ createdAt }) => within(createdAt)).length,
    causesWaiting: causes.filter(
      ({ createdAt, closedAt = Infinity }) => createdAt < period.to && closedAt >= period.to,
    ).length,
    causesCleared: causes.filter(({ closedAt, result }) => result === 'cleared' && within(closedAt)).length,
  };
}

/** Each verdict that was given; of a request stored before each was kept, its last, when it was closed. */
export const verdictsOf = ({ verdicts, verdict, closedAt }: RequestFacts): readonly GivenVerdict[] => {
  if (verdicts) return verdicts;
  if (closedAt === undefined || verdict === undefined || verdict === 'no-answer') return [];
  return [{ at: closedAt, satisfied: verdict === 'satisfied' }];
};

function saidShares(verdicts: readonly GivenVerdict[]) {
  const share = (question: VerdictQuestion): Share => {
    const said = verdicts.flatMap((verdict) => verdict[question] ?? []);
    return shareOf(said.filter((yes) => yes).length, said.length);
  };
  return {
    saidContacted: share('contacted'),
    saidSolved: share('solved'),
    saidSatisfied: share('satisfied'),
  };
}

/** A request that went its own way: one that was taken back or joined to another says nothing of how it was served. */
const isOwn = ({ closedAs }: RequestFacts): boolean => closedAs !== 'withdrawn' && closedAs !== 'joined';

const isSolved = ({ closedAs }: RequestFacts): boolean =>
  closedAs === 'satisfied' || closedAs === 'no_answer';

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

/** What is open is late by the same rule as on the board. */
const settlement = (request: RequestFacts): Due => ({
  doneAt: request.handledAt,
  by: request.handledAt === undefined ? judgedDeadline(request) : request.handleBy,
  overAt: request.closedAt,
});

/**
 * Each counts once, in the period in which it was done in time or else in which its time ran out; so a figure does not
 * change any more when something late is done at last.
 */
function inTime(dues: readonly Due[], within: (at: number | undefined) => boolean): Share {
  const kept = dues.filter(({ doneAt, by }) => isInTime(doneAt, by) && within(doneAt));
  const missed = dues.filter((due) => isMissed(due, within));
  return shareOf(kept.length, kept.length + missed.length);
}

/** Its time ran out in the period, and it was not done then, nor over. */
const isMissed = ({ doneAt, by, overAt }: Due, within: (at: number | undefined) => boolean): boolean =>
  !isInTime(doneAt, by) && within(by) && (doneAt !== undefined || overAt === undefined || overAt > (by ?? 0));

/** A request that was late in a period, with the deadline that it missed. */
export interface LateRequest {
  readonly request: RequestFacts;
  readonly by: number;
}

/** The requests whose time ran out in a period without an outcome: those that the on-time rate counts against it, the first to be due first. */
export const lateIn = (requests: readonly RequestFacts[], period: Period): LateRequest[] =>
  requests
    .flatMap((request) => {
      const due = settlement(request);
      return due.by !== undefined && isMissed(due, isWithin(period)) ? [{ request, by: due.by }] : [];
    })
    .toSorted((a, b) => a.by - b.by);

const isInTime = (doneAt: number | undefined, by: number | undefined): boolean =>
  doneAt !== undefined && doneAt <= (by ?? Infinity);

const shareOf = (part: number, of: number): Share => ({ part, of, share: of === 0 ? null : part / of });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** By nearest rank: a value that really occurred. Null of nothing; rounded to hundredths. */
function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
  return Math.round(value * 100) / 100;
}
