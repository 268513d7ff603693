import { leavesDoubt } from '../answers/doubts.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { foldWords } from '../reading/features.js';
import { MILESTONES } from '../town/field-schemas.js';
import type { Milestone, Party, Programme, StageStep } from '../town/schema.js';
import { type Answer, type Rules, withEntry } from './decision.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { sinceRaised } from './timeline.js';

/** Words by which people say how far they are, the furthest first; what is to come, or failed, is none (`NOT_YET`). */
const SAID: readonly (readonly [Milestone, RegExp])[] = [
  ['restored', /恢复(?:了)?(?:供[气水电]|通[气水电行]|正常)|已(?:全部)?恢复|恢复了|restored/],
  [
    'safe',
    /已排除|排除了|排除完|已解除|解除了|(?:现场|已经?)安全了?|没(?:有)?危险了|已关阀|阀门?(?:已经?)?(?:关了|关好|关上了|关闭)|关(?:了|好|上)(?:总)?阀|扑灭了|已扑灭|灭了|已断电|made safe|is safe|all clear|has been isolated|is isolated|shut off|turned off|fire is out|under control/,
  ],
  ['on-site', /到(?:了)?现场|到位了?|到了|已到|在现场|on site|on scene|arrived|i'm here|we're here/],
  [
    'on-the-way',
    /出发|在路上|赶过|赶来|往那赶|动身|马上(?:到|去|过去)|这就(?:去|过去)|on (?:my|our|the) way|heading/,
  ],
];

/** Anywhere in the same clause these say that it is not so, or not yet. */
const FAILED = /没(?!有?危险)|未|无法|不|堵|not|n't|cannot|nobody|no one/;
const TO_COME = /正在|准备|马上|这就|要|等|请|需|快|去|还|will|going to|trying|need|soon|if\b|back on/;

const CLAUSE = /[^,.;!?，。；！？\n]+/g;

function saidIn(clause: string): Milestone | undefined {
  if (FAILED.test(clause)) return undefined;
  for (const [milestone, pattern] of SAID) {
    const isReached = milestone === 'on-the-way' || !TO_COME.test(clause);
    if (isReached && pattern.test(clause)) return milestone;
  }
  return undefined;
}

/** The furthest milestone that words say was reached; undefined where they say none, or say that something went wrong. */
export function milestoneIn(words: string): Milestone | undefined {
  const clauses = foldWords(words).match(CLAUSE) ?? [];
  if (clauses.some((clause) => FAILED.test(clause))) return undefined;
  const said = clauses.map(saidIn);
  return SAID.map(([milestone]) => milestone).find((milestone) => said.includes(milestone));
}

const rankOf = (milestone: Milestone | undefined): number =>
  milestone === undefined ? -1 : MILESTONES.indexOf(milestone);

/** How far an answer says that it is: as far as its step, or further where its words say so. */
function reached(step: StageStep, { option, note = '', milestone }: Answer): Milestone | undefined {
  if (option !== 'done' || step.milestone === undefined) return undefined;
  const said = milestone ?? (leavesDoubt(foldWords(note)) ? undefined : milestoneIn(note));
  return rankOf(said) > rankOf(step.milestone) ? said : step.milestone;
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
