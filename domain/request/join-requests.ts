import { deadline } from '../deadlines/deadline.js';
import { metresBetween, type Point } from '../geography/point.js';
import type { Town } from '../town/schema.js';
import { type Decision, type Notice, type Rules, withEntry } from './decision.js';
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

/** As much of what is reported now as it takes to recognise an event that was reported before. */
export interface ReportedEvent {
  readonly category: string;
  readonly createdAt: number;
  readonly near?: Point | undefined;
}

/** Open requests of the grid that look like this event, earliest first: same category, near in time and place. */
export function findSimilar<Other extends NearbyRequest>(
  event: ReportedEvent,
  town: Town,
  nearby: readonly Other[],
): Other[] {
  if (!categoryOf(town, event)?.joinable) return [];
  const { withinHours, withinMetres } = town.settings.duplicates;
  const near = (other: NearbyRequest): boolean =>
    !event.near || !other.near || metresBetween(event.near, other.near) <= withinMetres;
  return nearby
    .filter(
      (other) =>
        other.category === event.category &&
        isJoinable(other) &&
        other.createdAt <= event.createdAt &&
        event.createdAt - other.createdAt <= withinHours * 3_600_000 &&
        near(other),
    )
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** The earliest open request of the grid that looks like the same event. */
export const findDuplicate = (
  record: RequestRecord,
  town: Town,
  nearby: readonly NearbyRequest[],
): string | undefined =>
  findSimilar(
    record,
    town,
    nearby.filter(({ id }) => id !== record.id),
  )[0]?.id;

/**
 * Whether somebody who reports may say that theirs is this one. Only what everybody may see can be pointed at; near in
 * time and in place it need not be, for a person decides.
 */
export function mayBeNamed(first: NearbyRequest, town: Town, category: string | undefined): boolean {
  const { joinable = false, public: listed = false } = categoryOf(town, first) ?? {};
  return joinable && listed && isJoinable(first) && (category ?? first.category) === first.category;
}

const categoryOf = (town: Town, { category }: Pick<ReportedEvent, 'category'>) =>
  town.categories.find(({ id }) => id === category);

/** Whether another report may be joined to it. */
export const isJoinable = ({ status, joinedTo }: Pick<NearbyRequest, 'status' | 'joinedTo'>): boolean =>
  OPEN.has(status) && joinedTo === undefined;

/** An emergency is handled with another emergency, or by itself. */
export const mayBeJoined = (
  { path }: Pick<RequestRecord, 'path'>,
  first: Pick<RequestRecord, 'path'>,
): boolean => path !== 'emergency' || first.path === 'emergency';

/** Somebody said that it is the same event. */
export const joinTo = (
  record: RequestRecord,
  first: string,
  { at, by }: { at: number; by: string },
): RequestRecord => withEntry({ ...record, joinedTo: first }, { at, type: 'joined', by, other: first });

export const tellJoined = (record: RequestRecord, rules: Rules, first: string): Notice =>
  tellResident(record, rules, 'joined', { other: showRequestId(first) });

/** The report waits for the first one and is closed with it. */
export const joinFirst = (record: RequestRecord, rules: Rules, first: string, at: number): Decision => ({
  ...waitForFirst(record, rules, first, at),
  notices: [tellJoined(record, rules, first)],
});

/** Waits until the first report is closed, and looks again after a while should word not have come. */
export function waitForFirst(record: RequestRecord, rules: Rules, first: string, at: number): Decision {
  const until = deadline(at, rules.town.settings.joinedCheckEvery, rules.town.settings);
  const planned = planAsk(record, { kind: 'joined', to: { who: 'request', request: first }, until }, at);
  return { record: planned.record, notices: [], next: { to: 'joined', ask: planned.ask } };
}
