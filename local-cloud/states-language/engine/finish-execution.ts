import type { Draft } from '../execution/draft.js';
import {
  ROOT_THREAD,
  type ExecutionStatus,
  type Failure,
  type Outcome,
} from '../execution/execution-state.js';
import { present, writeJson, type Json } from '../json.js';

function close(draft: Draft, status: ExecutionStatus, outcome: Omit<Outcome, 'stoppedAt'>): void {
  draft.change({ to: 'execution', set: { status, outcome: { ...outcome, stoppedAt: draft.now } } });
  draft.change({ to: 'end', thread: ROOT_THREAD, ...(status === 'SUCCEEDED' ? {} : { parked: true }) });
}

export function succeedExecution(draft: Draft, output: Json): void {
  const details = { output: writeJson(output), outputDetails: { truncated: false } };
  draft.emitOverall('ExecutionSucceeded', draft.thread(ROOT_THREAD).previous, details);
  close(draft, 'SUCCEEDED', { output });
}

/** `follows` is the last event of the line that failed. */
export function failExecution(draft: Draft, { error, cause }: Failure, follows: number): void {
  draft.emitOverall('ExecutionFailed', follows, present({ error, cause }));
  close(draft, 'FAILED', outcomeOf(error, cause));
}

export function abortExecution(draft: Draft, error: string | undefined, cause: string | undefined): void {
  draft.emitOverall('ExecutionAborted', 0, present({ error, cause }));
  close(draft, 'ABORTED', outcomeOf(error, cause));
}

/** The machine's own TimeoutSeconds: the event names the error, the execution has neither error nor cause (floci). */
export function timeOutExecution(draft: Draft): void {
  draft.emitOverall('ExecutionTimedOut', 0, { error: 'States.Timeout' });
  close(draft, 'TIMED_OUT', {});
}

function outcomeOf(error: string | undefined, cause: string | undefined): Omit<Outcome, 'stoppedAt'> {
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}
