import type * as z from 'zod';
import { waitingState } from '../../../domain/executions/waiting-state.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { waitsFor } from '../../../domain/request/waits-for.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { ExecutionRow, executionsQuery } from '../../../contracts/console/executions.js';
import { isKept } from './kept-subject.js';
import { isUnfinished } from './is-unfinished.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import type { Listed } from './merged-list.js';

/** Which executions are looked for, and by whom; begun between two moments. */
export type Asked = z.output<typeof executionsQuery> &
  Pick<ConsoleCall, 'user'> & { readonly since: number; readonly until: number };

type Subject = RequestRecord | TaskRecord | undefined;

/** Whether what an execution works on is where, and what, is looked for. Nobody finds a complaint about staff by it. */
export function isWantedSubject(asked: Asked, subject: Subject): boolean {
  const { category, village, grid, state } = asked;
  if (category === undefined && village === undefined && grid === undefined && state === undefined)
    return true;
  if (!subject || !('trackingKey' in subject) || isKept(asked, subject)) return false;
  return (
    (category === undefined || subject.category === category) &&
    (village === undefined || subject.village === village) &&
    (grid === undefined || subject.grid === grid) &&
    (state === undefined || (subject.closedAs === undefined && waitingState(factsOf(subject)) === state))
  );
}

/**
 * Whether its history has to be read to know whether it is in trouble: where its record waits for a person it is not.
 * Side by side with that person a step may be tried again; once it is given up, the record says so.
 */
export function mayBeInTrouble(
  { trouble }: Asked,
  { machine, execution }: Listed,
  subject: Subject,
): boolean {
  if (trouble === undefined || isUnfinished(execution)) return true;
  if (execution.status !== 'RUNNING') return false;
  if (machine !== 'resident-request' && machine !== 'coordination') return true;
  const waits = subject && 'trackingKey' in subject ? waitsFor(subject)?.for : undefined;
  return waits === undefined || waits === 'start' || waits === 'attention';
}

/** Whether the row is looked for, by what it says: its name, its error. */
export function isWantedRow({ trouble, text }: Asked, { name, trouble: wrong }: ExecutionRow): boolean {
  if (trouble !== undefined && !wrong) return false;
  if (text === undefined || text === '') return true;
  const said = [name, wrong?.error, wrong?.cause, wrong?.state].join('\n').toLowerCase();
  return said.includes(text.trim().toLowerCase()) || said.includes(text.replace(/[\s-]/g, '').toLowerCase());
}
