import type { FlowStep } from '../definition/machine.js';
import type { MapRunEnd } from '../execution/change.js';
import type { Draft } from '../execution/draft.js';
import type { Failure, MapRun } from '../execution/execution-state.js';
import { present, type Json } from '../json.js';

/** `arn:aws:states:<region>:<account>:mapRun:<machine>/<label>:<id>`. */
export const mapRunArn = (machineArn: string, label: string, id: string): string =>
  `${machineArn.replace(':stateMachine:', ':mapRun:')}/${label}:${id}`;

/** A run begins; answers with the id of its event. */
export function beginMapRun(draft: Draft, threadId: string, run: MapRun, children: number): number {
  const began = draft.emit(threadId, 'MapRunStarted', { mapRunArn: run.arn });
  draft.change({ to: 'map-run', run, began: children });
  return began;
}

const ENDS = { SUCCEEDED: 'MapRunSucceeded', FAILED: 'MapRunFailed', ABORTED: 'MapRunAborted' } as const;

export function endMapRun(
  draft: Draft,
  threadId: string,
  { arn }: MapRun,
  status: MapRunEnd,
  failure?: Failure,
): void {
  const details = failure && present({ error: failure.error, cause: failure.cause });
  draft.emit(threadId, ENDS[status], details);
  draft.change({ to: 'map-run-ended', arn, status });
}

/** The results of a run that has come to its end. */
export function resultsOf({ flatten }: MapRun, results: readonly Json[]): readonly Json[] {
  return flatten === true ? results.flat() : results;
}

/** Where the states of a Map's items stand. */
export const processorPath = (path: readonly FlowStep[], state: string): readonly FlowStep[] => [
  ...path,
  { state },
];
