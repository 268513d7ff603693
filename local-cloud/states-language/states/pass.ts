import type { PassState } from '../definition/machine.js';
import { leaveState } from '../engine/leave-state.js';
import type { StateHandler } from './state-handler.js';

export const pass: StateHandler<PassState> = {
  async begin(step) {
    await pass.complete(step, step.run.input);
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
