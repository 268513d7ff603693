import { errorName, log } from '../../adapters/log.js';
import { DomainError } from '../../domain/domain-error.js';

/** What the workflow sees of a failure: its name, and ids. A message may quote what a person typed; history keeps 90 days. */
class TaskFailed extends Error {
  constructor(error: unknown) {
    super(error instanceof DomainError ? error.message : 'see the log line of this invocation');
    this.name = errorName(error);
    delete this.stack;
  }
}

/** Wraps a state machine's function so that nothing personal leaves it in an error. */
export const workflowTask =
  <Output>(name: string, run: (event: unknown) => Promise<Output>) =>
  async (event: unknown): Promise<Output> => {
    try {
      return await run(event);
    } catch (error) {
      log('error', `${name} failed`, {
        error: errorName(error),
        ...(error instanceof DomainError ? error.context : {}),
      });
      throw new TaskFailed(error);
    }
  };
