import { deadline } from '../deadlines/deadline.js';
import { gridOfPlace } from '../geography/grid-lookup.js';
import type { Point } from '../geography/point.js';
import type { Allowance } from '../town/allowance.js';
import type { DutyEntry, TownSettings } from '../town/schema.js';
import { askAcceptance } from './ask-acceptance.js';
import { askBack, questionFor } from './clarify.js';
import { adviceOf, dangerName } from './danger-words.js';
import { type Answer, type Decision, type Notice, type Rules, withEntry } from './decision.js';
import { dutyOf } from './duty-of.js';
import { findTarget, type Target } from './find-target.js';
import { contactOf, homeLadder } from './home-ladder.js';
import { isSealed } from './confidential.js';
import { joinFirst } from './join-requests.js';
import { nextStepText } from './next-step.js';
import { tellResident, tellStaff } from './notices.js';
import { planAsk, staffAt } from '../asks/plan-ask.js';
import type { RequestRecord } from './record.js';
import { startCoordination, startPath } from './start-path.js';
import { dueText, languageOf } from './words.js';
import { given } from '../words/given.js';

export interface Assigning {
  readonly at: number;
  /** The exact point of the report, where there is one; it stays with the person. */
  readonly location?: Point | undefined;
  /** The staff id of the cadre who filed it, on their own or a resident's behalf. */
  readonly filedBy?: string | undefined;
  /** An open request that looks like the same event. */
  readonly duplicateOf?: string | undefined;
}

const gridOf = (record: RequestRecord, rules: Rules, assigning: Assigning): number | undefined =>
  record.grid ??
  (isSealed(record)
    ? undefined
    : gridOfPlace(rules.town, { ...record, location: assigning.location })?.number);

const NOBODY: Pick<Assigning, 'filedBy' | 'duplicateOf'> = {};

/**
 * Grid assignment: the place decides the grid, the grid decides the people, the category decides path and deadline.
 * What the words left open is asked of their sender, what stays open goes to the duty desk; an emergency waits for
 * neither.
 */
export function assignRequest(record: RequestRecord, rules: Rules, assigning: Assigning): Decision {
  if (record.withdrawnAt !== undefined) return { record, notices: [], next: { to: 'close' } };
  // Who filed a complaint about staff for somebody need not be the one to look into it.
  const { filedBy, duplicateOf } = record.confidential ? NOBODY : assigning;
  const grid = gridOf(record, rules, assigning);
  const { duplicateOf: _named, ...rest } = record;
  // Whoever filed it is first asked, and owns it wherever it turns out to belong.
  const begun = {
    ...rest,
    ...given({ owner: filedBy, grid, duplicateOf }),
  };
  const told = record.danger?.sure === false ? tellOfPossibleDanger(begun, rules, assigning.at) : [];
  const decision = proceed(begun, rules, assigning);
  return { ...decision, notices: [...told, ...decision.notices] };
}

/** Goes on with a request that nobody works on yet: an emergency at once, others once nothing is left to ask. */
export function proceed(record: RequestRecord, rules: Rules, assigning: Assigning): Decision {
  const { at } = assigning;
  if (isAlarm(record)) return raiseAlarm(record, rules, at);
  // Its sender says that it is about what they reported before.
  if (record.joinedTo !== undefined) return joinFirst(record, rules, record.joinedTo, at);
  const question = questionFor(record, rules);
  if (question) return askBack(record, rules, question, at);
  if (isSealed(record)) return receiveComplaint(record, rules, at);
  const grid = gridOf(record, rules, assigning);
  if (grid === undefined) return askForPlacement(record, rules, at, 'receipt-unplaced');
  const assigned = assign({ ...record, grid }, rules, at);
  const decision = enterPath(assigned, rules, at, assigning.filedBy);
  return { ...decision, notices: [receiptOf(decision.record, rules, at), ...decision.notices] };
}

/**
 * A complaint about staff, or what may be one, goes to the inspection team at once; its resident is told who handles
 * it.
 */
function receiveComplaint(record: RequestRecord, rules: Rules, at: number): Decision {
  const asked = askAcceptance(assign(record, rules, at), rules, at);
  const due = dueText(asked.record.petition?.takeUpBy, rules, record.language);
  return { ...asked, notices: [tellResident(asked.record, rules, 'receipt-confidential', { due })] };
}

/** Somebody is in danger, and it is the first time that the request is worked on. */
const isAlarm = ({ path, dissatisfied }: RequestRecord): boolean =>
  path === 'emergency' && dissatisfied === 0;

/** The work begins whether or not anybody knows where; where nobody does, finding out is a part of it. */
function raiseAlarm(record: RequestRecord, rules: Rules, at: number): Decision {
  const decision = startPath(assign(record, rules, at), rules, at);
  // Whoever texted it was told what to do in the answer to that text.
  const told = record.channel === 'sms' && record.questions === undefined;
  return {
    ...decision,
    notices: [...(told ? [] : [alarmReceipt(decision.record, rules)]), ...decision.notices],
  };
}

/** The advice until help comes; whoever nobody can find is asked where they are. */
const alarmReceipt = (record: RequestRecord, rules: Rules): Notice =>
  tellResident(
    record,
    rules,
    record.grid === undefined ? 'receipt-emergency-unplaced' : 'receipt-emergency',
    {
      advice: adviceOf(record.danger?.kind, rules.town, record.language),
    },
  );

