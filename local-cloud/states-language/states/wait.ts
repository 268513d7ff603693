import type { WaitState } from '../definition/machine.js';
import { isTimestamp } from '../definition/timestamp.js';
import { leaveState } from '../engine/leave-state.js';
import type { Step } from '../engine/step.js';
import { evaluateInteger, evaluateText } from '../expressions/evaluate-template.js';
import { QueryError } from '../expressions/query-error.js';
import type { StateHandler } from './state-handler.js';

/** 24,855 days, the longest wait. */
const LONGEST_WAIT_SECONDS = 24_855 * 86_400;

async function untilTimestamp(step: Step<WaitState>, timestamp: string): Promise<number> {
  const text = await evaluateText(timestamp, 'Timestamp', step.scope());
  if (!isTimestamp(text)) {
    const message = `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`;
    throw new QueryError('Timestamp', message, true);
  }
  const until = Date.parse(text);
  if (until - step.draft.now > LONGEST_WAIT_SECONDS * 1000) {
    const message = `The wait until '${text}' is longer than the longest wait of ${LONGEST_WAIT_SECONDS} seconds`;
    throw new QueryError('Timestamp', message, true);
  }
  return until;
}

/** A time that has passed is no wait at all. */
export const wait: StateHandler<WaitState> = {
  async begin(step) {
    const { Seconds, Timestamp } = step.state;
    const until =
      Timestamp === undefined
        ? step.draft.now +
          1000 * (await evaluateInteger(Seconds ?? 0, 'Seconds', step.scope(), 0, LONGEST_WAIT_SECONDS))
        : await untilTimestamp(step, Timestamp);
    step.draft.phase(step.threadId, { kind: 'waiting', until });
  },
  async complete(step, result) {
    const { Output, Assign, Next } = step.state;
    await leaveState(step, {
      output: Output,
      assign: Assign,
      otherwise: result,
      scope: step.scope(),
      at: '',
      next: Next,
    });
  },
};
