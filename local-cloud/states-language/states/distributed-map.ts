import { setImmediate } from 'node:timers/promises';
import type { MapState } from '../definition/machine.js';
import { batched } from '../engine/batches.js';
import { failState } from '../engine/branches.js';
import { checkInput, FatalError } from '../engine/errors.js';
import {
  beginMapRun,
  concludeMapRun,
  endMapRun,
  mapRunArn,
  processorPath,
} from '../engine/map-run-events.js';
import type { Step } from '../engine/step.js';
import type { MapRun, MapWriter, Reading, Tolerances } from '../execution/execution-state.js';
import { evaluateInteger, evaluateTemplate } from '../expressions/evaluate-template.js';
import { PAYLOAD_LIMIT_BYTES, type Json } from '../json.js';
import { itemsOf, selected, tolerancesOf, toleratedOf, type Items } from './map-items.js';

/** Of a Distributed Map (service quotas). */
const DISTRIBUTED_CONCURRENCY = 10_000;
const MOST_ITEMS = 100_000_000;
/** After so many items others are let on. */
const AT_ONCE = 200;

interface Inputs {
  readonly inputs: readonly Json[];
  /** How many items each has, where they are batched. */
  readonly sizes?: readonly number[];
}

/** The inputs of the executions: the items, batched where that is asked for. */
async function inputsOf(step: Step<MapState>, items: Items): Promise<Inputs> {
  const inputs: Json[] = [];
  for (const index of items.inputs.keys()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    inputs.push(await selected(step, items, index));
  }
  const { ItemBatcher: batcher } = step.state;
  if (batcher === undefined) return { inputs };
  const scope = step.scope();
  const limit = (field: 'MaxItemsPerBatch' | 'MaxInputBytesPerBatch', most: number) =>
    evaluateInteger(batcher[field] ?? most, `ItemBatcher/${field}`, scope, 1, most);
  const limits = {
    most: await limit('MaxItemsPerBatch', MOST_ITEMS),
    bytes: await limit('MaxInputBytesPerBatch', PAYLOAD_LIMIT_BYTES),
  };
  const shared =
    batcher.BatchInput === undefined
      ? undefined
      : await evaluateTemplate(batcher.BatchInput, 'ItemBatcher/BatchInput', scope);
  return batched(inputs, limits, shared);
}

async function checkedInputs(step: Step<MapState>, items: Items): Promise<Inputs> {
  const given = await inputsOf(step, items);
  for (const [index, input] of given.inputs.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    checkInput(step.run.name, input);
  }
  return given;
}

/** Results with what is known of their executions, or in another place; undefined when outputs alone are the result. */
async function writerOf(step: Step<MapState>): Promise<MapWriter | undefined> {
  const { Resource, Arguments = {}, WriterConfig = {} } = step.state.ResultWriter ?? {};
  const { Transformation: transformation, OutputType: outputType = 'JSON' } = WriterConfig;
  if (Resource === undefined) return transformation === 'NONE' ? { transformation, outputType } : undefined;
  const destination = await evaluateTemplate(Arguments, 'ResultWriter/Arguments', step.scope());
  return { transformation: transformation ?? 'NONE', outputType, destination };
}

/** A run that is about to begin. */
async function mapRunOf(step: Step<MapState>, asked: number, tolerances: Tolerances): Promise<MapRun> {
  const { draft, state, run, thread, chance } = step;
  const label = state.Label ?? chance.uuid().replaceAll('-', '');
  const writer = await writerOf(step);
  return {
    arn: mapRunArn(draft.state.facts.machineArn, label, chance.uuid()),
    label,
    path: processorPath(thread.path, run.name),
    ...(writer === undefined ? {} : { writer }),
    ...(state.ResultWriter?.WriterConfig?.Transformation === 'FLATTEN' ? { flatten: true } : {}),
    maxConcurrency: asked,
    toleratedFailureCount: tolerances.count ?? 0,
    toleratedFailurePercentage: tolerances.percentage ?? 0,
  };
}

interface Beginning {
  readonly started: number;
  readonly mapRun: MapRun;
  readonly tolerances: Tolerances;
}

