import type { JsonObject } from '../../states-language/json.js';
import type { ExecutionRecord, MapRunRecord } from '../records.js';

/** A run ends with its execution, whatever ended that. */
export function currentMapRun(run: MapRunRecord, execution: ExecutionRecord): MapRunRecord {
  if (run.status !== 'RUNNING' || execution.status === 'RUNNING') return run;
  const { stoppedAt } = execution;
  return { ...run, status: 'ABORTED', ...(stoppedAt === undefined ? {} : { stoppedAt }) };
}

const MEMBERS = {
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  ABORTED: 'aborted',
} as const;

/** How far a run has come: its executions counted, or what each `weighs`. */
export function countsOf(
  { children: planned, status }: MapRunRecord,
  children: readonly ExecutionRecord[],
  weighs: (child: ExecutionRecord) => number,
  total = planned,
): JsonObject {
  const counts = { pending: 0, running: 0, succeeded: 0, failed: 0, timedOut: 0, aborted: 0 };
  let seen = 0;
  for (const child of children) {
    counts[MEMBERS[child.status]] += weighs(child);
    seen += weighs(child);
  }
  // Executions of a run that is over and that were never started have been called off.
  counts[status === 'RUNNING' ? 'pending' : 'aborted'] += total - seen;
  return { ...counts, total, resultsWritten: counts.succeeded };
}
