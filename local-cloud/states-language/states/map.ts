import type { MapState } from '../definition/machine.js';
import { branchesOf, startBranch } from '../engine/branches.js';
import { FatalError } from '../engine/errors.js';
import { leaveState } from '../engine/leave-state.js';
import { startRemote } from '../engine/remote-branches.js';
import type { Step } from '../engine/step.js';
import { evaluateInteger } from '../expressions/evaluate-template.js';
import { beginDistributed } from './distributed-map.js';
import { itemsOf, selected, tolerancesOf, toleratedOf } from './map-items.js';
import type { StateHandler } from './state-handler.js';

/**
 * The most iterations of an inline Map at once, whatever limit it sets.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
const INLINE_CONCURRENCY = 40;

/** Starts the next iteration. */
export async function startIteration(step: Step<MapState>): Promise<void> {
  const { draft, threadId, run, machine, chance } = step;
  const branches = branchesOf(step.thread);
  if (branches === undefined) return;
  if (branches.mapRun !== undefined) return startRemote(draft, threadId, branches.mapRun, chance);
  startBranch(machine, draft, threadId, { state: run.name }, await selected(step, branches, branches.next));
}

/** AWS's handling of a reader and of batches in an inline Map is not known. */
function refuseUnbuilt({ ItemReader, ItemBatcher }: MapState): void {
  const field = ItemReader === undefined ? 'ItemBatcher' : 'ItemReader';
  if (ItemReader === undefined && ItemBatcher === undefined) return;
  throw new FatalError('States.Runtime', `An inline Map is not run by this host with an '${field}'`);
}

async function beginInline(step: Step<MapState>, asked: number): Promise<void> {
  const { draft, threadId, state } = step;
  refuseUnbuilt(state);
  const items = await itemsOf(step);
  const { length } = items.inputs;
  const tolerated = toleratedOf(await tolerancesOf(step), length);
  const started = draft.emit(threadId, 'MapStateStarted', { length });
  draft.change({ to: 'thread', thread: threadId, set: { failures: 0, joined: 0, results: {} } });
  if (length === 0) return draft.phase(threadId, { kind: 'done', result: [] });
  const concurrency = Math.min(asked || INLINE_CONCURRENCY, INLINE_CONCURRENCY);
  const running = { of: 'Map', started, next: 0, concurrency, tolerated, follows: started } as const;
  return draft.phase(threadId, { kind: 'branches', branches: { ...items, ...running } });
}

export const map: StateHandler<MapState> = {
  async begin(step) {
    const { MaxConcurrency, distributed } = step.state;
    const asked = await evaluateInteger(MaxConcurrency ?? 0, 'MaxConcurrency', step.scope(), 0, 1_000_000);
    return distributed ? beginDistributed(step, asked) : beginInline(step, asked);
  },
  async complete(step, result) {
    const { Output, Assign, Next } = step.state;
    step.draft.emit(step.threadId, 'MapStateSucceeded', undefined, { advance: false });
    const scope = step.scope({ result });
    await leaveState(step, { output: Output, assign: Assign, otherwise: result, scope, at: '', next: Next });
  },
};
