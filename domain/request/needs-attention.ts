import { againAfter, isInSummary } from '../asks/remind.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { askAcceptance } from './ask-acceptance.js';
import { type Answer, type Decision, type Rules, withEntry } from './decision.js';
import { homeLadder } from './home-ladder.js';
import { waitForFirst } from './join-requests.js';
import { tellResident } from './notices.js';
import { type Assigning, proceed, refer } from './assign-request.js';
import { planAsk, staffAt, withoutAsk } from '../asks/plan-ask.js';
import { takenOver } from '../asks/take-over-ask.js';
import { askResident } from './record-outcome.js';
import type { Ladder, PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';
import { askAgain } from './record-verdict.js';
import { startCoordination, startPath } from './start-path.js';
import { isUrgent } from './is-urgent.js';
import { verdictOf } from './verdict-of.js';

/**
 * A step failed and its retries are spent: the duty desk is asked whether to try again or to close. The workflow comes
 * here again when nobody answered in time: then the next person above is asked.
 */
export function askForAttention(record: RequestRecord, rules: Rules, at: number): Decision {
  const { settings } = rules.town;
  const open = record.asks.find(({ kind, until }) => kind === 'attention' && until > at);
  if (open) return { record, notices: [], next: { to: 'attention', ask: takenOver(open, at) } };
  const { to, again } = nextToLook(record, rules, at);
  const urgent = isUrgent(record);
  const within =
    !urgent && isInSummary({ again }, settings) ? settings.limits.remindEvery : settings.attentionWithin;
  const until = timeToAnswer(at, within, settings, { urgent });
  const { timeline } = record;
  const last = timeline.at(-1);
  // The same person asked again is one line: a failure may last for weeks, and the record must stay small.
  const before = last?.type === 'attention' && last.to === to.staff ? timeline.slice(0, -1) : timeline;
  // Other open asks stay: who answers meanwhile is heard, and nobody is asked a second time when it goes on.
  const asks = record.asks.filter(({ kind }) => kind !== 'attention');
  const planned = planAsk(
    withEntry({ ...record, asks, timeline: before }, { at, type: 'attention', to: to.staff }),
    {
      kind: 'attention',
      to,
      until,
      again,
      ...(urgent || isEnded(record) ? { options: ['retry'] as const } : {}),
    },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'attention', ask: planned.ask } };
}

/** For its resident it is over already; there is nothing to refer, only the rest of its closing to be done. */
const isEnded = ({ closedAs, withdrawnAt }: RequestRecord): boolean =>
  closedAs !== undefined || withdrawnAt !== undefined;

function nextToLook(record: RequestRecord, rules: Rules, at: number) {
  const asked = record.asks.find(({ kind }) => kind === 'attention');
  if (asked?.to.who === 'staff' && asked.until <= at) {
    const { ladder, rung, last } = asked.to;
    const to = staffAt(rules, ladder, last ? rung : rung + 1, at);
    return { to, again: againAfter(asked) };
  }
  const ladder: Ladder = record.confidential
    ? homeLadder(record, rules)
    : { ladder: 'department', department: rules.town.settings.departments.dutyDesk };
  return { to: staffAt(rules, ladder, 0, at), again: undefined };
}

/** The duty desk answered: the request is taken up where it stands, or closed as referred, unless an emergency. */
export function resumeRequest(record: RequestRecord, ask: PlannedAsk, answer: Answer): Decision {
  const settled = withoutAsk(record, ask.n);
  if (answer.option === 'refer' && !isUrgent(record) && !isEnded(record)) return refer(settled, answer);
  const resumed = withEntry(settled, { at: answer.at, type: 'resumed', by: answer.by });
  return { record: resumed, notices: [], next: { to: 'again' } };
}

/** The first report was taken back by whoever made it: this one stands by itself again. */
export function partFromFirst(record: RequestRecord, rules: Rules, at: number): Decision {
  const { joinedTo: _joined, duplicateOf: _other, ...rest } = record;
  const decision = goOn(withEntry(rest, { at, type: 'reopened' }), rules, { at });
  const told = record.withdrawnAt === undefined ? [tellResident(rest, rules, 'reopened')] : [];
  return { ...decision, notices: [...told, ...decision.notices] };
}

export const isOver = (record: RequestRecord): boolean =>
  record.withdrawnAt !== undefined ||
  record.outcome?.as === 'referred' ||
  record.outcome?.as === 'refused' ||
  (record.status === 'awaiting_confirmation' && verdictOf(record) !== undefined);

/** Takes a request up from where it stands. */
export function goOn(record: RequestRecord, rules: Rules, assigning: Assigning): Decision {
  const { at } = assigning;
  if (isOver(record)) return { record, notices: [], next: { to: 'close' } };
  if (record.joinedTo !== undefined) return waitForFirst(record, rules, record.joinedTo, at);
  switch (record.status) {
    case 'received':
      return proceed(record, rules, assigning);
    case 'assigned':
      if (record.dissatisfied > 0) return askAgain(record, rules, at);
      return record.path === 'emergency' || record.department !== undefined
        ? startCoordination(record, rules, at)
        : askAcceptance(record, rules, at);
    case 'accepted':
      return startPath(record, rules, at);
    case 'coordinating':
      return startCoordination(record, rules, at);
    case 'awaiting_confirmation':
      return askResident(record, rules, at);
    case 'closed':
    case 'withdrawn':
      return { record, notices: [], next: { to: 'close' } };
  }
}
