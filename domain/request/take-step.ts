import { DomainError } from '../domain-error.js';
import { afterCorrection, settled } from './after-correction.js';
import { recordSilence } from './climb-ladder.js';
import { closeRequest, isClosedEarly } from './close-request.js';
import { openStage, recordHeld, recordStep } from './coordinate-programme.js';
import type { Answer, Decision, Rules } from './decision.js';
import { recordClarified } from './record-clarified.js';
import { askForAttention, partFromFirst, resumeRequest } from './needs-attention.js';
import { rememberTold } from './long-silence.js';
import { type Assigning, assignRequest, recordPlacement } from './assign-request.js';
import { routeOf } from './ask-route.js';
import { keepClock } from './keep-clock.js';
import { plannedAsk, withoutAsk } from '../asks/plan-ask.js';
import { recordConsent } from './ask-consent.js';
import { recordComplaint } from './handle-complaint.js';
import { isAskEarly } from '../asks/put-late.js';
import { takenOver } from '../asks/take-over-ask.js';
import { recordAcceptance } from './record-acceptance.js';
import { recordCoordination, recordOutcome } from './record-outcome.js';
import { recordTakingUp } from './record-taking-up.js';
import { type CoordinationOutcome, followsSchema, type RequestRecord } from './record.js';
import { workResumed } from './stop-work.js';
import { tellingOwner } from './tell-owner.js';
import { takeUpAgain, type TakingUp } from './take-up-again.js';
import { recordVerdict } from './record-verdict.js';
import { rememberToUndo, undoAnswer } from './undo-answer.js';
import { type PlaceAsked, recordPlace } from './wait-for-place.js';

/** What the workflow reports to the rules. `at` is when its state was entered, epoch milliseconds. */
export type Step =
  | { readonly action: 'answered'; readonly ask: number; readonly answer: Answer; readonly at: number }
  | { readonly action: 'silent'; readonly ask: number; readonly at: number }
  | { readonly action: 'stage'; readonly round: number; readonly at: number }
  | {
      readonly action: 'coordinated';
      readonly round: number;
      readonly outcome: CoordinationOutcome;
      readonly at: number;
    }
  | ({ readonly action: 'place' } & PlaceAsked)
  | { readonly action: 'attention'; readonly at: number }
  | ({ readonly action: 'assign' } & Assigning)
  | ({ readonly action: 'take-up' } & TakingUp)
  | { readonly action: 'close'; readonly at: number };

/** More steps than one stage runs side by side, so that a repeated step still finds what it decided. */
const REMEMBERED = 6;

function keyOf(step: Step, record: RequestRecord): string {
  switch (step.action) {
    case 'answered':
      // An ask that is let go is answered later.
      return step.answer.option === 'let-go' ? `let-go:${step.ask}:${step.at}` : `answered:${step.ask}`;
    case 'silent':
      return isAskEarly(record, step.ask, step.at) ? `early:${step.ask}:${step.at}` : `silent:${step.ask}`;
    case 'stage':
      // Opening a stage adds asks but settles none; the next opening comes after at least one more was settled.
      return `stage:${step.round}:${record.askCount - record.asks.length}${calledSince(record)}`;
    case 'coordinated':
      return `coordinated:${step.round}`;
    case 'place':
      return `place:${step.round}:${step.waited}`;
    case 'attention':
      return `attention:${step.at}`;
    case 'take-up':
      return `take-up:${step.execution}:${step.at}`;
    case 'close':
      return isClosedEarly(record, step.at) ? `early:${step.at}` : step.action;
    case 'assign':
      return step.action;
  }
}

/** Departments that are called to a stage have it opened once more. */
const calledSince = ({ called = [] }: RequestRecord): string =>
  called.length > 0 ? `:${called.length}` : '';

/**
 * One step of a request's life. A step that was taken before (the workflow retried, or two raced) changes nothing and
 * decides what it decided then, texts included; `repeated` says so.
 */
export function takeStep(
  record: RequestRecord,
  rules: Rules,
  step: Step,
): Decision & { repeated: boolean; key: string } {
  const key = keyOf(step, record);
  const before = takenBefore(record, step, key) ?? settledBefore(record, step);
  if (before) return { record, notices: before.notices, next: before.next, repeated: true, key: before.key };
  // Somebody else was asked meanwhile.
  if (step.action === 'answered' && !plannedAsk(record, step.ask))
    return { record, notices: [], next: { to: 'over' }, repeated: true, key };
  // Its last answer closed it.
  if (step.action === 'close' && record.closedAs !== undefined)
    return { ...closeRequest(record, rules, step.at), repeated: true, key };
  const decided = undoable(record, step, decide(record, rules, step));
  const told = rememberTold(decided, happenedAt(step));
  const clocked = keepClock(told, rules.town.settings, happenedAt(step));
  // An answer is applied as it is given, whether or not its workflow hears of it.
  const decision = { ...decided, record: step.action === 'answered' ? clocked : workResumed(clocked) };
  const remembered = { key, next: decision.next, notices: [...decision.notices] };
  const answered = [...record.answered, remembered, ...coordinatedBy(step, decision)].slice(-REMEMBERED);
  return { ...decision, record: { ...decision.record, answered }, repeated: false, key };
}

/** One that takes the work up behind another step is not the one before that, though both fall in one millisecond. */
function takenBefore({ answered }: RequestRecord, { action }: Step, key: string) {
  if (action !== 'take-up') return answered.find((one) => one.key === key);
  const last = answered.at(-1);
  return last?.key === key ? last : undefined;
}

