import type { ParallelState } from '../definition/machine.js';
import { startBranch } from '../engine/branches.js';
import { leaveState } from '../engine/leave-state.js';
import { evaluateTemplate } from '../expressions/evaluate-template.js';
import type { StateHandler } from './state-handler.js';

/** All branches begin at once with the same input; the result is the list of their outputs. */
export const parallel: StateHandler<ParallelState> = {
  async begin(step) {
    const { state, draft, threadId, run, machine } = step;
    const input =
      state.Arguments === undefined
        ? run.input
        : await evaluateTemplate(state.Arguments, 'Arguments', step.scope());
    const started = draft.emit(threadId, 'ParallelStateStarted');
    const inputs = state.Branches.map(() => input);
    draft.change({ to: 'thread', thread: threadId, set: { failures: 0, joined: 0, results: {} } });
    draft.phase(threadId, {
      kind: 'branches',
      branches: {
        of: 'Parallel',
        started,
        inputs,
        next: 0,
        concurrency: inputs.length,
        tolerated: 0,
        follows: started,
      },
    });
    for (const branch of inputs.keys())
      startBranch(machine, draft, threadId, { state: run.name, branch }, input);
  },
  async complete(step, result) {
    const { Output, Assign, Next } = step.state;
    step.draft.emit(step.threadId, 'ParallelStateSucceeded', undefined, { advance: false });
    const scope = step.scope({ result });
    await leaveState(step, { output: Output, assign: Assign, otherwise: result, scope, at: '', next: Next });
  },
};
