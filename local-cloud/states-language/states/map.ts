import type { MapState } from '../definition/machine.js';
import { branchesOf, startBranch } from '../engine/branches.js';
import { FatalError } from '../engine/errors.js';
import { leaveState } from '../engine/leave-state.js';
import type { Step } from '../engine/step.js';
import {
  evaluateArray,
  evaluateInteger,
  evaluateTemplate,
  unexpectedKind,
} from '../expressions/evaluate-template.js';
import { plainNumber, type Json } from '../json.js';
import type { StateHandler } from './state-handler.js';

/**
 * What an inline Map runs at once at most, whatever limit it sets.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
const INLINE_CONCURRENCY = 40;

async function itemsOf(step: Step<MapState>): Promise<readonly Json[]> {
  const { Items } = step.state;
  if (Items !== undefined) return evaluateArray(Items, 'Items', step.scope());
  const { input } = step.run;
  if (!Array.isArray(input)) throw unexpectedKind('{% $states.input %}', 'Items', 'array', input);
  return input;
}

/** How many iterations may fail; the stricter of the two limits counts. */
async function toleratedOf(step: Step<MapState>, length: number): Promise<number> {
  const { ToleratedFailureCount: count, ToleratedFailurePercentage: percentage } = step.state;
  const scope = step.scope();
  const limits: number[] = [];
  if (count !== undefined)
    limits.push(await evaluateInteger(count, 'ToleratedFailureCount', scope, 0, 1_000_000_000));
  if (percentage !== undefined) {
    const value = plainNumber(await evaluateTemplate(percentage, 'ToleratedFailurePercentage', scope));
    if (typeof value !== 'number')
      throw unexpectedKind(percentage, 'ToleratedFailurePercentage', 'number', value);
    limits.push(Math.floor((value * length) / 100));
  }
  return limits.length === 0 ? 0 : Math.min(...limits);
}

/** Starts the next iteration, with the item or what ItemSelector makes of it. */
export async function startIteration(step: Step<MapState>): Promise<void> {
  const { state, draft, threadId, run, machine } = step;
  const branches = branchesOf(step.thread);
  if (branches === undefined) return;
  const item = branches.inputs[branches.next] ?? null;
  const context = { Map: { Item: { Index: branches.next, Value: item } } };
  const input =
    state.ItemSelector === undefined
      ? item
      : await evaluateTemplate(state.ItemSelector, 'ItemSelector', step.scope({}, context));
  startBranch(machine, draft, threadId, { state: run.name }, input);
}

export const map: StateHandler<MapState> = {
  async begin(step) {
    const { draft, threadId, state } = step;
    if (state.distributed) {
      throw new FatalError(
        'States.Runtime',
        'A Distributed Map is not run by this host: only ProcessorConfig Mode INLINE is',
      );
    }
    const asked = await evaluateInteger(
      state.MaxConcurrency ?? 0,
      'MaxConcurrency',
      step.scope(),
      0,
      1_000_000,
    );
    const inputs = await itemsOf(step);
    const tolerated = await toleratedOf(step, inputs.length);
    const started = draft.emit(threadId, 'MapStateStarted', { length: inputs.length });
    draft.change({ to: 'thread', thread: threadId, set: { failures: 0, joined: 0, results: {} } });
    if (inputs.length === 0) return draft.phase(threadId, { kind: 'done', result: [] });
    const concurrency = Math.min(asked || INLINE_CONCURRENCY, INLINE_CONCURRENCY);
    const branches = {
      of: 'Map',
      started,
      inputs,
      next: 0,
      concurrency,
      tolerated,
      follows: started,
    } as const;
    return draft.phase(threadId, { kind: 'branches', branches });
  },
  async complete(step, result) {
    const { Output, Assign, Next } = step.state;
    step.draft.emit(step.threadId, 'MapStateSucceeded', undefined, { advance: false });
    const scope = step.scope({ result });
    await leaveState(step, { output: Output, assign: Assign, otherwise: result, scope, at: '', next: Next });
  },
};
