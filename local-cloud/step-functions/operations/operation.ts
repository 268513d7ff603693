import type { WantedCall } from '../../states-language/execution/effects.js';
import type { ExecutionState } from '../../states-language/execution/execution-state.js';
import type { Stimulus } from '../../states-language/execution/stimulus.js';
import type { JsonObject } from '../../states-language/json.js';
import type { Executions } from '../executions.js';
import type { ExpressExecutions } from '../express-executions.js';
import type { Machines } from '../machines.js';
import type { StepFunctionsOptions } from '../ports.js';
import type { Versions } from '../versions.js';

/** The service that every operation works on. */
export interface Service {
  readonly options: StepFunctionsOptions & { readonly randomId: () => string };
  readonly machines: Machines;
  readonly versions: Versions;
  readonly executions: Executions;
  readonly express: ExpressExecutions;
  /** Makes a task's call, of an execution that need not be stored. */
  readonly call: (call: WantedCall, state: ExecutionState) => Promise<Stimulus>;
}

/** One operation of the API: parsed input in, output out; rejects with AwsError. */
export type Operation = (input: Readonly<Record<string, unknown>>, service: Service) => Promise<JsonObject>;

/** Epoch milliseconds as the wire has them: seconds, the milliseconds a fraction. */
export function wireTime(milliseconds: number): number {
  return milliseconds / 1000;
}
