import { planAsk, staffAt } from '../asks/plan-ask.js';
import type { Addressee, Ladder } from '../asks/planned-ask.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import type { Party, StageStep } from '../town/schema.js';
import { inOffice } from '../posts/in-office.js';
import { isSealed, keptFrom } from './confidential.js';
import { type Rules, withEntry } from './decision.js';
import { homeLadder, onLadder, personOrStandIn } from './home-ladder.js';
import { isUnplacedAlarm, planFinding } from './locate-alarm.js';
import { sameParty } from './milestones.js';
import { mayHaveAid, programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';
import { isUrgent } from './is-urgent.js';

/** Asks for a step: whoever the programme names, or the one that is `named` to do it instead. */
export function planStep(
  record: RequestRecord,
  rules: Rules,
  step: StageStep,
  { stage, at, named }: { stage: number; at: number; named?: Addressee & { who: 'staff' } },
) {
  if (!named && step.by === 'grid-head' && isUnplacedAlarm(record))
    return planFinding(record, rules, step, stage, at);
  const to = named ?? addresseeOf(record, rules, step, at);
  const until = stepUntil(record, rules, step, at);
  const other =
    step.asks === 'report' && stage === 0 && step.by === 'grid-head' ? record.duplicateOf : undefined;
  return planAsk(
    withEntry(record, { at, type: 'asked', to: to.staff, step: step.id, due: until }),
    {
      kind: step.asks,
      to,
      until,
      stage,
      step: step.id,
      documents: programmeOf(record, rules).documents.length > 0,
      aid: mayHaveAid(record, rules),
      urgent: record.path === 'emergency',
      extendable: step.extendBy !== undefined,
      ...(other === undefined ? {} : { other }),
    },
    at,
  );
}

/** A petition's steps share its time: none has longer than until the day it must be settled. */
export function stepUntil(record: RequestRecord, rules: Rules, step: StageStep, at: number): number {
  const { petition, dueAt } = record;
  const until = timeToAnswer(at, step.within, rules.town.settings, { urgent: isUrgent(record) });
  return petition && dueAt !== undefined && dueAt > at ? Math.min(until, dueAt) : until;
}

export function addresseeOf(
  record: RequestRecord,
  rules: Rules,
  { by }: StageStep,
  at: number,
): Addressee & { who: 'staff' } {
  if (by === 'owner') return personOrStandIn(record, rules, record.handler ?? record.owner, at);
  const ladder = ladderOf(record, rules, by);
  const came = whoCame(record, rules, by);
  const department = typeof by === 'string' ? undefined : by.department;
  const isThere =
    came !== undefined && inOffice(rules.town, came, { grid: record.grid, department }) === came;
  return isThere ? onLadder(rules, ladder, came, at) : staffAt(rules, ladder, 0, at);
}

function ladderOf(record: RequestRecord, rules: Rules, by: Party): Ladder {
  if (typeof by === 'string' || isSealed(record)) return homeLadder(record, rules);
  const except = keptFrom(record, rules.town);
  return {
    ladder: 'department',
    department: by.department,
    ...(except.length > 0 ? { except: [...except] } : {}),
  };
}

/** In an emergency whoever of a party came is asked on, whoever of it was called first. */
function whoCame(record: RequestRecord, rules: Rules, by: Party): string | undefined {
  if (record.path !== 'emergency') return undefined;
  const { stages } = programmeOf(record, rules);
  const own = stages.flatMap(({ steps }) =>
    steps.filter((step) => sameParty(step.by, by)).map(({ id }) => id),
  );
  return entriesOf(record, 'step-done').findLast(({ step }) => own.includes(step))?.by;
}
