import type { MapState } from '../definition/machine.js';
import { batched } from '../engine/batches.js';
import { branchesOf, startBranch } from '../engine/branches.js';
import { checkInput, FatalError } from '../engine/errors.js';
import { leaveState } from '../engine/leave-state.js';
import { beginMapRun, endMapRun, mapRunArn, processorPath } from '../engine/map-run-events.js';
import { startRemote } from '../engine/remote-branches.js';
import { itemAt, type Step } from '../engine/step.js';
import { evaluateInteger, evaluateTemplate, unexpectedKind } from '../expressions/evaluate-template.js';
import type { MapRun } from '../execution/execution-state.js';
import { isJsonArray, isJsonObject, PAYLOAD_LIMIT_BYTES, plainNumber, type Json } from '../json.js';
import type { StateHandler } from './state-handler.js';

/**
 * What an inline Map runs at once at most, whatever limit it sets.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
const INLINE_CONCURRENCY = 40;

/** Of a Distributed Map (service quotas). */
const DISTRIBUTED_CONCURRENCY = 10_000;

interface Items {
  readonly inputs: readonly Json[];
  readonly keyed?: true;
}

/** The members of an array, or those of an object as pairs. */
async function itemsOf(step: Step<MapState>): Promise<Items> {
  const { Items: template } = step.state;
  const given =
    template === undefined ? step.run.input : await evaluateTemplate(template, 'Items', step.scope());
  if (isJsonArray(given)) return { inputs: given };
  if (isJsonObject(given))
    return { inputs: Object.entries(given).map(([Key, Value]) => ({ Key, Value })), keyed: true };
  throw unexpectedKind(template ?? '{% $states.input %}', 'Items', 'array', given);
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

/** What an iteration begins with: the item or what ItemSelector makes of it. */
async function selected(step: Step<MapState>, items: Items, index: number): Promise<Json> {
  const { ItemSelector } = step.state;
  if (ItemSelector === undefined) return items.inputs[index] ?? null;
  const context = { Map: { Item: itemAt(items, index) } };
  return evaluateTemplate(ItemSelector, 'ItemSelector', step.scope({}, context));
}

/** Starts the next iteration. */
export async function startIteration(step: Step<MapState>): Promise<void> {
  const { draft, threadId, run, machine, chance } = step;
  const branches = branchesOf(step.thread);
  if (branches === undefined) return;
  if (branches.mapRun !== undefined) return startRemote(draft, threadId, branches.mapRun, chance);
  startBranch(machine, draft, threadId, { state: run.name }, await selected(step, branches, branches.next));
}

/** What the executions of a Distributed Map begin with: the items, batched where that is asked for. */
async function distributedInputs(
  step: Step<MapState>,
  items: Items,
): Promise<{ inputs: readonly Json[]; sizes?: readonly number[] }> {
  const inputs: Json[] = [];
  for (const index of items.inputs.keys()) inputs.push(await selected(step, items, index));
  const { ItemBatcher: batcher } = step.state;
  if (batcher === undefined) return { inputs };
  const scope = step.scope();
  const limit = (field: 'MaxItemsPerBatch' | 'MaxInputBytesPerBatch', most: number) =>
    evaluateInteger(batcher[field] ?? most, `ItemBatcher/${field}`, scope, 1, most);
  const limits = {
    most: await limit('MaxItemsPerBatch', 100_000_000),
    bytes: await limit('MaxInputBytesPerBatch', PAYLOAD_LIMIT_BYTES),
  };
  const shared =
    batcher.BatchInput === undefined
      ? undefined
      : await evaluateTemplate(batcher.BatchInput, 'ItemBatcher/BatchInput', scope);
  return batched(inputs, limits, shared);
}

interface Limits {
  readonly asked: number;
  readonly tolerated: number;
}

async function beginDistributed(step: Step<MapState>, items: Items, limits: Limits): Promise<void> {
  const { draft, threadId, state, run, thread, chance } = step;
  const { inputs, sizes } = await distributedInputs(step, items);
  for (const input of inputs) checkInput(run.name, input);
  const started = draft.emit(threadId, 'MapStateStarted', { length: items.inputs.length });
  const label = state.Label ?? chance.uuid().replaceAll('-', '');
  const { ToleratedFailureCount: count, ToleratedFailurePercentage: percentage } = state;
  const mapRun: MapRun = {
    arn: mapRunArn(draft.state.facts.machineArn, label, chance.uuid()),
    label,
    path: processorPath(thread.path, run.name),
    ...(sizes === undefined ? {} : { sizes }),
    ...(state.ResultWriter?.WriterConfig?.Transformation === 'FLATTEN' ? { flatten: true } : {}),
    maxConcurrency: limits.asked,
    toleratedFailureCount:
      typeof count === 'number' ? count : percentage === undefined ? limits.tolerated : 0,
    toleratedFailurePercentage: typeof percentage === 'number' ? percentage : 0,
  };
  beginMapRun(draft, threadId, mapRun, inputs.length);
  draft.change({ to: 'thread', thread: threadId, set: { failures: 0, joined: 0, results: {} } });
  if (inputs.length === 0) {
    endMapRun(draft, threadId, mapRun, 'SUCCEEDED');
    return draft.phase(threadId, { kind: 'done', result: [] });
  }
  const concurrency = Math.min(limits.asked || DISTRIBUTED_CONCURRENCY, DISTRIBUTED_CONCURRENCY);
  const { tolerated } = limits;
  const branches = {
    of: 'Map',
    started,
    inputs,
    next: 0,
    concurrency,
    tolerated,
    follows: started,
    mapRun,
  } as const;
  return draft.phase(threadId, { kind: 'branches', branches });
}

/** What AWS runs and this host does not: it has no S3, and what AWS does with the batches of an inline Map is not known. */
function refuseUnbuilt({ ItemReader, ItemBatcher, ResultWriter, distributed }: MapState): void {
  const refuse = (what: string) => {
    const map = distributed ? 'A Distributed Map' : 'An inline Map';
    throw new FatalError('States.Runtime', `${map} is not run by this host with ${what}`);
  };
  if (ItemReader !== undefined) refuse("an 'ItemReader': it has no S3, give 'Items'");
  if (ItemBatcher !== undefined && !distributed) refuse("an 'ItemBatcher'");
  if (ResultWriter?.Resource !== undefined)
    refuse("a 'Resource' of its 'ResultWriter': it has no S3, results stay in the execution");
  if (ResultWriter?.WriterConfig?.Transformation === 'NONE') refuse("the 'Transformation' NONE");
}

export const map: StateHandler<MapState> = {
  async begin(step) {
    const { draft, threadId, state } = step;
    refuseUnbuilt(state);
    const asked = await evaluateInteger(
      state.MaxConcurrency ?? 0,
      'MaxConcurrency',
      step.scope(),
      0,
      1_000_000,
    );
    const items = await itemsOf(step);
    const { inputs } = items;
    const tolerated = await toleratedOf(step, inputs.length);
    if (state.distributed) return beginDistributed(step, items, { asked, tolerated });
    const started = draft.emit(threadId, 'MapStateStarted', { length: inputs.length });
    draft.change({ to: 'thread', thread: threadId, set: { failures: 0, joined: 0, results: {} } });
    if (inputs.length === 0) return draft.phase(threadId, { kind: 'done', result: [] });
    const concurrency = Math.min(asked || INLINE_CONCURRENCY, INLINE_CONCURRENCY);
    const branches = {
      of: 'Map',
      started,
      ...items,
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
