import type { PlannedAsk } from '../asks/planned-ask.js';
import { MILESTONES } from '../town/field-schemas.js';
import type { Milestone, Party, Programme, StageStep } from '../town/schema.js';
import { type Answer, type Rules, withEntry } from './decision.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { sinceRaised } from './timeline.js';

const rankOf = (milestone: Milestone | undefined): number =>
  milestone === undefined ? -1 : MILESTONES.indexOf(milestone);

/** How far an answer says that it is: as far as its step, or further where it says so. */
function reached(
  step: StageStep,
  { option, milestone }: Pick<Answer, 'option' | 'milestone'>,
): Milestone | undefined {
  if (option !== 'done' || step.milestone === undefined) return undefined;
  return rankOf(milestone) > rankOf(step.milestone) ? milestone : step.milestone;
}

const stepOf = ({ stages }: Programme, ask: Pick<PlannedAsk, 'stage' | 'step'>): StageStep | undefined =>
  stages[ask.stage ?? -1]?.steps.find(({ id }) => id === ask.step);

export const sameParty = (a: Party, b: Party): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Steps of an emergency that an answer settles beside its own, as `stage/step`: whoever is on site was on the way, and
 * what is safe is safe for everybody who was called. Milestones are told in any order.
 */
export function settledBeside(
  programme: Programme,
  ask: Pick<PlannedAsk, 'stage' | 'step'>,
  answer: Answer,
): string[] {
  const own = stepOf(programme, ask);
  const milestone = own && reached(own, answer);
  if (!own || milestone === undefined) return [];
  const isForAll = rankOf(milestone) >= rankOf('safe');
  const last = programme.stages.findLastIndex(({ steps }) =>
    steps.some((step) => step.milestone !== undefined && rankOf(step.milestone) <= rankOf(milestone)),
  );
  return programme.stages.slice(0, last + 1).flatMap(({ steps }, i) =>
    steps
      .filter((step) => i !== ask.stage || step.id !== own.id)
      .filter((step) => rankOf(step.milestone) <= rankOf(milestone))
      .filter((step) => (isForAll ? true : step.milestone !== undefined && sameParty(step.by, own.by)))
      .map((step) => `${i}/${step.id}`),
  );
}

/** The first to reach a milestone is the record's; of an alarm that is raised again nobody has reached any. */
export function withMilestone(
  record: RequestRecord,
  programme: Programme,
  ask: Pick<PlannedAsk, 'stage' | 'step'>,
  answer: Answer,
): RequestRecord {
  const step = stepOf(programme, ask);
  const milestone = step && reached(step, answer);
  if (milestone === undefined || sinceRaised(record).some(({ type }) => type === milestone)) return record;
  return withEntry(record, { at: answer.at, type: milestone, by: answer.by });
}

/** How far an answer about a step of an emergency says that somebody is; undefined of any other. */
export function milestoneReached(
  record: RequestRecord,
  rules: Rules,
  ask: Pick<PlannedAsk, 'stage' | 'step'>,
  answer: Pick<Answer, 'option' | 'milestone'>,
): Milestone | undefined {
  if (record.path !== 'emergency' || ask.step === undefined) return undefined;
  const step = stepOf(programmeOf(record, rules), ask);
  return step && reached(step, answer);
}

/** Whether what an ask waits for in an emergency is reached by being so far. */
export function isReachedBy(
  record: RequestRecord,
  rules: Rules,
  ask: Pick<PlannedAsk, 'stage' | 'step'>,
  milestone: Milestone,
): boolean {
  if (record.path !== 'emergency') return false;
  const step = stepOf(programmeOf(record, rules), ask);
  return step?.milestone !== undefined && rankOf(step.milestone) <= rankOf(milestone);
}

/** Whether what an ask wants in an emergency is settled by somebody outside the ladder who is so far; whoever is in touch with them is in touch. */
export function isAnsweredByCall(
  record: RequestRecord,
  rules: Rules,
  ask: Pick<PlannedAsk, 'kind' | 'stage' | 'step'>,
  milestone: Milestone,
): boolean {
  if (record.path !== 'emergency' || ask.kind !== 'report') return false;
  const step = stepOf(programmeOf(record, rules), ask);
  return step !== undefined && rankOf(step.milestone) <= rankOf(milestone);
}
