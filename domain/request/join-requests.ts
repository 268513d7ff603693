import { deadline } from '../calendar/deadline.js';
import { metresBetween, type Point } from '../geography/point.js';
import type { Town } from '../town/schema.js';
import { type Answer, type Decision, type Rules, withEntry } from './decision.js';
import { tellResident } from './notices.js';
import { planAsk } from '../asks/plan-ask.js';
import type { RequestRecord, Status } from './record.js';
import { showRequestId } from '../codes/request-id.js';

/** As much of an open request of the same grid as it takes to recognise one event. */
export interface NearbyRequest {
  readonly id: string;
  readonly category: string;
  readonly status: Status;
  readonly createdAt: number;
  readonly near?: Point | undefined;
  readonly joinedTo?: string | undefined;
}

const OPEN: ReadonlySet<Status> = new Set(['received', 'assigned', 'accepted', 'coordinating']);

/** The earliest open request of the grid that looks like the same event: same category, near in time and in place. */
export function findDuplicate(
  record: RequestRecord,
  town: Town,
  nearby: readonly NearbyRequest[],
): string | undefined {
  const category = town.categories.find((candidate) => candidate.id === record.category);
  if (!category?.joinable) return undefined;
  const { withinHours, withinMetres } = town.settings.duplicates;
  const near = (other: NearbyRequest): boolean =>
    !record.near || !other.near || metresBetween(record.near, other.near) <= withinMetres;
  return nearby
    .filter(
      (other) =>
        other.id !== record.id &&
        other.category === record.category &&
        other.joinedTo === undefined &&
        OPEN.has(other.status) &&
        other.createdAt <= record.createdAt &&
        record.createdAt - other.createdAt <= withinHours * 3_600_000 &&
        near(other),
    )
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))[0]?.id;
}

/** A person said it is the same event: this report waits for the first one and is closed with it. */
export function joinFirst(record: RequestRecord, rules: Rules, first: string, answer: Answer): Decision {
  const joined = withEntry(
    { ...record, joinedTo: first },
    { at: answer.at, type: 'joined', by: answer.by, other: first },
  );
  const waiting = waitForFirst(joined, rules, first, answer.at);
  return {
    ...waiting,
    notices: [tellResident(joined, rules, 'joined', { other: showRequestId(first) })],
  };
}

/** Waits until the first report is closed, and looks again after a while should word not have come. */
export function waitForFirst(record: RequestRecord, rules: Rules, first: string, at: number): Decision {
  const until = deadline(at, rules.town.settings.joinedCheckEvery, rules.town.settings);
  const planned = planAsk(record, { kind: 'joined', to: { who: 'request', request: first }, until }, at);
  return { record: planned.record, notices: [], next: { to: 'joined', ask: planned.ask } };
}
