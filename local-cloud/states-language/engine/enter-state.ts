import { flowAt, type Machine } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import { writeJson, type Json } from '../json.js';

/** Puts a thread into a state: `...StateEntered`, ready to do its work. */
export function enterState(
  machine: Machine,
  draft: Draft,
  threadId: string,
  name: string,
  input: Json,
): void {
  const thread = draft.thread(threadId);
  const type = flowAt(machine, thread.path).states.get(name)?.Type;
  if (type === undefined) throw new RangeError(`The definition has no state '${name}'`);
  const details = { name, input: writeJson(input), inputDetails: { truncated: false } };
  const enteredEvent = draft.emit(threadId, `${type}StateEntered`, details);
  draft.change({
    to: 'enter',
    thread: threadId,
    run: {
      name,
      input,
      enteredAt: draft.now,
      enteredEvent,
      beforeEntered: thread.previous,
      retryCount: 0,
      retries: {},
      phase: { kind: 'ready' },
    },
  });
}
