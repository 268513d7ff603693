import * as z from 'zod';
import { errorName, log } from '../../adapters/log.js';
import { isNeighbourDown } from '../../adapters/neighbour-down.js';
import { DomainError } from '../../domain/domain-error.js';

/** The error that machines try again for hours, and nobody is asked about (`workflows/retries.json`). */
const NEIGHBOUR_DOWN = 'NeighbourDown';

/**
 * A failure as the workflow sees it: its name, and ids. A message may quote what a person typed; history keeps 90 days.
 */
class TaskFailed extends Error {
  constructor(error: unknown) {
    const isDown = isNeighbourDown(error);
    super(isDown ? `${errorName(error)}: nothing is wrong with the work` : messageOf(error));
    this.name = isDown ? NEIGHBOUR_DOWN : errorName(error);
    delete this.stack;
  }
}

/** Rules name ids only. What was not as a schema expects is named by its fields, never by their values. */
function messageOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const fields = fieldsOf(error);
  return fields === undefined ? 'see the log line of this invocation' : `not as expected: ${fields}`;
}

const fieldsOf = (error: unknown): string | undefined =>
  error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : undefined;

/** Wraps a state machine's function so that nothing personal leaves it in an error. */
export const workflowTask =
  <Output>(name: string, run: (event: unknown) => Promise<Output>) =>
  async (event: unknown): Promise<Output> => {
    try {
      return await run(event);
    } catch (error) {
      log('error', `${name} failed`, {
        error: errorName(error),
        fields: fieldsOf(error),
        ...(error instanceof DomainError ? error.context : {}),
      });
      throw new TaskFailed(error);
    }
  };
