import { deadline } from '../calendar/deadline.js';
import { gridByGroup, gridByPoint } from '../geography/grid-lookup.js';
import type { Point } from '../geography/point.js';
import type { Allowance } from '../town/allowance.js';
import type { TownSettings } from '../town/schema.js';
import { askAcceptance } from './ask-acceptance.js';
import { type Answer, type Decision, type Notice, type Rules, withEntry } from './decision.js';
import { findTarget, type Target } from './find-target.js';
import { tellResident } from './notices.js';
import { planAsk, staffAt } from '../asks/plan-ask.js';
import type { RequestRecord } from './record.js';
import { startCoordination, startPath } from './start-path.js';
import { dueText } from './words.js';

export interface Placing {
  readonly at: number;
  /** The exact point of the report, where there is one; it stays with the person. */
  readonly location?: Point | undefined;
  /** The staff id of the cadre who filed it, on their own or a resident's behalf. */
  readonly filedBy?: string | undefined;
  /** An open request that looks like the same event. */
  readonly duplicateOf?: string | undefined;
}

const gridOf = (record: RequestRecord, rules: Rules, placing: Placing): number | undefined =>
  record.grid ??
  (record.village !== undefined && record.group !== undefined
    ? gridByGroup(rules.town, record.village, record.group)?.number
    : undefined) ??
  (placing.location && gridByPoint(rules.town, placing.location)?.number);

/**
 * Grid assignment: the place decides the grid, the grid decides the people, the category decides path and deadline.
 * What no rule can place goes to the duty desk and is not dropped.
 */
export function placeRequest(record: RequestRecord, rules: Rules, placing: Placing): Decision {
  if (record.withdrawnAt !== undefined) return { record, notices: [], next: { to: 'close' } };
  const grid = gridOf(record, rules, placing);
  // Whoever filed it is first asked, and owns it wherever it turns out to belong.
  const owned = placing.filedBy === undefined ? record : { ...record, owner: placing.filedBy };
  if (grid === undefined) return askForPlace(owned, rules, placing.at, 'receipt-unplaced');
  const placed = settle({ ...record, grid }, rules, placing);
  const decision = enterPath(placed, rules, placing.at, placing.filedBy);
  return { ...decision, notices: [receiptOf(decision.record, rules), ...decision.notices] };
}

/** Says that the request is here and until when; of a petition, until when it is decided whether it is taken up. */
function receiptOf(record: RequestRecord, rules: Rules): Notice {
  const { petition, dueAt, language } = record;
  return petition && petition.takenUpAt === undefined
    ? tellResident(record, rules, 'receipt-petition', { due: dueText(petition.takeUpBy, rules, language) })
    : tellResident(record, rules, 'receipt', { due: dueText(dueAt, rules, language) });
}

/** Writes down what follows from the place: the deadline, the owner and the request it may be one with. */
function settle(record: RequestRecord, rules: Rules, placing: Placing): RequestRecord {
  const grid = record.grid ?? 0;
  const owner = placing.filedBy ?? staffAt(rules, { ladder: 'grid', grid }, 0, placing.at).staff;
  const dueAt = deadline(
    record.createdAt,
    rules.town.settings.paths[record.path].settleWithin,
    rules.town.settings,
  );
  return withEntry(
    {
      ...record,
      status: 'assigned',
      owner: record.owner ?? owner,
      dueAt: record.dueAt ?? dueAt,
      ...(placing.duplicateOf === undefined ? {} : { duplicateOf: placing.duplicateOf }),
    },
    { at: placing.at, type: 'placed', to: record.owner ?? owner, note: String(grid) },
  );
}

function enterPath(record: RequestRecord, rules: Rules, at: number, filedBy?: string): Decision {
  if (record.path === 'emergency' && record.dissatisfied === 0) return startPath(record, rules, at);
  // A cadre who files a request has taken it by doing so.
  if (filedBy !== undefined) return startPath({ ...record, status: 'accepted', handler: filedBy }, rules, at);
  return askAcceptance(record, rules, at);
}

/** How long somebody has to say where a request belongs. An emergency cannot wait for the office to open. */
export const timeToPlace = (record: RequestRecord, settings: TownSettings): Allowance =>
  record.path === 'emergency' ? settings.paths.emergency.acceptWithin : settings.placeWithin;

/** Asks the duty desk where a request belongs. */
export function askForPlace(
  record: RequestRecord,
  rules: Rules,
  at: number,
  text?: 'receipt-unplaced',
): Decision {
  const { settings } = rules.town;
  const to = staffAt(rules, { ladder: 'department', department: settings.departments.dutyDesk }, 0, at);
  const until = deadline(at, timeToPlace(record, settings), settings);
  const planned = planAsk(
    withEntry(record, { at, type: 'unplaced', to: to.staff }),
    { kind: 'placement', to, until },
    at,
  );
  return {
    record: planned.record,
    notices: text === undefined ? [] : [tellResident(record, rules, text)],
    next: { to: 'place', ask: planned.ask },
  };
}

/** Takes the request where a person sent it: another grid, or a department. */
export function sendTo(record: RequestRecord, rules: Rules, target: Target, at: number): Decision {
  if ('grid' in target) {
    const { department: _left, ...rest } = record;
    return enterPath(settle({ ...rest, grid: target.grid }, rules, { at }), rules, at);
  }
  // A department handles what a grid cannot: the request leaves the same-day path for the coordinated one.
  const path = record.path === 'same-day' ? 'coordinated' : record.path;
  const { settleWithin } = rules.town.settings.paths[path];
  // A deadline that was extended, or set anew when the request was reopened, is not brought nearer.
  const dueAt = Math.max(record.dueAt ?? 0, deadline(record.createdAt, settleWithin, rules.town.settings));
  const owner =
    record.owner ??
    staffAt(rules, { ladder: 'department', department: rules.town.settings.departments.dutyDesk }, 0, at)
      .staff;
  const { coordination: before, ...rest } = record;
  const sent = withEntry(
    {
      ...rest,
      status: 'assigned',
      path,
      dueAt,
      owner,
      department: target.department,
      // What another department has done counts for nothing here; rounds go on, for executions are named after them.
      ...(before ? { coordination: { round: before.round, stage: -1, done: [] } } : {}),
    },
    { at, type: 'placed', to: target.department },
  );
  return startCoordination(sent, rules, at);
}

/** The duty desk said where it belongs, or that it is not for the town at all. */
export function recordPlacement(record: RequestRecord, rules: Rules, answer: Answer): Decision {
  if (answer.option === 'refer') return refer(record, answer);
  const target = findTarget(rules.town, answer.note);
  if (!target) return askForPlace(record, rules, answer.at);
  const decision = sendTo(record, rules, target, answer.at);
  return { ...decision, notices: [receiptOf(decision.record, rules), ...decision.notices] };
}

/** Ends a request that others must handle; the reason is told when it is closed. */
export const refer = (record: RequestRecord, answer: Answer): Decision => ({
  record: {
    ...record,
    outcome: { as: 'referred', ...(answer.note === undefined ? {} : { reason: answer.note }) },
  },
  notices: [],
  next: { to: 'close' },
});
