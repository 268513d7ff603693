import type * as z from 'zod';
import { isWaiting, waitingState } from '../../../domain/executions/waiting-state.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { waitsFor } from '../../../domain/request/waits-for.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { ExecutionRow, executionsQuery } from '../../../contracts/console/executions.js';
import { isKept } from './kept-subject.js';
import { isUnfinished } from './is-unfinished.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import type { Listed } from './merged-list.js';
import type { OwnWork } from './own-work.js';

/** Which executions are looked for, and by whom; begun between two moments. */
export type Asked = z.output<typeof executionsQuery> &
  Pick<ConsoleCall, 'user'> & { readonly since: number; readonly until: number };

type Subject = RequestRecord | TaskRecord | undefined;

/** Whether what an execution works on is where, and what, is looked for. Nobody finds a complaint about staff by it. */
export function isWantedSubject(asked: Asked, subject: Subject): boolean {
  if (!isPlaced(asked)) return true;
  if (!subject || !('trackingKey' in subject) || isKept(asked, subject)) return false;
  return isThere(asked, subject) && isInState(asked, () => factsOf(subject));
}

/** The same by what the board knows, before a record is read; of a complaint about staff only its record tells. */
export const mayBeSubject = (asked: Asked, { machine, facts }: OwnWork): boolean =>
  facts
    ? facts.erased !== true && isThere(asked, facts) && isInState(asked, () => facts)
    : machine === 'resident-request' || !isPlaced(asked);

/** Whether only requests are looked for, by where, and what, they are. */
const isPlaced = ({ category, village, grid, state }: Asked): boolean =>
  [category, village, grid, state].some((one) => one !== undefined);

const isThere = (
  { category, village, grid }: Asked,
  request: Pick<RequestFacts, 'category' | 'village' | 'grid'>,
): boolean =>
  (category === undefined || request.category === category) &&
  (village === undefined || request.village === village) &&
  (grid === undefined || request.grid === grid);

function isInState({ state }: Asked, factsOfIt: () => RequestFacts): boolean {
  if (state === undefined) return true;
  const facts = factsOfIt();
  return isWaiting(facts) && waitingState(facts) === state;
}

/** Whether one of these holds the words; numbers are also found without their spaces and hyphens. */
function isSaid(text: string, by: readonly (string | undefined)[]): boolean {
  const said = by.join('\n').toLowerCase();
  return said.includes(text.trim().toLowerCase()) || said.includes(text.replace(/[\s-]/g, '').toLowerCase());
}

/**
 * Whether the execution may be wanted, as far as can be told before its history is read: who looks for trouble, or for
 * the words of an error, wants none that waits for a person by its record. Side by side with that person a step may be
 * tried again; once it is given up, the record says so.
 */
export function mayBeWanted(
  { trouble, text }: Asked,
  { machine, execution }: Listed,
  subject: Subject,
): boolean {
  const isWantedAnyway = trouble === undefined && isSaid(text ?? '', [execution.name]);
  if (isWantedAnyway || isUnfinished(execution)) return true;
  if (execution.status !== 'RUNNING') return false;
  if (machine !== 'resident-request' && machine !== 'coordination') return true;
  const waits = subject && 'trackingKey' in subject ? waitsFor(subject)?.for : undefined;
  return waits === undefined || waits === 'start' || waits === 'attention';
}

/** Whether the row is looked for, by what it says: its name, its error. */
export function isWantedRow({ trouble, text }: Asked, { name, trouble: wrong }: ExecutionRow): boolean {
  if (trouble !== undefined && !wrong) return false;
  return isSaid(text ?? '', [name, wrong?.error, wrong?.cause, wrong?.state]);
}
