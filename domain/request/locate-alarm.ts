import { planAsk, staffAt } from '../asks/plan-ask.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import type { Stage, StageStep } from '../town/schema.js';
import { gridOfPlace } from '../geography/grid-lookup.js';
import { type Answer, type Notice, type Rules, withEntry } from './decision.js';
import { findTarget } from './find-target.js';
import { contactOf, homeLadder } from './home-ladder.js';
import { tellStaff } from './notices.js';
import type { RequestRecord } from './record.js';
import { staffName } from './words.js';

/** An emergency that nobody has placed yet: who heads its grid is not known. */
export const isUnplacedAlarm = ({ path, grid }: RequestRecord): boolean =>
  path === 'emergency' && grid === undefined;

/**
 * While nobody knows where it is, the duty desk is asked that instead of the grid head; what the desk is asked besides
 * can wait, and finding out is one question however many steps the head has.
 */
export function stepsNow(record: RequestRecord, rules: Rules, { steps }: Stage): StageStep[] {
  const heads = steps.filter(({ by }) => by === 'grid-head');
  const [finding] = heads;
  if (!isUnplacedAlarm(record) || !finding) return steps;
  const { dutyDesk } = rules.town.settings.departments;
  const isDesk = ({ by }: StageStep): boolean => typeof by !== 'string' && by.department === dutyDesk;
  return steps.filter((step) => step === finding || (step.by !== 'grid-head' && !isDesk(step)));
}

/** Asks the duty desk where an emergency is, as a part of the stage. */
export function planFinding(record: RequestRecord, rules: Rules, step: StageStep, stage: number, at: number) {
  const to = staffAt(rules, homeLadder(record, rules), 0, at);
  const until = timeToAnswer(at, step.within, rules.town.settings, { urgent: true });
  const asked = withEntry(record, { at, type: 'unplaced', to: to.staff });
  return planAsk(asked, { kind: 'placement', to, until, stage, step: step.id, options: ['place'] }, at);
}

/** A grid, or a place in words, puts the emergency there; otherwise it stays unplaced, and the desk is asked again. */
export function placeAlarm(record: RequestRecord, rules: Rules, answer: Answer) {
  const target = findTarget(rules.town, answer.note);
  const { said = {} } = answer;
  const grid =
    target && 'grid' in target ? target.grid : (said.grid ?? gridOfPlace(rules.town, said)?.number);
  return grid === undefined
    ? { record, notices: [] }
    : locateAlarm(record, rules, { grid, village: said.village, group: said.group }, answer);
}

/** Somebody said where an emergency is: everybody who works on it, and the duty leader, is told. */
export function locateAlarm(
  record: RequestRecord,
  rules: Rules,
  { grid, village, group }: { grid: number; village?: string | undefined; group?: number | undefined },
  { at, by }: { at: number; by: string },
): { record: RequestRecord; notices: Notice[] } {
  const home = rules.town.grids.find(({ number }) => number === grid)?.village;
  const placed = {
    ...record,
    grid,
    ...(record.village === undefined ? { village: village ?? home } : {}),
    ...(record.group === undefined && group !== undefined ? { group } : {}),
  };
  const head = staffAt(rules, homeLadder(placed, rules), 0, at).staff;
  const located = withEntry(
    { ...placed, owner: isDesk(record, rules) ? head : (record.owner ?? head) },
    { at, type: 'placed', by, to: head, grid },
  );
  const leader = contactOf(rules, rules.town.settings.departments.dutyLeader, at);
  const working = record.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
  const told = new Set([...working, ...(leader === undefined ? [] : [leader])]);
  told.delete(head);
  const person = staffName(rules.town, head);
  return {
    record: located,
    notices: [...told].map((staff) => tellStaff(located, rules, staff, 'told-place', { person })),
  };
}

/** Whether it is the duty desk that owns a request, for want of a grid. */
const isDesk = ({ owner }: RequestRecord, { town }: Rules): boolean =>
  town.departments
    .find(({ id }) => id === town.settings.departments.dutyDesk)
    ?.contacts.includes(owner ?? '') ?? false;