/** The duty desk hears of a danger that is not sure while its sender is asked. */
function tellOfPossibleDanger(record: RequestRecord, rules: Rules, at: number): Notice[] {
  const desk = contactOf(rules, rules.town.settings.departments.dutyDesk, at);
  if (desk === undefined || !record.danger) return [];
  const language = languageOf(rules.town, { staff: desk }, record);
  const danger = dangerName(record.danger.kind, rules.town, language);
  return [tellStaff(record, rules, desk, 'told-danger-possible', { danger })];
}

/** The receipt: until when; of a petition, when its taking up is decided; of a programme, its next step. */
function receiptOf(record: RequestRecord, rules: Rules, at: number): Notice {
  const { petition, dueAt, language } = record;
  const next = nextStepText(record, rules, at, language);
  if (next) return tellResident(record, rules, 'receipt-programme', next);
  return petition && petition.takenUpAt === undefined
    ? tellResident(record, rules, 'receipt-petition', { due: dueText(petition.takeUpBy, rules, language) })
    : tellResident(record, rules, 'receipt', { due: dueText(dueAt, rules, language) });
}

/** Records what follows from the place: the deadline and the owner, the duty desk's where there is no grid. */
function assign(record: RequestRecord, rules: Rules, at: number): RequestRecord {
  const owner = record.owner ?? staffAt(rules, homeLadder(record, rules), 0, at).staff;
  const { settings } = rules.town;
  const dueAt =
    record.dueAt ?? deadline(record.createdAt, settings.paths[record.path].settleWithin, settings);
  const assigned: RequestRecord = { ...record, status: 'assigned', owner, dueAt };
  if (isSealed(assigned)) return withEntry(assigned, { at, type: 'confidential', to: owner });
  return record.grid === undefined
    ? withEntry(assigned, { at, type: 'unplaced', to: owner })
    : withEntry(assigned, { at, type: 'placed', to: owner, grid: record.grid });
}

function enterPath(record: RequestRecord, rules: Rules, at: number, filedBy?: string): Decision {
  if (isAlarm(record)) return startPath(record, rules, at);
  const duty = dutyOf(record, rules.town);
  if (duty) return sendToDuty(record, rules, duty, at);
  // A cadre who files a request has taken it by doing so.
  if (filedBy !== undefined) return startPath({ ...record, status: 'accepted', handler: filedBy }, rules, at);
  return askAcceptance(record, rules, at);
}

/** How long somebody has to say where a request belongs. An emergency cannot wait for the office to open. */
export const timeToPlace = (record: RequestRecord, settings: TownSettings): Allowance =>
  record.path === 'emergency' ? settings.paths.emergency.acceptWithin : settings.placeWithin;

/** Asks the duty desk where a request belongs. */
export function askForPlacement(
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

/**
 * A matter that the duty list keeps to a department is put to nobody of the grid: they own it, and the department does
 * it.
 */
export const sendToDuty = (
  record: RequestRecord,
  rules: Rules,
  { department }: DutyEntry,
  at: number,
): Decision =>
  record.path === 'same-day' || record.dissatisfied > 0
    ? sendTo(record, rules, { department }, at)
    : startCoordination(record, rules, at);

/** Takes the request where a person sent it: another grid, or a department. */
export function sendTo(record: RequestRecord, rules: Rules, target: Target, at: number): Decision {
  if ('grid' in target) {
    const { department: _left, called: _beside, ...rest } = record;
    return enterPath(assign({ ...rest, grid: target.grid }, rules, at), rules, at);
  }
  const { department } = target;
  return sendToDepartments(
    withEntry(record, { at, type: 'placed', to: department }),
    rules,
    [department],
    at,
  );
}

/** Takes the request to a department, and to others besides, who are asked side by side. */
export function sendToDepartments(
  record: RequestRecord,
  rules: Rules,
  [department, ...others]: readonly [string, ...string[]],
  at: number,
): Decision {
  // A department handles what a grid cannot: the request leaves the same-day path for the coordinated one.
  const path = record.path === 'same-day' ? 'coordinated' : record.path;
  const { settleWithin } = rules.town.settings.paths[path];
  // A deadline that was extended, or set anew when the request was reopened, is not brought nearer.
  const dueAt = Math.max(record.dueAt ?? 0, deadline(record.createdAt, settleWithin, rules.town.settings));
  const owner =
    record.owner ??
    staffAt(rules, { ladder: 'department', department: rules.town.settings.departments.dutyDesk }, 0, at)
      .staff;
  const { coordination: before, called: _before, ...rest } = record;
  const sent: RequestRecord = {
    ...rest,
    status: 'assigned',
    path,
    dueAt,
    owner,
    department,
    ...(others.length > 0 ? { called: others.map((other) => ({ department: other, stage: 0 })) } : {}),
    // The work of another department counts for nothing here; rounds go on, for executions are named after them.
    ...(before ? { coordination: { round: before.round, stage: -1, done: [] } } : {}),
  };
  return startCoordination(sent, rules, at);
}

/** The duty desk said where it belongs, or that it is not for the town at all. */
export function recordPlacement(record: RequestRecord, rules: Rules, answer: Answer): Decision {
  if (answer.option === 'refer') return refer(record, answer);
  const target = findTarget(rules.town, answer.note);
  if (!target) return askForPlacement(record, rules, answer.at);
  const decision = sendTo(record, rules, target, answer.at);
  return { ...decision, notices: [receiptOf(decision.record, rules, answer.at), ...decision.notices] };
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
