import { HISTORY_LIMIT } from '../states-language/execution/draft.js';
import type { ExecutionRecord } from './records.js';

const DAY = 86_400_000;
/** After its end an execution can be redriven for 14 days, and no execution lives longer than a year. */
const REDRIVABLE_PERIOD = 14 * DAY;
const LONGEST_EXECUTION = 365 * DAY;

/** Why an execution cannot be redriven at `now`, in the words of AWS; undefined when it can. */
export function notRedrivableBecause(
  record: ExecutionRecord,
  now: number,
  hasMachine: boolean,
): string | undefined {
  const { status, stoppedAt = now, startedAt, events = 0 } = record;
  if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
  if (!hasMachine) return 'State machine is in DELETING status';
  if (record.mapRun !== undefined)
    return 'Execution was started by a Map Run and cannot be redriven by itself';
  // Room for ExecutionRedriven and one event more.
  if (events >= HISTORY_LIMIT - 1) return 'Execution history event limit exceeded';
  if (now - startedAt > LONGEST_EXECUTION) return 'Execution has exceeded the max execution time';
  if (now - stoppedAt > REDRIVABLE_PERIOD) return 'Execution redrivable period exceeded';
  return undefined;
}
