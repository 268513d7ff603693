import type { FlowStep } from '../definition/machine.js';
import type { MapRunEnd } from '../execution/change.js';
import type { Draft } from '../execution/draft.js';
import type { Failure, MapRun, Phase } from '../execution/execution-state.js';
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

/** The run that a Distributed Map in this phase has under way. */
export function mapRunOf(phase: Phase | undefined): MapRun | undefined {
  if (phase?.kind === 'branches') return phase.branches.mapRun;
  return phase?.kind === 'task' ? (phase.task.reading?.mapRun ?? phase.task.writing) : undefined;
}

/** All executions of a run are done: its state goes on with what they gave, or once that is written. */
export function concludeMapRun(
  draft: Draft,
  threadId: string,
  { started, mapRun }: { readonly started: number; readonly mapRun: MapRun },
  results: readonly Json[],
): void {
  const { writer, flatten } = mapRun;
  if (writer === undefined) {
    endMapRun(draft, threadId, mapRun, 'SUCCEEDED');
    return draft.phase(threadId, { kind: 'done', result: flatten === true ? results.flat() : results });
  }
  const call = { service: 's3', action: 'putObject', arguments: writer.destination ?? null };
  // MapRunStarted is the event after MapStateStarted.
  const task = { id: started + 1, pattern: 'request', call, writing: mapRun } as const;
  return draft.phase(threadId, { kind: 'task', stage: 'calling', task });
}

/** Where the states of a Map's items stand. */
export const processorPath = (path: readonly FlowStep[], state: string): readonly FlowStep[] => [
  ...path,
  { state },
];
