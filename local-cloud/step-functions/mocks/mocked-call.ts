import type { WantedCall } from '../../states-language/execution/effects.js';
import type { ExecutionState } from '../../states-language/execution/execution-state.js';
import type { Stimulus } from '../../states-language/execution/stimulus.js';
import { Invocations, type EventsAfter } from './invocations.js';
import type { MockedResponse, MockedState, Mocks } from './mocks.js';

function unmocked({ name, responses }: MockedState, state: string, number: number): string {
  const last = responses.at(-1)?.to;
  const end = last === undefined ? 'has no response' : `ends with response ${last}`;
  return `There is no mocked response for invocation ${number} of the state '${state}': MockedResponses.${name} ${end}`;
}

function stimulusOf({ thread, task }: WantedCall, response: MockedResponse): Stimulus {
  const about = { thread, task: task.id };
  if (response.kind === 'throw') {
    return { kind: 'failed', ...about, error: response.error, cause: response.cause };
  }
  return { kind: 'answered', ...about, result: response.result, completes: true };
}

/**
 * The answer of a mocked task; a task that waits for a token or a job completes with it. Undefined for a task that is
 * not mocked. An invocation that the mocks leave out fails the execution, as on Step Functions Local.
 */
export type MockedCalls = (
  call: WantedCall,
  state: ExecutionState,
  mocks: Mocks,
) => Promise<Stimulus | undefined>;

/** `history` tells the events of an execution, by which invocations are counted. */
export function createMockedCalls(history: (arn: string) => EventsAfter): MockedCalls {
  // The counts go when the execution leaves the memory, and its mocks with it.
  const counted = new WeakMap<Mocks, Invocations>();
  return async (call, { facts, threads }, mocks) => {
    const state = threads.get(call.thread)?.state?.name;
    const mocked = state === undefined ? undefined : mocks[state];
    if (state === undefined || mocked === undefined) return undefined;
    const invocations = counted.get(mocks) ?? new Invocations(history(facts.arn));
    counted.set(mocks, invocations);
    const number = await invocations.numberOf(call.task.id);
    const response = mocked.responses.find(({ from, to }) => from <= number && number <= to);
    if (response !== undefined) return stimulusOf(call, response);
    const cause = unmocked(mocked, state, number);
    return { kind: 'failed', thread: call.thread, task: call.task.id, error: 'States.Runtime', cause };
  };
}
