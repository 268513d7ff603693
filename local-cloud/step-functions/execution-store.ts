import { setImmediate } from 'node:timers/promises';
import { AwsError } from '../errors/aws-error.js';
import { childMachine, type Machine } from '../states-language/definition/machine.js';
import type { Chance } from '../states-language/engine/step.js';
import { fold, type Entry } from '../states-language/execution/change.js';
import {
  notStarted,
  ROOT_THREAD,
  type ExecutionFacts,
  type ExecutionState,
} from '../states-language/execution/execution-state.js';
import type { HistoryEvent } from '../states-language/execution/history-event.js';
import { parseExactly } from '../states-language/exact-number.js';
import { StorageFailure } from '../storage/storage-failure.js';
import { parseJson, writeJson } from '../states-language/json.js';
import { chanceOf } from './chance.js';
import type { Machines } from './machines.js';
import { MapRunStore, tellsOfMapRun } from './map-run-store.js';
import { unlabelled } from './names.js';
import type { StepFunctionsOptions } from './ports.js';
import type { ExecutionRecord } from './records.js';
import {
  entriesAfter,
  entriesOf,
  entryKey,
  executionKey,
  openKey,
  OPEN_EXECUTIONS,
  sequenceOf,
  startKey,
  under,
} from './store-keys.js';

type Write = Parameters<StepFunctionsOptions['store']['batch']>[0][number];

/** An execution in memory. */
export interface LoadedExecution {
  readonly machine: Machine;
  readonly chance: Chance;
  record: ExecutionRecord;
  state: ExecutionState;
  /** How many entries are stored. */
  stored: number;
  /** Writes to go with the next entries. */
  first: readonly Write[];
}

/** Of more entries others are let on in between. */
const WRITTEN_AT_ONCE = 1_000;

type Options = Pick<StepFunctionsOptions, 'store' | 'region'> & { readonly randomId: () => string };

/** Executions as they are stored: what is known of each, and its history, which its state follows from. */
export class ExecutionStore {
  readonly mapRuns: MapRunStore;
  private starts = 0;

  constructor(
    private readonly options: Options,
    private readonly machines: Machines,
  ) {
    this.mapRuns = new MapRunStore(options.store);
  }

  async find(arn: string): Promise<ExecutionRecord | undefined> {
    const text = await this.options.store.get(executionKey(arn));
    return text === undefined ? undefined : readRecord(text);
  }

  /** Rejects with ExecutionDoesNotExist, and with InvalidArn for an Express execution, which nobody can ask for. */
  async get(arn: string): Promise<ExecutionRecord> {
    if (/^arn:[^:]*:states:[^:]*:\d*:express:/.test(arn))
      throw new AwsError('InvalidArn', "Invalid Arn: 'Resource type not valid in this context: express'");
    const record = await this.find(arn);
    if (record === undefined)
      throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return record;
  }

  async isOpen(arn: string): Promise<boolean> {
    return (await this.options.store.get(openKey(arn))) !== undefined;
  }

  async openArns(): Promise<readonly string[]> {
    const arns: string[] = [];
    for await (const [key] of this.options.store.range(under(OPEN_EXECUTIONS)))
      arns.push(key.slice(OPEN_EXECUTIONS.length));
    return arns;
  }

  /** The events of its history, each with its place in the store, from the one after the place `after` on. */
  async *history(
    arn: string,
    { after, reverse }: { readonly after: number | undefined; readonly reverse: boolean },
  ): AsyncIterable<readonly [place: number, event: HistoryEvent]> {
    for await (const [key, text] of this.options.store.range({
      ...entriesAfter(arn, after, reverse),
      reverse,
    })) {
      const { event } = readEntry(text);
      if (event !== undefined) yield [sequenceOf(key), event] as const;
    }
  }

  /** One that is yet to start; it is open once its first entries are stored. */
  async begin(record: ExecutionRecord): Promise<LoadedExecution> {
    this.starts += 1;
    const first = [
      { key: startKey(record, this.starts), value: record.arn },
      { key: openKey(record.arn), value: '' },
    ];
    return {
      ...(await this.around(record)),
      state: notStarted(factsOf(record, this.options.region)),
      stored: 0,
      first,
    };
  }

  /** One that ended, to be open again once its next entries are stored; `record` is as it is from then on. */
  async reopen(record: ExecutionRecord): Promise<LoadedExecution> {
    return { ...(await this.take(record)), first: [{ key: openKey(record.arn), value: '' }] };
  }

  async load(arn: string): Promise<LoadedExecution> {
    return this.take(await this.get(arn));
  }

