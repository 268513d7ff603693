import type { PlannedAsk } from '../asks/planned-ask.js';
import { correctMatter, programmeLeft } from './correct-matter.js';
import { correctJoined, correctOutcome, executionToStart } from './correct-outcome.js';
import { correctDepartment, correctHandler, correctOwner } from './correct-people.js';
import { correctPlace } from './correct-place.js';
import { isSealed } from './confidential.js';
import { stepOf } from './coordinate-programme.js';
import { addresseeOf } from './plan-step.js';
import type { Correction, Draft } from './correction.js';
import type { Rules } from './decision.js';
import type { RequestRecord } from './record.js';
import { given } from '../words/given.js';

const PARTS = [
  correctMatter,
  correctPlace,
  correctOwner,
  correctHandler,
  correctDepartment,
  correctOutcome,
  correctJoined,
] as const;

/**
 * A request as it is once it was put right; the same record where that changes nothing. Whatever was asked about what
 * was wrong is void: it is ended as `corrected`, and the workflow goes on from how the request now stands.
 */
export function correctRequest(record: RequestRecord, rules: Rules, correction: Correction): RequestRecord {
  const draft = PARTS.reduce<Draft>((now, part) => part(now, rules, correction), { record, begun: false });
  if (draft.record === record) return record;
  const { undoable: _before, ...changed } = draft.record;
  if (!draft.begun)
    return {
      ...changed,
      asks: changed.asks.map((ask) => putToOthers(ask, record, changed, rules, correction.at)),
    };
  const left = programmeLeft(record, changed, rules);
  const execution = executionToStart(record, changed) ?? record.corrected?.execution;
  return {
    ...changed,
    asks: changed.asks.map((ask) => ({ ...ask, corrected: true as const })),
    corrected: given({ execution }),
    ...(left === undefined ? {} : { left: [...(record.left ?? []), left] }),
  };
}

/** An ask that goes on: void where it is another's now; what is held for them goes back to the right one. */
function putToOthers(
  ask: PlannedAsk,
  before: RequestRecord,
  after: RequestRecord,
  rules: Rules,
  at: number,
): PlannedAsk {
  // An emergency that complains about staff is the inspection team's alone once it is none.
  if (ask.to.who === 'staff' && isSealed(after) && !isSealed(before)) return { ...ask, corrected: true };
  const step = stepOf(before, rules, ask);
  // A department sent it back: whoever owns it now decides.
  if (ask.kind === 'returned' && isOwnersTo(ask) && before.owner !== after.owner)
    return { ...ask, corrected: true };
  if (!step || typeof step.by !== 'string') return ask;
  const isMoved =
    before.grid !== after.grid ||
    (step.by === 'owner' && (before.handler ?? before.owner) !== (after.handler ?? after.owner));
  if (!isMoved) return ask;
  return ask.held
    ? { ...ask, held: { ...ask.held, to: addresseeOf(after, rules, step, at) } }
    : { ...ask, corrected: true };
}

const isOwnersTo = ({ to }: PlannedAsk): boolean => to.who === 'staff' && to.ladder.ladder !== 'department';