/** Has an execution started for each input. */
function runEach(step: Step<MapState>, items: Items, { inputs }: Inputs, beginning: Beginning): void {
  const { draft, threadId } = step;
  const { started, mapRun, tolerances } = beginning;
  draft.change({ to: 'thread', thread: threadId, set: { failures: 0, joined: 0, results: {} } });
  if (inputs.length === 0) return concludeMapRun(draft, threadId, { started, mapRun }, []);
  const branches = {
    of: 'Map',
    started,
    inputs,
    next: 0,
    concurrency: Math.min(mapRun.maxConcurrency || DISTRIBUTED_CONCURRENCY, DISTRIBUTED_CONCURRENCY),
    tolerated: toleratedOf(tolerances, items.inputs.length),
    follows: started,
    mapRun,
  } as const;
  return draft.phase(threadId, { kind: 'branches', branches });
}

/** Refuses readers that AWS has and this host has not. */
function refuseUnbuilt({ ItemReader }: MapState): void {
  const { InputType: type, Transformation } = ItemReader?.ReaderConfig ?? {};
  const what =
    Transformation === 'LOAD_AND_FLATTEN'
      ? Transformation
      : type === 'MANIFEST' || type === 'PARQUET'
        ? type
        : '';
  if (what === '') return;
  throw new FatalError('States.Runtime', `A Distributed Map is not run by this host with items of ${what}`);
}

/** The items are asked for; how many there are is not known yet (recorded: MapStateStarted has the length 0). */
async function beginReading(
  step: Step<MapState>,
  reader: NonNullable<MapState['ItemReader']>,
  asked: number,
): Promise<void> {
  const { draft, threadId, state } = step;
  refuseUnbuilt(state);
  const scope = step.scope();
  const args = await evaluateTemplate(reader.Arguments ?? {}, 'ItemReader/Arguments', scope);
  const { MaxItems } = reader.ReaderConfig ?? {};
  const at = 'ItemReader/ReaderConfig/MaxItems';
  const maxItems =
    MaxItems === undefined ? undefined : await evaluateInteger(MaxItems, at, scope, -MOST_ITEMS, MOST_ITEMS);
  const tolerances = await tolerancesOf(step);
  const mapRun = await mapRunOf(step, asked, tolerances);
  const started = draft.emit(threadId, 'MapStateStarted', { length: 0 });
  beginMapRun(draft, threadId, mapRun, 0);
  if (maxItems !== undefined && maxItems < 0)
    return failReading(step, mapRun, 'field MaxItems must be positive');
  const action = reader.Resource.slice(reader.Resource.lastIndexOf(':') + 1);
  const reading: Reading = { mapRun, tolerances, ...(maxItems === undefined ? {} : { maxItems }) };
  const call = { service: 's3', action, arguments: args };
  const task = { id: started, pattern: 'request', call, reading } as const;
  return draft.phase(threadId, { kind: 'task', stage: 'calling', task });
}

/** The items could not be read. */
export function failReading({ draft, threadId }: Step<MapState>, mapRun: MapRun, cause: string): void {
  const failure = { error: 'States.ItemReaderFailed', cause };
  endMapRun(draft, threadId, mapRun, 'FAILED', failure);
  failState(draft, threadId, failure);
}

export async function beginDistributed(step: Step<MapState>, asked: number): Promise<void> {
  const { draft, threadId, state } = step;
  if (state.ItemReader !== undefined) return beginReading(step, state.ItemReader, asked);
  const items = await itemsOf(step);
  const tolerances = await tolerancesOf(step);
  const given = await checkedInputs(step, items);
  const { sizes } = given;
  const mapRun = {
    ...(await mapRunOf(step, asked, tolerances)),
    ...(sizes === undefined ? {} : { sizes }),
  };
  const started = draft.emit(threadId, 'MapStateStarted', { length: items.inputs.length });
  beginMapRun(draft, threadId, mapRun, given.inputs.length);
  return runEach(step, items, given, { started, mapRun, tolerances });
}

/** The items are there, and the run that began without them goes on. */
export async function goOnWith(
  step: Step<MapState>,
  items: Items,
  started: number,
  { mapRun: begun, tolerances }: Reading,
): Promise<void> {
  const given = await checkedInputs(step, items);
  const { inputs, sizes } = given;
  const ofSizes = sizes === undefined ? {} : { sizes };
  const mapRun = { ...begun, ...ofSizes };
  step.draft.change({ to: 'map-run-items', arn: mapRun.arn, children: inputs.length, ...ofSizes });
  runEach(step, items, given, { started, mapRun, tolerances });
}