/** An execution that began before what follows was decided with the end of its coordination asks for it in a step of its own. */
const coordinatedBy = (step: Step, { next }: Decision) =>
  'round' in step && next.to === 'ended' && next.follows
    ? [{ key: `coordinated:${step.round}`, next: next.follows, notices: [] }]
    : [];

/**
 * What was settled by another step. An answer is applied as it is given: a wait whose time ran out at that moment finds it there. And a round
 * of coordination ends once.
 */
function settledBefore({ answered }: RequestRecord, step: Step) {
  if (step.action === 'silent') return answered.find(({ key }) => key === `answered:${step.ask}`);
  if (step.action !== 'stage') return undefined;
  return answered.find(({ key, next }) => next.to === 'ended' && key.split(':')[1] === String(step.round));
}

/** An answer can be called back until the next step. */
function undoable(record: RequestRecord, step: Step, decision: Decision): Decision {
  if (step.action === 'answered')
    return rememberToUndo(record, plannedAsk(record, step.ask), step.answer, decision);
  const { undoable: _before, ...rest } = decision.record;
  return { ...decision, record: rest };
}

/** When what a step reports happened: an answer is given before the workflow hears of it. */
const happenedAt = (step: Step): number => (step.action === 'answered' ? step.answer.at : step.at);

/** Steps after which nothing that was asked before is waited for. */
const ENDS_WAITING: ReadonlySet<Step['action']> = new Set(['assign', 'take-up', 'attention']);

function decide(found: RequestRecord, rules: Rules, step: Step): Decision {
  const corrected = afterCorrection(found, rules, step);
  if (corrected) return corrected;
  const record = ENDS_WAITING.has(step.action) ? settled(found) : found;
  switch (step.action) {
    case 'answered':
      return recordAnswer(record, rules, step.ask, step.answer);
    case 'silent':
      return recordSilence(record, rules, step.ask, step.at);
    case 'stage':
      return withWhatFollows(openStage(record, rules, step.round, step.at), rules, step.at);
    case 'coordinated':
      return step.outcome === 'attention' || step.outcome === 'corrected'
        ? askForAttention(record, rules, step.at)
        : recordCoordination(record, rules, step.outcome, step.at);
    case 'place':
      return withWhatFollows(recordPlace(record, rules, step), rules, step.at);
    case 'attention':
      return askForAttention(record, rules, step.at);
    case 'assign':
      return assignRequest(record, rules, step);
    case 'take-up':
      return takeUpAgain(record, rules, step);
    case 'close':
      return closeRequest(record, rules, step.at);
  }
}

/** Where the coordination has ended, what follows for the request is decided with it. */
function withWhatFollows(decision: Decision, rules: Rules, at: number): Decision {
  const { next, record, notices } = decision;
  if (next.to !== 'ended' || next.outcome === 'attention' || next.outcome === 'corrected') return decision;
  const follows = recordCoordination(record, rules, next.outcome, at);
  return {
    record: follows.record,
    notices: [...notices, ...follows.notices],
    next: { ...next, follows: followsSchema.parse(follows.next) },
  };
}

/** The resident's word closes a request; its workflow then closes what was joined to it. */
function withClosing(decision: Decision, rules: Rules, at: number): Decision {
  if (decision.next.to !== 'close') return decision;
  const { record, notices } = closeRequest(decision.record, rules, at);
  return { record, notices: [...decision.notices, ...notices], next: decision.next };
}

function recordAnswer(record: RequestRecord, rules: Rules, n: number, answer: Answer): Decision {
  const ask = plannedAsk(record, n);
  if (!ask)
    throw new DomainError('AskUnknown', `request has no open ask ${n}`, { request: record.id, ask: n });
  if (answer.option === 'undone' && record.undoable)
    return undoAnswer(record, rules, ask, record.undoable, answer);
  // More departments were called: the stage is opened anew, and waits for this ask again.
  if (answer.option === 'let-go')
    return ask.stage === undefined
      ? { record, notices: [], next: { to: routeOf(ask), ask: takenOver(ask, answer.at) } }
      : { record, notices: [], next: { to: 'finished' } };
  const settled = withoutAsk(record, n);
  // The steps of a stage each end by themselves.
  if (answer.option === 'withdrawn' && ask.stage === undefined)
    return { record: settled, notices: [], next: { to: 'close' } };
  switch (ask.kind) {
    case 'clarify':
      return recordClarified(record, rules, ask, answer);
    case 'placement':
      return ask.stage === undefined
        ? recordPlacement(settled, rules, answer)
        : recordStep(record, rules, ask, answer);
    case 'acceptance':
      return recordAcceptance(record, rules, ask, answer);
    case 'taking-up':
      return recordTakingUp(record, rules, ask, answer);
    case 'complaint':
      return recordComplaint(record, rules, ask, answer);
    case 'consent':
      return recordConsent(record, rules, ask, answer);
    case 'outcome':
      return recordOutcome(record, rules, ask, answer);
    case 'application':
    case 'approval':
    case 'appointment':
    case 'report':
    case 'returned':
    case 'settlement':
      return tellingOwner(record, rules, ask, answer, recordStep(record, rules, ask, answer));
    case 'documents':
    case 'sign-off':
      return recordHeld(record, rules, ask, answer);
    case 'confirmation':
      return withClosing(recordVerdict(record, rules, ask, answer), rules, answer.at);
    case 'attention':
      return resumeRequest(record, ask, answer);
    case 'joined':
      return answer.option === 'superseded'
        ? partFromFirst(settled, rules, answer.at)
        : { record: settled, notices: [], next: { to: 'close' } };
    default:
      throw new DomainError('AskUnknown', `a request is never asked for a ${ask.kind}`, {
        request: record.id,
        ask: n,
      });
  }
}
