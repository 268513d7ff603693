import { allStates, type MachineGraph } from '../graph/machine-graph.js';
import { stepOf } from '../graph/step-name.js';
import type { StateRuns, StateStatus } from './state-status.js';

export type StepStatus = 'done' | 'here' | 'broken' | 'ahead';

export interface StepOfRun {
  readonly step: string;
  readonly status: StepStatus;
}

/** The duty desk's part in a failure is no step of the work, but where the work is. */
const ATTENTION = 'Attention';

const BROKEN: ReadonlySet<StateStatus> = new Set(['failed', 'timed-out', 'aborted']);

/** How each step of a workflow stands, in their order. */
export function stepsOfRun(graph: MachineGraph, runs: StateRuns): readonly StepOfRun[] {
  const statuses = new Map<string, StateStatus[]>();
  for (const { name, inner } of allStates(graph)) {
    const step = inner.length === 0 ? stepOf(name) : undefined;
    if (step === undefined) continue;
    const status = runs.get(name)?.status;
    statuses.set(step, [...(statuses.get(step) ?? []), ...(status === undefined ? [] : [status])]);
  }
  return [...statuses]
    .map(([step, all]) => ({ step, status: statusOf(all) }))
    .filter(({ step, status }) => step !== ATTENTION || status === 'here' || status === 'broken');
}

function statusOf(all: readonly StateStatus[]): StepStatus {
  if (all.includes('running')) return 'here';
  if (all.some((status) => BROKEN.has(status))) return 'broken';
  return all.length === 0 ? 'ahead' : 'done';
}
