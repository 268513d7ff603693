import type { WantedCall } from '../../states-language/execution/effects.js';
import type { ExecutionState } from '../../states-language/execution/execution-state.js';
import type { Stimulus } from '../../states-language/execution/stimulus.js';
import type { MockedResponse, MockedState, Mocks } from './mocks.js';

function unmocked({ name, responses }: MockedState, state: string, attempt: number): string {
  const last = responses.at(-1)?.to ?? -1;
  return `There is no mocked response for attempt ${attempt} of the state '${state}': MockedResponses.${name} ends with attempt ${last}`;
}

function stimulusOf({ thread, task }: WantedCall, response: MockedResponse): Stimulus {
  const about = { thread, task: task.id };
  if (response.kind === 'throw') {
    return { kind: 'failed', ...about, error: response.error, cause: response.cause };
  }
  return { kind: 'answered', ...about, result: response.result, completes: true };
}

/**
 * What a mocked task answers at this attempt; a task that waits for a token or a job completes with it. Undefined for
 * a task that is not mocked. An attempt that the mocks leave out fails the execution, as on Step Functions Local.
 */
export function mockedCall(
  call: WantedCall,
  { threads }: ExecutionState,
  mocks: Mocks,
): Stimulus | undefined {
  const run = threads.get(call.thread)?.state;
  const mocked = run === undefined ? undefined : mocks[run.name];
  if (run === undefined || mocked === undefined) return undefined;
  const attempt = run.retryCount;
  const response = mocked.responses.find(({ from, to }) => from <= attempt && attempt <= to);
  if (response !== undefined) return stimulusOf(call, response);
  const cause = unmocked(mocked, run.name, attempt);
  return { kind: 'failed', thread: call.thread, task: call.task.id, error: 'States.Runtime', cause };
}
