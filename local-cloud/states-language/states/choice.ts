import type { ChoiceState } from '../definition/machine.js';
import { FatalError } from '../engine/errors.js';
import { leaveState } from '../engine/leave-state.js';
import { evaluateBoolean } from '../expressions/evaluate-template.js';
import type { StateHandler } from './state-handler.js';

/** The first rule that holds decides, with its own Assign and Output; the state's are for Default only. */
export const choice: StateHandler<ChoiceState> = {
  async begin(step) {
    await choice.complete(step, step.run.input);
  },
  async complete(step, result) {
    const scope = step.scope();
    for (const [index, rule] of step.state.Choices.entries()) {
      if (!(await evaluateBoolean(rule.Condition, `Choices[${index}]/Condition`, scope))) continue;
      const at = `Choices[${index}]/`;
      await leaveState(step, {
        output: rule.Output,
        assign: rule.Assign,
        otherwise: result,
        scope,
        at,
        next: rule.Next,
      });
      return;
    }
    const { Default, Output, Assign } = step.state;
    if (Default === undefined) {
      const message = 'Failed to transition out of the state. The state does not point to a next state.';
      throw new FatalError('States.Runtime', message);
    }
    await leaveState(step, {
      output: Output,
      assign: Assign,
      otherwise: result,
      scope,
      at: '',
      next: Default,
    });
  },
};
