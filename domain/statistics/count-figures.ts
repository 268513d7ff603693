import type { CauseFacts } from '../causes/cause-facts.js';
import type { RequestFacts } from '../request/facts.js';
import { settleBy, timesCounted, type Within } from './counted-requests.js';
import type { CauseCounts, Figures, RequestFigure, Share } from './figures.js';
import type { VisitFacts } from '../visits/visit-record.js';
import type { ReceptionFacts } from './history-facts.js';

/** The events in a place or in all of them. */
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
  const counted = (figure: RequestFigure): RequestFacts[] =>
    requests.filter((request) => timesCounted(figure, request, within).length > 0);
  const share = (figure: RequestFigure): Share => {
    const times = requests.flatMap((request) => timesCounted(figure, request, within));
    return shareOf(times.filter((isPart) => isPart).length, times.length);
  };
  const hours = counted('closed').map(({ createdAt, closedAt = createdAt }) => (closedAt - createdAt) / HOUR);
  return {
    people: sum([...visits, ...receptions].map(({ at, people }) => (within(at) ? people : 0))),
    handled: counted('handled').length,
    solved: counted('solved').length,
    petitionsMediated: counted('petitionsMediated').length,
    yuan: sum(counted('yuan').map(({ yuan = 0 }) => yuan)),
    received: counted('received').length,
    closed: counted('closed').length,
    responseRate: share('responseRate'),
    onTimeRate: share('onTimeRate'),
    resolutionRate: share('resolutionRate'),
    satisfactionRate: share('satisfactionRate'),
    claimedDone: share('claimedDone'),
    saidContacted: share('saidContacted'),
    saidSolved: share('saidSolved'),
    saidSatisfied: share('saidSatisfied'),
    medianHoursToClose: percentile(hours, 50),
    p90HoursToClose: percentile(hours, 90),
    ...countCauses(causes, period),
  };
}

export const isWithin =
  ({ from, to }: Period): Within =>
  (at) =>
    at !== undefined && at >= from && at < to;

/** The searched causes: opened in the period, not over at its end, and over in it as nothing came again. */
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

/** A request that was late in a period, with the deadline that it missed. */
export interface LateRequest {
  readonly request: RequestFacts;
  readonly by: number;
}

/** Requests whose time ran out in a period without an outcome, which the on-time rate counts; first due first. */
export const lateIn = (requests: readonly RequestFacts[], period: Period): LateRequest[] =>
  requests
    .flatMap((request) => {
      const isLate = timesCounted('onTimeRate', request, isWithin(period)).includes(false);
      const by = settleBy(request);
      return isLate && by !== undefined ? [{ request, by }] : [];
    })
    .toSorted((a, b) => a.by - b.by);

const shareOf = (part: number, of: number): Share => ({ part, of, share: of === 0 ? null : part / of });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** By nearest rank: a value that really occurred. Null of nothing; rounded to hundredths. */
function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0;
  return Math.round(value * 100) / 100;
}
