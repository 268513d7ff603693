import type * as z from 'zod';
import type {
  choiceSchema,
  failSchema,
  mapSchema,
  parallelSchema,
  passSchema,
  succeedSchema,
  taskSchema,
  waitSchema,
} from './state-schemas.js';
import type { Resource } from './resource.js';

export type PassState = z.infer<typeof passSchema>;
export type SucceedState = z.infer<typeof succeedSchema>;
export type FailState = z.infer<typeof failSchema>;
export type WaitState = z.infer<typeof waitSchema>;
export type ChoiceState = z.infer<typeof choiceSchema>;
export type TaskState = Omit<z.infer<typeof taskSchema>, 'Resource'> & { readonly Resource: Resource };
export type ParallelState = Omit<z.infer<typeof parallelSchema>, 'Branches'> & {
  readonly Branches: readonly Flow[];
};
export type MapState = Omit<z.infer<typeof mapSchema>, 'ItemProcessor' | 'Iterator'> & {
  readonly ItemProcessor: Flow;
  /** Its name in the definition. */
  readonly processor: 'ItemProcessor' | 'Iterator';
  /** Whether each item is an execution of its own. */
  readonly distributed: boolean;
  /** Whether those executions are Express. */
  readonly express: boolean;
};

export type State =
  | PassState
  | SucceedState
  | FailState
  | WaitState
  | ChoiceState
  | TaskState
  | ParallelState
  | MapState;
export type StateTypeName = State['Type'];

/** States that lead to each other: a machine's top level, a branch, or what a Map does with an item. */
export interface Flow {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

export interface Machine extends Flow {
  readonly timeoutSeconds?: number;
}

/** An Express execution lasts five minutes at most (Step Functions quotas). */
export const LONGEST_EXPRESS_SECONDS = 300;

/** The way down to a flow: which Map or Parallel state, and for a Parallel which branch. */
export interface FlowStep {
  readonly state: string;
  readonly branch?: number;
}

/** The flow at `path`; throws when the definition has none there, which a checked definition never does. */
export function flowAt(machine: Machine, path: readonly FlowStep[]): Flow {
  let flow: Flow = machine;
  for (const step of path) {
    const state = flow.states.get(step.state);
    const inner = state?.Type === 'Map' ? state.ItemProcessor : branchOf(state, step.branch);
    if (inner === undefined) throw new RangeError(`The definition has no states under '${step.state}'`);
    flow = inner;
  }
  return flow;
}

/** The machine of an execution that the Distributed Map at the end of `path` started. */
export function childMachine(machine: Machine, path: readonly FlowStep[]): Machine {
  const flow = flowAt(machine, path);
  const map = flowAt(machine, path.slice(0, -1)).states.get(path.at(-1)?.state ?? '');
  return map?.Type === 'Map' && map.express ? { ...flow, timeoutSeconds: LONGEST_EXPRESS_SECONDS } : flow;
}

function branchOf(state: State | undefined, branch: number | undefined): Flow | undefined {
  return state?.Type === 'Parallel' && branch !== undefined ? state.Branches[branch] : undefined;
}
