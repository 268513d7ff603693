import type { Catcher, Retrier } from '../definition/state-schemas.js';
import { ROOT_THREAD, type Failure } from '../execution/execution-state.js';
import type { JsonObject } from '../json.js';
import { failBranch } from './branches.js';
import { failExecution } from './finish-execution.js';
import { jitterOf } from './jitter.js';
import { leaveState } from './leave-state.js';
import { errorOutput, type Step } from './step.js';

/**
 * Whether an `ErrorEquals` list covers a failure. `States.ALL` is everything; `States.TaskFailed` everything but a
 * timeout.
 */
export function matches(errorEquals: readonly string[], failure: Failure): boolean {
  return errorEquals.some((name) => {
    if (name === 'States.ALL') return true;
    if (name === 'States.TaskFailed') return failure.error !== 'States.Timeout';
    return name === failure.error || name === failure.alias;
  });
}

/** Seconds until attempt `used + 1`, capped, with full jitter drawn from `random` in [0, 1). */
function retryDelaySeconds(retrier: Retrier, used: number, random: () => number): number {
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** used;
  const capped = Math.min(grown, retrier.MaxDelaySeconds ?? Number.MAX_SAFE_INTEGER);
  return retrier.JitterStrategy === 'FULL' ? capped * random() : capped;
}

/** A failed state: retried, caught, or the end of its line. */
export async function recover(step: Step, failure: Failure): Promise<void> {
  const { state, draft, threadId } = step;
  // Never caught, not even by name, wherever it came from.
  if (failure.error === 'States.Runtime') return failExecution(draft, failure, step.thread.previous);
  if (tryAgain(step, failure)) return;
  if (state.Type === 'Map' || state.Type === 'Parallel') draft.emit(threadId, `${state.Type}StateFailed`);
  const catchers: readonly Catcher[] = ('Catch' in state ? state.Catch : undefined) ?? [];
  const index = catchers.findIndex((catcher) => matches(catcher.ErrorEquals, failure));
  const catcher = catchers[index];
  if (catcher === undefined) return failThread(step, failure);
  await leaveThroughCatch(step, failure, catcher, index);
}

function tryAgain(step: Step, failure: Failure): boolean {
  const { state, draft, threadId, run } = step;
  const retriers: readonly Retrier[] = ('Retry' in state ? state.Retry : undefined) ?? [];
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, failure));
  const retrier = retriers[index];
  const used = Number(run.retries[index] ?? 0);
  if (retrier === undefined || used >= retrier.MaxAttempts) return false;
  const { facts } = draft.state;
  const delay = retryDelaySeconds(retrier, used, () => jitterOf(facts.arn, step.thread.previous));
  const until = draft.now + Math.round(delay * 1000);
  const retries: JsonObject = { ...run.retries, [index]: used + 1 };
  draft.change({
    to: 'state',
    thread: threadId,
    set: { retries, retryCount: run.retryCount + 1, phase: { kind: 'retrying', until } },
  });
  return true;
}

async function leaveThroughCatch(
  step: Step,
  failure: Failure,
  catcher: Catcher,
  index: number,
): Promise<void> {
  const error = errorOutput(failure);
  await leaveState(step, {
    output: catcher.Output,
    assign: catcher.Assign,
    otherwise: error,
    scope: step.scope({ errorOutput: error }),
    at: `Catch[${index}]/`,
    next: catcher.Next,
  });
}

/** Nothing caught it: the line ends here, and the execution or the state around the branch fails. */
export function failThread(step: Step, failure: Failure): void {
  const { draft, threadId, state, thread } = step;
  if (threadId === ROOT_THREAD) return failExecution(draft, failure, thread.previous);
  if (state.Type === 'Task' && !thread.iteration && failure.evaluation !== true) {
    draft.emit(threadId, 'TaskStateAborted', undefined, { advance: false });
  }
  return failBranch(draft, threadId, failure);
}
