import type { AskKind } from '../asks/ask-kinds.js';
import { againAfter, isInSummary, isRemindedEnough } from '../asks/remind.js';
import { deadline } from '../deadlines/deadline.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { meantFor } from '../asks/meant-for.js';
import { DomainError } from '../domain-error.js';
import type { TownSettings } from '../town/schema.js';
import { acceptUntil } from './ask-acceptance.js';
import { tellingLate } from './late.js';
import { recordUnclarified } from './record-clarified.js';
import { remindOrGoOn } from './ask-documents.js';
import { routeOf } from './ask-route.js';
import { type Answer, type Decision, type Notice, type Rules, noteOf, withEntry } from './decision.js';
import { contactOf } from './home-ladder.js';
import { recordConsent } from './ask-consent.js';
import { isStepOver } from './is-step-over.js';
import { callUp, isCalledUp, isRemindedAnyway, lastLineOf, lastRungUntil } from './last-line.js';
import { waitForFirst } from './join-requests.js';
import { tellStaff } from './notices.js';
import { timeToPlace } from './assign-request.js';
import { type AskDraft, planAsk, plannedAsk, staffAt, withoutAsk } from '../asks/plan-ask.js';
import { isEarly } from '../asks/put-late.js';
import { takenOver } from '../asks/take-over-ask.js';
import type { Addressee, PlannedAsk } from '../asks/planned-ask.js';
import type { Next, RequestRecord } from './record.js';
import { entriesOf, type EntryOf, type TimelineEntry } from './timeline.js';
import { isUrgent } from './is-urgent.js';
import { dueText, languageOf, staffName } from './words.js';

/** Nobody answered in time: silence climbs the ladder by itself. */
export function recordSilence(record: RequestRecord, rules: Rules, n: number, at: number): Decision {
  const ask = plannedAsk(record, n);
  if (!ask)
    throw new DomainError('AskUnknown', `request has no open ask ${n}`, { request: record.id, ask: n });
  if (record.withdrawnAt !== undefined) {
    return {
      record: withoutAsk(record, n),
      notices: [],
      next: { to: ask.stage === undefined ? 'close' : 'finished' },
    };
  }
  if (isStepOver(record, ask))
    return { record: withoutAsk(record, n), notices: [], next: { to: 'finished' } };
  if (isEarly(ask, at)) return { record, notices: [], next: waitOn(ask, at) };
  switch (ask.to.who) {
    case 'resident':
      if (ask.kind === 'clarify') return recordUnclarified(record, rules, ask, at);
      if (ask.kind === 'consent') return recordConsent(record, rules, ask, { option: 'superseded', at });
      return ask.held
        ? remindOrGoOn(record, rules, { ask, held: ask.held }, at)
        : { record, notices: [], next: { to: 'close' } };
    case 'quota':
      return { record, notices: [], next: { to: 'take-place' } };
    case 'request':
      return waitForFirst(withoutAsk(record, n), rules, ask.to.request, at);
    case 'staff':
      return askNextRung(record, rules, ask, ask.to, at);
  }
}

/** The ask was put later than it was planned, so that the wait for it ran out too early. */
const waitOn = (ask: PlannedAsk, at: number): Next => ({
  to: routeOf(ask),
  ...(ask.kind === 'documents' ? { from: 'resident' as const } : {}),
  ...(ask.kind === 'sign-off' ? { from: 'leader' as const } : {}),
  ask: takenOver(ask, at),
});

/** Whoever is asked to take a request cannot come: the next is asked at once, as after silence. */
export function recordDecline(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  if (ask.to.who !== 'staff')
    return { record, notices: [], next: { to: routeOf(ask), ask: takenOver(ask, answer.at) } };
  const asked = askNextRung(record, rules, ask, ask.to, answer.at, { type: 'declined', ...noteOf(answer) });
  return { ...asked, notices: declineNotices(asked.record, rules, answer) };
}

