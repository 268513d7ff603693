import type { JsonObject } from '../../states-language/json.js';
import type { Executions } from '../executions.js';
import type { Machines } from '../machines.js';
import type { StepFunctionsOptions } from '../ports.js';
import type { Versions } from '../versions.js';

/** What every operation works on. */
export interface Service {
  readonly options: StepFunctionsOptions & { readonly randomId: () => string };
  readonly machines: Machines;
  readonly versions: Versions;
  readonly executions: Executions;
}

/** One operation of the API: parsed input in, output out; rejects with AwsError. */
export type Operation = (input: Readonly<Record<string, unknown>>, service: Service) => Promise<JsonObject>;

/** Epoch milliseconds as the wire has them: seconds, the milliseconds a fraction. */
export function wireTime(milliseconds: number): number {
  return milliseconds / 1000;
}
