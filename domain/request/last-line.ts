import { deadline } from '../deadlines/deadline.js';
import { localDate } from '../calendar/local-time.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { isOnLeave } from '../posts/leave.js';
import type { FurtherContact, LastLine } from '../town/emergency-schema.js';
import type { Town } from '../town/schema.js';
import { type Notice, type Rules, withEntry } from './decision.js';
import { dangerName } from './danger-words.js';
import { tellStaff } from './notices.js';
import type { RequestRecord } from './record.js';
import { sinceRaised } from './timeline.js';
import { isUrgent } from './is-urgent.js';
import { languageOf } from './words.js';

/**
 * The line behind the ladder of an emergency that is not over; none for other requests, or where the town names none.
 */
export const lastLineOf = (record: RequestRecord, { town }: Rules): LastLine | undefined =>
  isUrgent(record) ? town.settings.emergencies?.lastLine : undefined;

/** Whether everybody on a ladder was silent, so that the desk was asked to use the telephone. */
export const isCalledUp = (record: Pick<RequestRecord, 'timeline'>): boolean =>
  sinceRaised(record).some(({ type }) => type === 'call-list');

/** Whom the desk can call about an emergency, in the town's order; everybody where the danger is unknown. */
export const furtherContacts = ({ danger }: RequestRecord, { town }: Rules): FurtherContact[] =>
  (town.settings.emergencies?.lastLine.contacts ?? []).filter(
    ({ dangers }) => !dangers || !danger || dangers.includes(danger.kind),
  );

/** Everybody of the desk, the duty leader's and the town leader's who is not on leave. */
export function deskAndLeaders({ settings, departments, leave }: Town, at: number): string[] {
  const { dutyDesk, dutyLeader, townLeader } = settings.departments;
  const today = localDate(at, settings.timeZone);
  const contacts = [dutyDesk, dutyLeader, townLeader].flatMap(
    (id) => departments.find((department) => department.id === id)?.contacts ?? [],
  );
  const there = contacts.filter((staff) => !isOnLeave(leave, staff, today));
  return [...new Set(there.length > 0 ? there : contacts)];
}

/** The last rung was silent for the `again`th time: often enough, and desk and leaders are told to telephone. */
export function callUp(
  record: RequestRecord,
  rules: Rules,
  { again, at }: { again: number; at: number },
): { record: RequestRecord; notices: Notice[] } {
  const lastLine = lastLineOf(record, rules);
  if (!lastLine || again < lastLine.after || isCalledUp(record)) return { record, notices: [] };
  const called = withEntry(record, { at, type: 'call-list' });
  return {
    record: called,
    notices: deskAndLeaders(rules.town, at).map((staff) => {
      const danger = dangerName(record.danger?.kind, rules.town, languageOf(rules.town, { staff }, record));
      return tellStaff(called, rules, staff, 'told-call-list', { danger });
    }),
  };
}

/** Whether the last rung, asked for the `again`th time, is asked no more but only reminded. */
const isReminder = ({ after, askedMore }: LastLine, again = 0): boolean => again >= after + askedMore;

/** The last rung's time when it is asked again: at the ladder's pace first, `pace`; then as a reminder. */
export function lastRungUntil(
  record: RequestRecord,
  { town: { settings } }: Rules,
  lastLine: LastLine,
  { again, at, pace }: { again: number; at: number; pace: number },
): number {
  // After the last of them comes a reminder.
  if (!isReminder(lastLine, again + 1)) return at + pace;
  // Days of reminders would fill an execution's history, and help nobody.
  const isOfLate = at < deadline(record.createdAt, lastLine.remindFor, settings);
  return deadline(at, isOfLate ? lastLine.remindEvery : lastLine.remindLater, settings);
}

/** Whether another ask reminds somebody of this emergency anyway: two texts at one time are one too many. */
export function isRemindedAnyway(
  record: RequestRecord,
  lastLine: LastLine,
  {
    ask,
    staff,
    again,
    until,
    at,
  }: { ask: PlannedAsk; staff: string; again: number; until: number; at: number },
): boolean {
  if (!isReminder(lastLine, again)) return false;
  return record.asks.some(
    (other) =>
      other.n !== ask.n &&
      other.to.who === 'staff' &&
      other.to.staff === staff &&
      !other.quiet &&
      isReminder(lastLine, other.again) &&
      at - other.askedAt < until - at,
  );
}