  /** Stores what has happened to it and the state that it leads to. */
  async append(
    execution: LoadedExecution,
    entries: readonly Entry[],
    reached: ExecutionState,
  ): Promise<void> {
    const { first, stored, record: before } = execution;
    const closed = reached.status !== 'RUNNING';
    const record = closed ? closedRecord(before, reached) : before;
    const writes: Write[] = [];
    for (const entry of entries) {
      const written = writes.push({
        key: entryKey(record.arn, stored + writes.length),
        value: writeJson(entry),
      });
      if (written % WRITTEN_AT_ONCE === 0) await setImmediate();
    }
    const others = [...first];
    if (entries.some(tellsOfMapRun)) others.push(...(await this.mapRuns.writesFor(before, entries)));
    if (closed || first.length > 0) others.push({ key: executionKey(record.arn), value: writeJson(record) });
    if (closed) others.push({ key: openKey(record.arn), value: undefined });
    for (const write of dropOverwritten(others)) writes.push(write);
    await this.options.store.batch(writes);
    execution.first = [];
    execution.stored += entries.length;
    execution.record = record;
  }

  /**
   * Ends one as failed without a look at its state, which may be what is wrong with it; answers with what it is from
   * then on. Of one that cannot be read at all only the note that it is open goes.
   */
  async setAside(
    arn: string,
    { error, cause }: { readonly error: string; readonly cause: string },
    now: number,
  ): Promise<ExecutionRecord | undefined> {
    const closed = { key: openKey(arn), value: undefined };
    const before = await this.find(arn).catch(unreadable);
    if (before === undefined) {
      await this.options.store.batch([closed]);
      return undefined;
    }
    const { sequence, event } = await this.lastEntry(arn);
    const outcome = { error, cause, stoppedAt: now };
    const entry: Entry = {
      event: {
        id: event + 1,
        previousEventId: event,
        timestamp: now,
        type: 'ExecutionFailed',
        details: { error, cause },
      },
      changes: [
        { to: 'execution', set: { status: 'FAILED', outcome } },
        { to: 'end', thread: ROOT_THREAD, parked: true },
      ],
    };
    const record: ExecutionRecord = { ...before, ...outcome, status: 'FAILED', events: event + 1 };
    await this.options.store.batch([
      { key: entryKey(arn, sequence + 1), value: writeJson(entry) },
      { key: executionKey(arn), value: writeJson(record) },
      closed,
    ]);
    return record;
  }

  /** The place of its last entry and the id of its last event, passing over what cannot be read. */
  private async lastEntry(arn: string): Promise<{ sequence: number; event: number }> {
    let sequence: number | undefined;
    for await (const [key, text] of this.options.store.range({ ...under(entriesOf(arn)), reverse: true })) {
      sequence ??= sequenceOf(key);
      const event = eventIn(text);
      if (event !== undefined) return { sequence, event: event.id };
    }
    return { sequence: sequence ?? -1, event: 0 };
  }

  private async take(record: ExecutionRecord): Promise<LoadedExecution> {
    const entries: Entry[] = [];
    for await (const [, text] of this.options.store.range(under(entriesOf(record.arn))))
      entries.push(readEntry(text));
    const state = fold(notStarted(factsOf(record, this.options.region)), entries);
    return { ...(await this.around(record)), state, stored: entries.length, first: [] };
  }

  private async around(
    record: ExecutionRecord,
  ): Promise<Pick<LoadedExecution, 'machine' | 'chance' | 'record'>> {
    const { machineArn, revision, mapRun } = record;
    const whole = await this.machines.definition(unlabelled(machineArn), revision);
    const machine = mapRun === undefined ? whole : childMachine(whole, mapRun.path);
    return { machine, chance: chanceOf(record.arn, this.options.randomId), record };
  }
}

/** The facts in the record of an execution that begins. */
export function factsOf(record: ExecutionRecord, region: string): ExecutionFacts {
  const { arn, name, machineArn, machineName, versionArn, aliasArn, roleArn, startedAt } = record;
  const input = parseJson(record.input);
  return { arn, name, machineArn, machineName, versionArn, aliasArn, roleArn, region, input, startedAt };
}

/** The record of an execution that has ended in this state. */
export function closedRecord(record: ExecutionRecord, state: ExecutionState): ExecutionRecord {
  const { status, outcome } = state;
  return {
    ...record,
    status,
    events: state.lastEventId,
    ...(outcome?.output === undefined ? {} : { output: writeJson(outcome.output) }),
    ...(outcome?.error === undefined ? {} : { error: outcome.error }),
    ...(outcome?.cause === undefined ? {} : { cause: outcome.cause }),
    ...(outcome === undefined ? {} : { stoppedAt: outcome.stoppedAt }),
  };
}

/** An execution that ends in its first batch is never open: the later write of a key is the one that counts. */
function dropOverwritten(writes: readonly Write[]): readonly Write[] {
  return [...new Map(writes.map((write) => [write.key, write])).values()];
}

function readRecord(text: string): ExecutionRecord {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what this class wrote itself
  return parseExactly(text) as ExecutionRecord;
}

function readEntry(text: string): Entry {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- likewise
  return parseExactly(text) as Entry;
}

function eventIn(text: string): HistoryEvent | undefined {
  try {
    return readEntry(text).event;
  } catch {
    return undefined;
  }
}

/** The store's own failure is another matter. */
function unreadable(fault: unknown): undefined {
  if (fault instanceof StorageFailure) throw fault;
}
