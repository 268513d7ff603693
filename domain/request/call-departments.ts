import { teamOf } from '../posts/held-posts.js';
import { inOffice } from '../posts/in-office.js';
import { deadline } from '../deadlines/deadline.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { sendToDepartments } from './assign-request.js';
import { mayHear } from './confidential.js';
import { type Answer, type Decision, type Notice, type Rules, withEntry } from './decision.js';
import { namedDepartments } from './find-target.js';
import { keepAsking } from './keep-asking.js';
import { routeOf } from './ask-route.js';
import { programmeOf, runsProgramme } from './programme-of.js';
import { ownerOf } from './owner-of.js';
import { tellingPromise } from './promise.js';
import type { RequestRecord } from './record.js';
import { startCoordination } from './start-path.js';

export interface Call {
  readonly departments: readonly string[];
  /** A staff id. */
  readonly by: string;
  /** A note for them. */
  readonly note: string;
  readonly at: number;
}

/**
 * Whether somebody may call departments to a request: whoever owns it, works on it or is of its grid, the duty desk and
 * the leaders, as far as they may hear of it.
 */
export function mayCall(record: RequestRecord, { town }: Pick<Rules, 'town'>, staff: string): boolean {
  if (!mayHear(record, town, staff)) return false;
  const { handler, grid } = record;
  const { dutyDesk, dutyLeader, townLeader } = town.settings.departments;
  const desks = town.departments.filter(({ id }) => [dutyDesk, dutyLeader, townLeader].includes(id));
  return [
    ownerOf(record, town),
    handler && inOffice(town, handler, { grid }),
    ...teamOf(town, grid),
    ...desks.flatMap(({ contacts }) => contacts),
  ].includes(staff);
}

const withCallEntry = (record: RequestRecord, { departments, by, note, at }: Call): RequestRecord =>
  withEntry(record, {
    at,
    type: 'called-in',
    by,
    departments: [...departments],
    ...(note === '' ? {} : { note }),
  });

/** Whoever is asked to take a request, or handles it, calls several departments: each is asked side by side. */
export function callFrom(record: RequestRecord, rules: Rules, ask: PlannedAsk, answer: Answer): Decision {
  const { at, by } = answer;
  const { departments, note } = namedDepartments(rules.town, answer.note ?? '');
  const [first, ...others] = departments;
  if (first === undefined) {
    const again = keepAsking(record, ask, at);
    return { record: again.record, notices: [], next: { to: routeOf(ask), ask: again.ask } };
  }
  const called = withCallEntry(record, { departments, by, note, at });
  const isProgrammes = ask.kind === 'acceptance' && record.dissatisfied === 0 && runsProgramme(record, rules);
  const decision = isProgrammes
    ? startCoordination(
        {
          ...called,
          status: 'accepted',
          handler: by,
          called: departments.map((department) => ({ department, stage: 0 })),
        },
        rules,
        at,
      )
    : sendToDepartments(called, rules, [first, ...others], at);
  return tellingPromise(record, decision, rules, targets(departments));
}

const targets = (departments: readonly string[]) => departments.map((department) => ({ department }));

/**
 * Calls departments beside those who are asked in the open stage. Undefined where none is called who is not asked
 * already, or nobody is asked: it is not coordinated yet, or over. An emergency has a ladder and telephones of its own.
 */
export function callBeside(
  record: RequestRecord,
  rules: Rules,
  call: Call,
): { record: RequestRecord; notices: readonly Notice[] } | undefined {
  const { coordination, called = [], path } = record;
  if (!coordination || coordination.refused || path === 'emergency' || !isBeingDone(record)) return undefined;
  const { stage } = coordination;
  const { steps } = programmeOf(record, rules).stages[stage] ?? { steps: [] };
  const asked = new Set(
    steps.flatMap(({ id, by }) => [id, ...(typeof by === 'string' ? [] : [by.department])]),
  );
  const departments = call.departments.filter((id) => !asked.has(id));
  if (departments.length === 0) return undefined;
  const { settings } = rules.town;
  const until = deadline(call.at, settings.paths.coordinated.settleWithin, settings);
  const beside = departments.map((department) => ({ department, stage }));
  const grown = withCallEntry(
    { ...record, called: [...called, ...beside], dueAt: Math.max(record.dueAt ?? until, until) },
    { ...call, departments },
  );
  return tellingPromise(
    record,
    { record: grown, notices: [], next: { to: 'finished' } },
    rules,
    targets(departments),
  );
}

/** Somebody is asked in the stage that is open. */
const isBeingDone = ({ asks, coordination, closedAs, joinedTo, withdrawnAt }: RequestRecord): boolean =>
  closedAs === undefined &&
  joinedTo === undefined &&
  withdrawnAt === undefined &&
  asks.some(({ stage }) => stage !== undefined && stage === coordination?.stage);
