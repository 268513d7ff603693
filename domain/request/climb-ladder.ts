import type { AskKind } from '../asks/ask-kinds.js';
import { timeToAnswer } from '../calendar/time-to-answer.js';
import { DomainError } from '../domain-error.js';
import type { TownSettings } from '../town/schema.js';
import { acceptUntil } from './ask-acceptance.js';
import { recordUnclarified } from './record-clarified.js';
import { remindOrGoOn } from './ask-documents.js';
import { routeOf } from './ask-route.js';
import { type Answer, type Decision, type Notice, type Rules, withEntry } from './decision.js';
import { contactOf } from './home-ladder.js';
import { isStepOver } from './is-step-over.js';
import { waitForFirst } from './join-requests.js';
import { tellStaff } from './notices.js';
import { timeToPlace } from './place-request.js';
import { planAsk, plannedAsk, staffAt, withoutAsk } from '../asks/plan-ask.js';
import { takenOver } from '../asks/take-over-ask.js';
import type { Addressee, PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord, TimelineEntry } from './record.js';
import { isUrgent } from './urgency.js';
import { staffName } from './words.js';

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
  switch (ask.to.who) {
    case 'resident':
      if (ask.kind === 'clarify') return recordUnclarified(record, rules, ask, at);
      return ask.held
        ? remindOrGoOn(record, rules, { ask, held: ask.held }, at)
        : closeUnanswered(record, ask, at);
    case 'quota':
      return { record, notices: [], next: { to: 'take-place' } };
    case 'request':
      return waitForFirst(withoutAsk(record, n), rules, ask.to.request, at);
    case 'staff':
      return askNextRung(record, rules, ask, ask.to, at);
  }
}

/** The resident said nothing: the request is closed as "no answer", unless it was refused anyway. */
const closeUnanswered = (record: RequestRecord, ask: PlannedAsk, at: number): Decision => ({
  record: withEntry(withoutAsk(record, ask.n), { at, type: 'no-answer', to: 'resident' }),
  notices: [],
  next: { to: 'close' },
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
  const note = answer.note === undefined ? {} : { note: answer.note };
  const asked = askNextRung(record, rules, ask, ask.to, answer.at, { type: 'declined', ...note });
  return { ...asked, notices: declineNotices(asked.record, rules, answer) };
}

/** In an emergency the duty leader hears who cannot come, and who is called instead. */
function declineNotices(record: RequestRecord, rules: Rules, answer: Answer): Notice[] {
  if (record.path !== 'emergency') return [];
  const leader = contactOf(rules, rules.town.settings.departments.dutyLeader, answer.at);
  const next = record.timeline.at(-1)?.to;
  if (leader === undefined || leader === next) return [];
  const names = { person: staffName(rules.town, answer.by), other: staffName(rules.town, next) };
  return [tellStaff(record, rules, leader, 'told-declined', { ...names, reason: answer.note ?? '' })];
}

/** The next person above who is not on leave; on the last rung the same one is asked again. */
function askNextRung(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  silent: Addressee & { who: 'staff' },
  at: number,
  why: Pick<TimelineEntry, 'type' | 'note'> = { type: 'silent' },
): Decision {
  const to = staffAt(rules, silent.ladder, silent.last ? silent.rung : silent.rung + 1, at);
  const again = silent.last ? (ask.again ?? 0) + 1 : undefined;
  const until =
    isAccepting(ask) && again === undefined
      ? acceptUntil(record, rules, at, to)
      : askedUntil(ask, record, rules.town.settings, { at, again: again ?? 0 });
  const entry = { at, ...why, by: silent.staff, to: to.staff, due: until };
  const { n: _n, askedAt: _askedAt, ...draft } = ask;
  const planned = planAsk(
    withSilence(withoutAsk(record, ask.n), entry),
    { ...draft, to, until, options: offeredTo(to, ask), ...(again === undefined ? {} : { again }) },
    at,
  );
  return {
    record: planned.record,
    notices: overdueNotices(record, rules, ask, { staff: silent.staff, at }),
    next: {
      to: routeOf(ask),
      ...(ask.kind === 'sign-off' ? { from: 'leader' as const } : {}),
      ask: planned.ask,
    },
  };
}

/** On the last rung there is nobody else whom it could be passed to by not coming. */
const offeredTo = ({ last }: { last: boolean }, { options }: PlannedAsk): PlannedAsk['options'] =>
  last ? options.filter((option) => option !== 'decline') : options;

/** The last rung is asked until it answers; that it is silent still is one line, for the record must stay small. */
const withSilence = (record: RequestRecord, entry: TimelineEntry): RequestRecord => {
  const isRepeated = (other: TimelineEntry): boolean =>
    other.type === 'silent' && entry.by === entry.to && other.by === entry.by && other.to === entry.to;
  const timeline = record.timeline.filter((other) => !isRepeated(other));
  return withEntry({ ...record, timeline }, entry);
};

/**
 * When the next rung's time is up. The last rung is asked until it answers, each time for twice as long as before: an
 * emergency that nobody sees to asks every five minutes at first, but does not text a leader three hundred times a day
 * nor fill an execution's history. It is never longer than an attention ask, which is what such a case has become.
 */
function askedUntil(
  ask: PlannedAsk,
  record: RequestRecord,
  settings: TownSettings,
  { at, again }: { at: number; again: number },
): number {
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

const isAccepting = ({ kind }: PlannedAsk): boolean => kind === 'acceptance' || kind === 'taking-up';

/** Asks that are not work on the matter itself: nobody is told that they are late. */
const UNTOLD: ReadonlySet<AskKind> = new Set(['placement', 'acceptance', 'attention', 'sign-off']);

/** Work that is late, not merely unaccepted, is made known to the duty leader. */
function overdueNotices(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  silent: { staff: string; at: number },
): Notice[] {
  if (isAccepting(ask) || UNTOLD.has(ask.kind)) return [];
  const leader = contactOf(rules, rules.town.settings.departments.dutyLeader, silent.at);
  return leader === undefined
    ? []
    : [tellStaff(record, rules, leader, 'told-overdue', { person: staffName(rules.town, silent.staff) })];
}
