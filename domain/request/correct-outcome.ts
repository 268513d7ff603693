import { retryName, workingExecution } from '../codes/execution-name.js';
import { type Correction, type Draft, withChange } from './correction.js';
import { type Rules, withEntry } from './decision.js';
import { programmeOf, runsProgramme } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { verdictOf } from './verdict-of.js';

/** The outcome as it stands: how it was closed counts where no outcome was recorded. */
export const outcomeOf = ({ outcome, closedAs }: RequestRecord): string | undefined =>
  outcome?.as ?? closedAs;

/** A mistaken answer: what was recorded as refused was done, or the other way round, or nothing was done yet. */
export function correctOutcome(draft: Draft, rules: Rules, correction: Correction): Draft {
  const { record } = draft;
  const { outcome } = correction;
  if (outcome === undefined || outcome === record.outcome?.as) return draft;
  const agreed = outcome === 'done' ? doneWithRefused(record, rules) : undefined;
  if (agreed) {
    const approved = withChange(record, correction, 'outcome', outcomeOf(record), 'approved');
    return { record: workAgain(approved, correction, agreed), begun: true };
  }
  const changed = withChange(record, correction, 'outcome', outcomeOf(record), outcome);
  if (outcome === 'not-done') return { record: workAgain(changed, correction), begun: true };
  const said: RequestRecord = {
    ...withoutRefusal(changed),
    outcome: { as: outcome, ...(outcome === 'refused' ? { reason: correction.reason } : {}) },
  };
  if (record.closedAs === undefined) return { record: said, begun: true };
  // Nobody asked the resident, since it was refused: now they are.
  if (outcome === 'done' && record.closedAs === 'refused')
    return { record: opened(said, correction, 'awaiting_confirmation'), begun: true };
  const closedAs = outcome === 'refused' ? outcome : (verdictOf(record) ?? 'no_answer');
  return { ...draft, record: { ...said, closedAs } };
}

/** Whether a step of its programme was refused of which nobody noted which it was. */
export const isUnclearStep = (record: RequestRecord, rules: Rules): boolean =>
  record.coordination?.refused !== undefined &&
  record.coordination.refused.step === undefined &&
  runsProgramme(record, rules);

/**
 * All that is done of a programme once the step counts as done that somebody refused by mistake; undefined where that
 * was the last of it, or nobody of it refused.
 */
function doneWithRefused(record: RequestRecord, rules: Rules): readonly string[] | undefined {
  const { coordination } = record;
  const { stage, step } = coordination?.refused ?? {};
  if (!coordination || step === undefined || !runsProgramme(record, rules)) return undefined;
  const { stages } = programmeOf(record, rules);
  const done = [...coordination.done, `${stage}/${step}`];
  return stages.every(({ steps }, i) => steps.every(({ id }) => done.includes(`${i}/${id}`)))
    ? undefined
    : done;
}

function withoutRefusal(record: RequestRecord): RequestRecord {
  const { coordination, ...rest } = record;
  if (!coordination) return record;
  const { refused: _refused, ...kept } = coordination;
  return { ...rest, coordination: kept };
}

/**
 * It is worked on again by whoever had it; of a programme the last stage is asked again, or, where somebody refused,
 * whoever has not done their part. What was closed is opened.
 */
function workAgain(
  record: RequestRecord,
  correction: Correction,
  done: readonly string[] = doneBefore(record),
): RequestRecord {
  const {
    outcome: _o,
    closedAs,
    closedAt: _c,
    withdrawnAt: _w,
    joinedTo: _j,
    followUps: _f,
    ...rest
  } = record;
  const { coordination, ...others } = withoutRefusal(rest);
  const again: RequestRecord = {
    ...others,
    ...(coordination ? { coordination: { ...coordination, done: [...done] } } : {}),
    status: record.owner === undefined ? 'received' : record.handler === undefined ? 'assigned' : 'accepted',
  };
  return closedAs === undefined ? again : opened(again, correction, again.status);
}

function doneBefore({ coordination }: RequestRecord): readonly string[] {
  if (!coordination || coordination.refused) return coordination?.done ?? [];
  return coordination.done.filter((step) => !step.startsWith(`${coordination.stage}/`));
}

/** A decision from before it was closed is not made again. */
function opened(record: RequestRecord, { at }: Correction, status: RequestRecord['status']): RequestRecord {
  const { closedAs: _as, closedAt: _at, followUps: _f, place, ...others } = record;
  // The place that it had of its programme was given to the next when it was closed.
  const rest = place?.usedAt === undefined ? others : { ...others, place };
  return withEntry({ ...rest, status, answered: [] }, { at, type: 'reopened' });
}

/** The execution that takes up what was closed. */
export const executionToStart = (before: RequestRecord, after: RequestRecord): string | undefined =>
  before.closedAs !== undefined && after.closedAs === undefined
    ? retryName(workingExecution(before))
    : undefined;

/** It is the same event as another request, or is not after all. */
export function correctJoined(draft: Draft, _rules: unknown, correction: Correction): Draft {
  const { record } = draft;
  const { joined } = correction;
  if (joined === undefined || joined === (record.joinedTo ?? 'none')) return draft;
  const { joinedTo, duplicateOf: _other, ...rest } = record;
  const changed = joined === 'none' ? rest : { ...rest, joinedTo: joined };
  return {
    record: withChange(changed, correction, 'joined', joinedTo, joined === 'none' ? '' : joined),
    begun: true,
  };
}
