import type { WatchedExecution } from '../../../adapters/execution-watch.js';
import { attemptOf } from '../../../domain/codes/execution-name.js';
import { troubleOf } from '../../../domain/executions/trouble.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import { given } from '../../../domain/words/given.js';
import type { ExecutionRow, HistoryEvent } from '../../../contracts/console/executions.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import { executionArn } from '../execution-arn.js';
import { isKept } from './kept-subject.js';
import { latestEvents } from './latest-events.js';
import { standingState } from './standing-state.js';
import type { Watched } from './watched.js';

type Subject = RequestRecord | TaskRecord | undefined;

/** One line of the list, but for its place. Events are read only of what is not done and does not go on elsewhere. */
export async function watchedRow(
  services: Watched,
  machine: string,
  machineArn: string,
  execution: WatchedExecution,
  subject: Subject,
): Promise<ExecutionRow> {
  const { name, status } = execution;
  const goesOnIn = laterOf(machine, name, subject);
  const row = { machine, ...execution, ...given({ goesOnIn }) };
  if (status === 'SUCCEEDED') return row;
  const events = await latestEvents(services, executionArn(machineArn, name));
  const standing = standingState(events);
  return { ...row, ...given({ standing, trouble: wrongWith(events, { status, standing, goesOnIn }) }) };
}

function wrongWith(
  events: readonly HistoryEvent[],
  { status, standing, goesOnIn }: Pick<ExecutionRow, 'status' | 'standing' | 'goesOnIn'>,
): ExecutionRow['trouble'] {
  const trouble =
    goesOnIn === undefined ? troubleOf(events, { status, standing: standing?.state }) : undefined;
  return (
    trouble && { kind: trouble.kind, since: trouble.since, failures: trouble.failures, ...causeOf(trouble) }
  );
}

/** Longer than that no error is read in a list. */
const LONGEST_CAUSE = 300;

const causeOf = ({ state, error, cause }: NonNullable<ReturnType<typeof troubleOf>>) =>
  given({ state, error, cause: cause?.slice(0, LONGEST_CAUSE) });

/** The execution that the record says works on it now, where that is a later one. */
function laterOf(machine: string, name: string, subject: Subject): string | undefined {
  if (machine === 'coordination' || !subject?.execution || subject.execution === name) return undefined;
  const [own, other] = [attemptOf(name), attemptOf(subject.execution)];
  return own.first !== other.first || own.attempt < other.attempt ? subject.execution : undefined;
}

/** Of a complaint about staff nothing is said but that there is one. */
export function placeOf(
  call: Pick<ConsoleCall, 'user'>,
  subject: Subject,
): Pick<ExecutionRow, 'request' | 'isEmergency' | 'category' | 'grid' | 'village'> {
  if (!subject) return {};
  if (!('trackingKey' in subject)) return given({ request: subject.request, grid: subject.grid });
  if (isKept(call, subject)) return {};
  const { id, path, category, grid, village } = subject;
  return given({ request: id, isEmergency: path === 'emergency' || undefined, category, grid, village });
}

/** Of a complaint about staff it is not said who is asked. */
export const isOpenTo = (call: Pick<ConsoleCall, 'user'>, subject: RequestRecord | TaskRecord): boolean =>
  !('trackingKey' in subject) || !isKept(call, subject);
