import { QueryError } from '../expressions/query-error.js';
import { failState } from './branches.js';
import { FatalError, recordable } from './errors.js';
import { failExecution } from './finish-execution.js';
import { failThread } from './recover.js';
import type { Step } from './step.js';

/** An expression that fails is the state's failure, unless the state was failing already: no catcher comes twice. */
export function absorb(step: Step, thrown: unknown, recovering: boolean): void {
  const { draft, threadId, run } = step;
  const prefix = `An error occurred while executing the state '${run.name}' (entered at the event id #${run.enteredEvent}).`;
  if (thrown instanceof FatalError) {
    const cause = `${prefix} ${thrown.message}`;
    return failExecution(draft, { error: thrown.error, cause }, step.thread.previous);
  }
  if (!(thrown instanceof QueryError)) throw thrown;
  const failure = recordable({
    error: 'States.QueryEvaluationError',
    cause: `${prefix} ${thrown.message}`,
    evaluation: true,
  });
  const details = {
    state: run.name,
    error: 'States.QueryEvaluationError',
    cause: failure.cause ?? '',
    location: thrown.location,
  };
  const follows = thrown.unusable ? run.enteredEvent : run.beforeEntered;
  draft.emit(threadId, 'EvaluationFailed', details, { follows });
  if (recovering) return failThread(step, failure);
  return failState(draft, threadId, failure);
}
