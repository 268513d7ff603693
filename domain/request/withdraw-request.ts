import { type Notice, type Rules, withEntry } from './decision.js';
import { tellStaff } from './notices.js';
import type { RequestRecord } from './record.js';
import { isUrgent } from './is-urgent.js';
import type { TimelineType } from './timeline.js';

/**
 * The resident no longer wants it. Whatever was asked is then over: open asks are answered `withdrawn` and the
 * workflow closes the request from wherever it stands.
 */
export function withdrawRequest(record: RequestRecord, at: number): RequestRecord | undefined {
  if (record.withdrawnAt !== undefined || record.closedAs !== undefined) return undefined;
  return withEntry({ ...record, withdrawnAt: at }, { at, type: 'withdrawn', by: 'resident' });
}

/** A step failed since its resident took it back: the one that ends it. Nothing but that is asked about it any more. */
export function hasFailedSinceWithdrawn({ timeline }: Pick<RequestRecord, 'timeline'>): boolean {
  const last = (wanted: TimelineType): number => timeline.findLastIndex(({ type }) => type === wanted);
  return last('attention') > last('withdrawn');
}

/** Somebody may be in danger whatever its sender says now: it ends when somebody on site says that it is safe. */
export const mustStay = (record: RequestRecord): boolean => isUrgent(record) && record.closedAs === undefined;

/** Whoever was asked something is told that it is over; the owner is told when the request is closed. */
export function withdrawalNotices(record: RequestRecord, rules: Rules): Notice[] {
  const asked = record.asks.flatMap(({ to }) =>
    to.who === 'staff' && to.staff !== record.owner ? [to.staff] : [],
  );
  return [...new Set(asked)].map((staff) => tellStaff(record, rules, staff, 'told-withdrawn'));
}
