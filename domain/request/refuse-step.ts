import { planAsk, staffAt } from '../asks/plan-ask.js';
import type { Addressee, PlannedAsk } from '../asks/planned-ask.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import type { StageStep } from '../town/schema.js';
import { type Answer, type Decision, type Rules, noteOf, withEntry } from './decision.js';
import { findTarget, type Target } from './find-target.js';
import { personOrStandIn } from './home-ladder.js';
import { ownerNow, ownerOf } from './owner-of.js';
import { planStep } from './plan-step.js';
import { programmeOf, runsProgramme } from './programme-of.js';
import { tellingPromise } from './promise.js';
import type { RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';

type Asked = Pick<PlannedAsk, 'stage' | 'step'> & Partial<Pick<PlannedAsk, 'to' | 'kind'>>;

const finished = (record: RequestRecord): Decision => ({ record, notices: [], next: { to: 'finished' } });

/** A step is refused. Unless that is final, whoever owns the request decides what becomes of the step. */
export function recordRefusal(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
  step: StageStep | undefined,
): Decision {
  if (!step || hasEnded(record)) return finished(record);
  if (!isLastWord(record, rules, ask, step, answer)) return returnStep(record, rules, ask, answer);
  return endStep(record, rules, ask, answer);
}

/** Whoever owns the request said what becomes of a step that was refused. */
export function recordReturned(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
  step: StageStep | undefined,
): Decision {
  const isEnded = answer.option === 'withdrawn' || answer.option === 'superseded';
  if (!step || isEnded || hasEnded(record)) return finished(record);
  const { at, by } = answer;
  if (answer.option === 'refuse') return endStep(record, rules, ask, answer);
  const target = answer.option === 'transfer' ? findTarget(rules.town, answer.note) : undefined;
  if (!target) {
    const own = passStep(record, rules, step, {
      ask,
      at,
      named: personOrStandIn(record, rules, record.owner, at),
    });
    return tellingPromise(record, own, rules, record.grid === undefined ? [] : [{ grid: record.grid }]);
  }
  const moved = withEntry(
    { ...record, transfers: record.transfers + 1 },
    { at, type: 'transferred', by, ...noteOf(answer) },
  );
  const passed = passStep(moved, rules, step, { ask, at, named: reached(rules, target, at) });
  return tellingPromise(record, passed, rules, [target]);
}

/** Its stage is not worked on any more, whoever was asked for it. */
export const hasEnded = ({ coordination, joinedTo, withdrawnAt }: RequestRecord): boolean =>
  coordination?.refused !== undefined || joinedTo !== undefined || withdrawnAt !== undefined;

/** Final by the town's data, or by who says it: the owner or a stand-in, somebody of the grid or above. */
function isLastWord(
  record: RequestRecord,
  { town }: Rules,
  { to }: Asked,
  { final }: StageStep,
  { by, at }: Pick<Answer, 'by' | 'at'>,
): boolean {
  if (final === true || to?.who !== 'staff' || to.ladder.ladder !== 'department') return true;
  if ([ownerOf(record, town), ownerNow(record, town, at)].includes(by)) return true;
  const { department } = to.ladder;
  const asked = town.departments.find(({ id }) => id === department);
  return asked?.kind === 'desk' || asked?.contacts.includes(by) !== true;
}

/** The step goes back to the request's owner; passed on too often, to the duty desk. The stage's others go on. */
export function returnStep(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Pick<Answer, 'at' | 'by' | 'note'>,
) {
  const { at, by, note: reason = '' } = answer;
  const { settings } = rules.town;
  const { stage = 0, step = '' } = ask;
  const to = deciderOf(record, rules, at);
  const until = timeToAnswer(at, settings.paths[record.path].acceptWithin, settings, { urgent: false });
  const planned = planAsk(
    withEntry(record, { at, type: 'returned', by, to: to.staff, step, due: until, note: reason }),
    { kind: 'returned', to, until, stage, step, refusal: { by, reason } },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'ask' as const, ask: planned.ask } };
}

/** No ping-pong: after the town's limit of transfers it is the duty desk. */
function deciderOf(record: RequestRecord, rules: Rules, at: number): Addressee & { who: 'staff' } {
  const { limits, departments } = rules.town.settings;
  return record.transfers < limits.transfers
    ? personOrStandIn(record, rules, record.owner, at)
    : staffAt(rules, { ladder: 'department', department: departments.dutyDesk }, 0, at);
}

const reached = (rules: Rules, target: Target, at: number): Addressee & { who: 'staff' } =>
  staffAt(
    rules,
    'grid' in target
      ? { ladder: 'grid', grid: target.grid }
      : { ladder: 'department', department: target.department },
    0,
    at,
  );

/** Somebody else is asked for the step, for as long as it allows. The request is not due before its steps are. */
function passStep(
  record: RequestRecord,
  rules: Rules,
  step: StageStep,
  { ask, at, named }: { ask: PlannedAsk; at: number; named: Addressee & { who: 'staff' } },
): Decision {
  const planned = planStep(record, rules, step, { stage: ask.stage ?? 0, at, named });
  const until = planned.record.asks.at(-1)?.until ?? at;
  const { dueAt } = record;
  return {
    record: { ...planned.record, ...(dueAt === undefined ? {} : { dueAt: Math.max(dueAt, until) }) },
    notices: [],
    next: { to: 'ask', ask: planned.ask },
  };
}

/** One of several called is left out; else the refusal ends the coordination, and its reason stays on record. */
function endStep(
  record: RequestRecord,
  rules: Rules,
  { stage = 0, step = '' }: Asked,
  { at, by, note: reason = '' }: Answer,
): Decision {
  const { coordination } = record;
  if (!coordination) return finished(record);
  if (!goesOnWithout(record, rules, { stage, step }))
    return finished({ ...record, coordination: { ...coordination, refused: { by, reason, stage, step } } });
  const done = [...coordination.done, `${stage}/${step}`];
  return finished(
    withEntry(
      { ...record, coordination: { ...coordination, done } },
      { at, type: 'step-refused', by, step, note: reason },
    ),
  );
}

/** Whether the matter can be done without this step: others were called to it, who do it still or have done it. */
function goesOnWithout(record: RequestRecord, rules: Rules, { stage = 0, step }: Asked): boolean {
  const { called = [], coordination } = record;
  const here = called.filter((call) => call.stage === stage).map(({ department }) => department);
  if (here.length === 0 || (runsProgramme(record, rules) && !here.includes(step ?? ''))) return false;
  const refused = new Set(entriesOf(record, 'step-refused').map((entry) => entry.step));
  const isOpen = (id: string): boolean => record.asks.some((ask) => ask.stage === stage && ask.step === id);
  const isDone = (id: string): boolean =>
    coordination?.done.includes(`${stage}/${id}`) === true && !refused.has(id);
  const { steps } = programmeOf(record, rules).stages[stage] ?? { steps: [] };
  return steps.some(({ id }) => id !== step && (isOpen(id) || isDone(id)));
}

/** Whether a refusal is the end for everybody else who is asked in its stage. */
export function refusalEndsStage(
  record: RequestRecord,
  rules: Rules,
  ask: Asked,
  given: Pick<Answer, 'by' | 'at'>,
): boolean {
  const step = programmeOf(record, rules).stages[ask.stage ?? -1]?.steps.find(({ id }) => id === ask.step);
  if (!step || record.path === 'emergency') return false;
  const isLast = ask.kind === 'returned' || isLastWord(record, rules, ask, step, given);
  return isLast && !goesOnWithout(record, rules, ask);
}
