import type { FurtherContact } from '../town/emergency-schema.js';
import { MILESTONES } from '../town/field-schemas.js';
import type { Milestone, Town } from '../town/schema.js';
import { REACHED } from './answer-word.js';
import { type Notice, type Rules, noteOf, withEntry } from './decision.js';
import { isUrgent } from './is-urgent.js';
import { deskAndLeaders, furtherContacts, isCalledUp, lastLineOf } from './last-line.js';
import { tellStaff } from './notices.js';
import type { RequestRecord } from './record.js';
import { sinceRaised, type TimelineEntry } from './timeline.js';
import { languageOf, staffLanguage } from './words.js';

/** The result of a telephone call: nobody answered, or how far whoever answered is. */
export const CALL_OUTCOMES = ['no-answer', ...MILESTONES] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** A call that a person made about an emergency, to somebody outside the ladder. */
export interface FurtherCall {
  readonly contact: string;
  readonly outcome: CallOutcome;
  /** The staff id of whoever called. */
  readonly by: string;
  readonly note?: string | undefined;
  readonly at: number;
}

export const contactNamed = (record: RequestRecord, rules: Rules, id: string): FurtherContact | undefined =>
  furtherContacts(record, rules).find((contact) => contact.id === id);

/** The record with the call; undefined where no emergency is under way, or it is nobody who can be called about it. */
export function withCall(
  record: RequestRecord,
  rules: Rules,
  { contact, outcome, by, note, at }: FurtherCall,
): RequestRecord | undefined {
  if (!lastLineOf(record, rules) || !contactNamed(record, rules, contact)) return undefined;
  const type = outcome === 'no-answer' ? 'call-unanswered' : 'called';
  const called = withEntry(record, { at, type, by, to: contact, ...noteOf({ note }) });
  return outcome === 'no-answer' || sinceRaised(called).some((entry) => entry.type === outcome)
    ? called
    : withEntry(called, { at, type: outcome, by: contact });
}

/** The words with which a call answers the asks that it settles, in the language of whoever called. */
export function callWords(contact: FurtherContact, { by, note }: FurtherCall, town: Town): string {
  const language = staffLanguage(town, by);
  const name = contact.name[language];
  return note === undefined ? name : `${name}${language === 'en' ? ': ' : '：'}${note}`;
}

/** Everybody who was asked to use the telephone, or is asked about it now, hears that somebody is coming. */
export function callNotices(
  record: RequestRecord,
  rules: Rules,
  contact: FurtherContact,
  { by, at, milestone }: { by: string; at: number; milestone: Milestone },
): Notice[] {
  const asked = record.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
  const told = new Set([...(isCalledUp(record) ? deskAndLeaders(rules.town, at) : []), ...asked]);
  told.delete(by);
  return [...told].map((staff) => {
    const language = languageOf(rules.town, { staff }, record);
    const values = { contact: contact.name[language], status: REACHED[milestone][language] };
    return tellStaff(record, rules, staff, 'told-called', values);
  });
}

const COMING: ReadonlySet<TimelineEntry['type']> = new Set([...MILESTONES, 'called', 'step-done']);

/** Whether somebody has taken an emergency up, or said that they come, since it was raised. */
export const isBeingHelped = (record: Pick<RequestRecord, 'timeline'>): boolean =>
  !isUnanswered(record) && sinceRaised(record).some(({ type }) => COMING.has(type) || type === 'accepted');

/** Whether an emergency was raised and nobody has said yet that they come. */
export const isStillCalling = (record: RequestRecord): boolean =>
  isUrgent(record) && record.joinedTo === undefined && !isBeingHelped(record);

/** Whether an emergency is under way that nobody has come to yet, or was called up: then the desk sees whom it can call. */
export const wantsCalls = (record: RequestRecord, rules: Rules): boolean =>
  lastLineOf(record, rules) !== undefined &&
  record.joinedTo === undefined &&
  (isCalledUp(record) || !sinceRaised(record).some(({ type }) => COMING.has(type)));

/** Whether the whole ladder was silent and nobody is coming yet. */
export const isUnanswered = (record: Pick<RequestRecord, 'timeline'>): boolean => {
  const timeline = sinceRaised(record);
  const up = timeline.findLast(({ type }) => type === 'call-list');
  return up !== undefined && !timeline.some(({ type, at }) => COMING.has(type) && at >= up.at);
};
