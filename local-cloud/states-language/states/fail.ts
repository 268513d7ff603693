import type { FailState } from '../definition/machine.js';
import { recordable } from '../engine/errors.js';
import { failThread } from '../engine/recover.js';
import { evaluateText } from '../expressions/evaluate-template.js';
import type { StateHandler } from './state-handler.js';

/** Error and Cause may be expressions; a Fail state without them has neither. It is never left. */
export const fail: StateHandler<FailState> = {
  async begin(step) {
    const scope = step.scope();
    const { Error: error, Cause: cause } = step.state;
    const failure = {
      ...(error === undefined ? {} : { error: await evaluateText(error, 'Error', scope) }),
      ...(cause === undefined ? {} : { cause: await evaluateText(cause, 'Cause', scope) }),
    };
    failThread(step, recordable(failure));
  },
  async complete() {
    await Promise.reject(new RangeError('A Fail state has no result'));
  },
};
