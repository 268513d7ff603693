import type { State } from '../definition/machine.js';
import type { Step } from '../engine/step.js';
import type { Json } from '../json.js';

/** The behaviour of a type of state. All of them have this shape; the registry is in state-handlers.ts. */
export interface StateHandler<S extends State> {
  /** On entry and on each retry: does the work, or says what is waited for. */
  begin(step: Step<S>): Promise<void>;
  /** The work is done: how the state is left. */
  complete(step: Step<S>, result: Json): Promise<void>;
}