/** In an emergency the duty leader hears who cannot come, and who is called instead. */
function declineNotices(record: RequestRecord, rules: Rules, answer: Answer): Notice[] {
  if (record.path !== 'emergency') return [];
  const leader = contactOf(rules, rules.town.settings.departments.dutyLeader, answer.at);
  const next = entriesOf(record, 'declined').at(-1)?.to;
  if (leader === undefined || leader === next) return [];
  const names = { person: staffName(rules.town, answer.by), other: staffName(rules.town, next) };
  return [tellStaff(record, rules, leader, 'told-declined', { ...names, reason: answer.note ?? '' })];
}

/** The next person above who is not on leave; on the last rung the same one is asked again. */
function askNextRung(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  asked: Addressee & { who: 'staff' },
  at: number,
  why: { type: 'silent' } | Pick<EntryOf<'declined'>, 'type' | 'note'> = { type: 'silent' },
): Decision {
  // Whoever has had it since, for whom it was meant at the end.
  const silent = { ...asked, staff: meantFor(rules.town, asked, at) };
  const to = staffAt(rules, silent.ladder, silent.last ? silent.rung : silent.rung + 1, at);
  const again = againAfter(ask);
  const until = nextUntil(record, rules, ask, { at, again, to });
  // Which of the things that are asked side by side; elsewhere one follows the other, and the record must stay small.
  const step = record.path === 'emergency' && ask.step !== undefined ? { step: ask.step } : {};
  const entry = { at, ...why, by: silent.staff, to: to.staff, ...step, due: until };
  const silenced = withSilence(withoutAsk(record, ask.n), entry);
  const called =
    again === undefined ? { record: silenced, notices: [] } : callUp(silenced, rules, { again, at });
  // Whoever said that they cannot come was not silent.
  const before = why.type === 'silent' ? { before: { staff: silent.staff, due: ask.until } } : {};
  const draft = againDraft(record, rules, ask, { at, again, to, until });
  const planned = planAsk(called.record, { ...draft, ...before }, at);
  const late = tellingLate(planned.record, rules, at);
  const told = [...overdueNotices(record, rules, ask, { staff: silent.staff, at }), ...called.notices];
  return {
    record: late.record,
    notices: [...told, ...late.notices],
    next: {
      to: routeOf(ask),
      ...(ask.kind === 'sign-off' ? { from: 'leader' as const } : {}),
      ask: planned.ask,
    },
  };
}

export interface Rung {
  readonly at: number;
  /** How often the last rung was silent; undefined below it. */
  readonly again: number | undefined;
  readonly to: Addressee & { who: 'staff' };
}

/** When the next rung's time is up. */
export function nextUntil(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  { at, again, to }: Rung,
): number {
  const { settings } = rules.town;
  if (isAccepting(ask) && again === undefined) return acceptUntil(record, rules, at, to);
  const lastLine = lastLineOf(record, rules);
  if (!lastLine || again === undefined) return askedUntil(ask, record, settings, { at, again: again ?? 0 });
  const pace = askedUntil(ask, record, settings, { at, again: 0 }) - at;
  return lastRungUntil(record, rules, lastLine, { again, at, pace });
}

/** The same ask, put to the next. */
function againDraft(
  record: RequestRecord,
  rules: Rules,
  { n, askedAt, quiet: _quiet, before: _before, ...draft }: PlannedAsk,
  { at, again, to, until }: Rung & { until: number },
): AskDraft {
  const ask = { n, askedAt, ...draft };
  const lastLine = lastLineOf(record, rules);
  const asked = { ...draft, to, until, options: offeredTo(to, ask) };
  if (again === undefined) return asked;
  const isReminded =
    lastLine && isRemindedAnyway(record, lastLine, { ask, staff: to.staff, again, until, at });
  return { ...asked, again, ...(isReminded ? { quiet: true } : {}) };
}

