import type { SucceedState } from '../definition/machine.js';
import { leaveState } from '../engine/leave-state.js';
import type { StateHandler } from './state-handler.js';

export const succeed: StateHandler<SucceedState> = {
  async begin(step) {
    await succeed.complete(step, step.run.input);
  },
  async complete(step, result) {
    await leaveState(step, {
      output: step.state.Output,
      assign: undefined,
      otherwise: result,
      scope: step.scope(),
      at: '',
      next: undefined,
    });
  },
};
