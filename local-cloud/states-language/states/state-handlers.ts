import type { State } from '../definition/machine.js';
import type { Step } from '../engine/step.js';
import { exhausted } from '../exhausted.js';
import type { Json } from '../json.js';
import { choice } from './choice.js';
import { fail } from './fail.js';
import { map } from './map.js';
import { parallel } from './parallel.js';
import { pass } from './pass.js';
import type { StateHandler } from './state-handler.js';
import { succeed } from './succeed.js';
import { task } from './task.js';
import { wait } from './wait.js';

/** The behaviour of the state of one step. */
export interface BoundHandler {
  begin(): Promise<void>;
  complete(result: Json): Promise<void>;
}

function bind<S extends State>(handler: StateHandler<S>, step: Step<S>): BoundHandler {
  return { begin: () => handler.begin(step), complete: (result) => handler.complete(step, result) };
}

/** The registry: one handler a state type. */
export function handlerOf(step: Step): BoundHandler {
  const { state } = step;
  switch (state.Type) {
    case 'Pass':
      return bind(pass, step.as(state));
    case 'Succeed':
      return bind(succeed, step.as(state));
    case 'Fail':
      return bind(fail, step.as(state));
    case 'Choice':
      return bind(choice, step.as(state));
    case 'Wait':
      return bind(wait, step.as(state));
    case 'Task':
      return bind(task, step.as(state));
    case 'Parallel':
      return bind(parallel, step.as(state));
    case 'Map':
      return bind(map, step.as(state));
  }
  return exhausted(state);
}