/** On the last rung there is nobody else whom it could be passed to by not coming. */
const offeredTo = ({ last }: { last: boolean }, { options }: PlannedAsk): PlannedAsk['options'] =>
  last ? options.filter((option) => option !== 'decline') : options;

/** The last rung is asked until it answers; that it is silent still is one line, for the record must stay small. */
const withSilence = (record: RequestRecord, entry: EntryOf<'silent' | 'declined'>): RequestRecord => {
  const isRepeated = (other: TimelineEntry): boolean =>
    other.type === 'silent' &&
    entry.by === entry.to &&
    other.by === entry.by &&
    other.to === entry.to &&
    other.step === entry.step;
  const timeline = record.timeline.filter((other) => !isRepeated(other));
  return withEntry({ ...record, timeline }, entry);
};

/**
 * When the next rung's time is up where no last line stands behind it. The last rung is asked until it answers, each time for twice as long as before: an
 * emergency that nobody sees to asks every five minutes at first, but does not text a leader three hundred times a day
 * nor fill an execution's history. It is never longer than an attention ask, which is what such a case has become. What
 * is no emergency is asked every `limits.remindEvery`, once texts of its own reminded of it as often as the town allows.
 */
function askedUntil(
  ask: PlannedAsk,
  record: RequestRecord,
  settings: TownSettings,
  { at, again }: { at: number; again: number },
): number {
  if (!isUrgent(record) && isInSummary({ again }, settings))
    return deadline(at, settings.limits.remindEvery, settings);
  const urgent = { urgent: ask.kind === 'placement' || isUrgent(record) };
  const first = timeToAnswer(at, patience(ask, record, settings), settings, urgent);
  const longest = Math.max(first, timeToAnswer(at, settings.attentionWithin, settings, urgent));
  return Math.min(longest, at + (first - at) * 2 ** again);
}

/** How long each rung has. */
function patience(ask: PlannedAsk, record: RequestRecord, settings: TownSettings) {
  if (ask.kind === 'placement') return timeToPlace(record, settings);
  if (ask.kind === 'attention') return settings.attentionWithin;
  if (ask.kind === 'sign-off') return settings.documents.signOffWithin;
  return settings.paths[record.path].acceptWithin;
}

const ACCEPTING: ReadonlySet<AskKind> = new Set(['acceptance', 'taking-up', 'complaint']);
const isAccepting = ({ kind }: PlannedAsk): boolean => ACCEPTING.has(kind);

/** Asks that are not work on the matter itself: nobody is told that they are late. */
const UNTOLD: ReadonlySet<AskKind> = new Set([
  'placement',
  'acceptance',
  'returned',
  'attention',
  'sign-off',
]);

/** Work that is late, not merely unaccepted, is made known to the duty leader. */
function overdueNotices(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  silent: { staff: string; at: number },
): Notice[] {
  if (isAccepting(ask) || UNTOLD.has(ask.kind) || isToldOfSilence(record, rules, ask)) return [];
  const leader = contactOf(rules, rules.town.settings.departments.dutyLeader, silent.at);
  // In an emergency it is whoever was called who is late, not yet the whole.
  const due =
    record.path === 'emergency' && leader !== undefined
      ? { due: dueText(ask.until, rules, languageOf(rules.town, { staff: leader }, record)) }
      : {};
  const person = staffName(rules.town, silent.staff);
  return leader === undefined ? [] : [tellStaff(record, rules, leader, 'told-overdue', { person, ...due })];
}

/**
 * What is no emergency the leader hears as often as the person is reminded. In an emergency the leader hears once of each step that silence climbs, not of every rung every five minutes, and then again when the ladder is at
 * its end; who was silent stands in the review.
 */
function isToldOfSilence(record: RequestRecord, rules: Rules, ask: PlannedAsk): boolean {
  if (!isUrgent(record)) return isRemindedEnough(ask, rules.town.settings);
  if (lastLineOf(record, rules) === undefined) return false;
  return isCalledUp(record) || entriesOf(record, 'silent').some(({ step }) => step === ask.step);
}
