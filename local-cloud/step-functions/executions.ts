import { AwsError } from '../aws/aws-error.js';
import { fold, type Entry } from '../states-language/execution/change.js';
import { awaitedChildren, type AwaitedChild, type WantedCall } from '../states-language/execution/effects.js';
import {
  notStarted,
  type ExecutionFacts,
  type ExecutionState,
} from '../states-language/execution/execution-state.js';
import type { HistoryEvent } from '../states-language/execution/history-event.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';
import { parseJson } from '../states-language/json.js';
import { billedTransitions } from './billed-transitions.js';
import { chanceOf } from './chance.js';
import { childOutcome } from './child-outcome.js';
import { KeyedQueue } from './keyed-queue.js';
import { LiveExecution, type Surroundings } from './live-execution.js';
import type { Machines } from './machines.js';
import type { Mocks } from './mocks/mocks.js';
import type { StepFunctionsOptions } from './ports.js';
import type { ExecutionRecord } from './records.js';
import { Signal } from './signal.js';
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

/** Makes a task's call, or answers from its mocks. */
export type Perform = (
  call: WantedCall,
  state: ExecutionState,
  mocks: Mocks | undefined,
) => Promise<Stimulus>;

interface Watcher {
  readonly wait: AwaitedChild;
  readonly tell: (stimulus: Stimulus) => void;
}

interface Open {
  readonly live: LiveExecution;
  record: ExecutionRecord;
  /** How many entries are stored. */
  stored: number;
}

/** The executions of the store, and those that are under way. */
export class Executions {
  private readonly open = new Map<string, Open>();
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly queue = new KeyedQueue();
  private starts = 0;
  private readonly backAgain = new Signal();

  constructor(
    private readonly options: StepFunctionsOptions & { readonly randomId: () => string },
    private readonly machines: Machines,
    private readonly perform: Perform,
  ) {}

  /** Makes what is done to one execution's name happen one thing after the other. */
  exclusively<Result>(arn: string, job: () => Promise<Result>): Promise<Result> {
    return this.queue.run(arn, job);
  }

  async find(arn: string): Promise<ExecutionRecord | undefined> {
    const text = await this.options.store.get(executionKey(arn));
    return text === undefined ? undefined : readRecord(text);
  }

  /** Rejects with ExecutionDoesNotExist. */
  async get(arn: string): Promise<ExecutionRecord> {
    const record = await this.find(arn);
    if (record === undefined)
      throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return record;
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

  /** Begins an execution; resolves when its first events are stored. */
  async start(record: ExecutionRecord): Promise<void> {
    this.starts += 1;
    const index = { key: startKey(record, this.starts), value: record.arn };
    const first = [index, { key: openKey(record.arn), value: '' }];
    await this.setOff(await this.take(record, notStarted(this.factsOf(record)), 0, first), { kind: 'start' });
  }

  /** Lets an execution that ended without success go on; `record` is as it is from now on. */
  async redrive(record: ExecutionRecord): Promise<void> {
    const entries = await this.entries(record.arn);
    const state = fold(notStarted(this.factsOf(record)), entries);
    const first = [{ key: openKey(record.arn), value: '' }];
    await this.setOff(await this.take(record, state, entries.length, first), { kind: 'redrive' });
  }

  /** An execution whose first entries could not be stored is not open. */
  private async setOff(opened: Open, stimulus: Stimulus): Promise<void> {
    const { arn } = opened.record;
    this.open.set(arn, opened);
    try {
      await opened.live.send(() => stimulus);
    } catch (fault) {
      this.open.delete(arn);
      throw fault;
    }
  }

  /**
   * Tells an open execution what has happened; resolves when that is stored, and false when it is not open. `stimulus`
   * may refuse by throwing.
   */
  async send(arn: string, stimulus: (state: ExecutionState) => Stimulus): Promise<boolean> {
    const open = this.open.get(arn) ?? (await this.yetToBeTakenUp(arn));
    if (open === undefined) return false;
    let met = false;
    await open.live.send((state) => {
      met = state.status === 'RUNNING';
      return met ? stimulus(state) : { kind: 'time' };
    });
    return met;
  }

  /** What is open in the store but not here: the host has not come back yet, and is waited for. */
  private async yetToBeTakenUp(arn: string): Promise<Open | undefined> {
    if ((await this.options.store.get(openKey(arn))) !== undefined) await this.backAgain.given;
    return this.open.get(arn);
  }

  /** Takes up what the store says is open: timers that are overdue fire at once, unanswered calls are made again. */
  async resume(): Promise<void> {
    // Time stands still until every timer is armed again, lest it jump past one that is not.
    const end = this.options.clock.begin();
    try {
      const found: Open[] = [];
      const arns = (await this.openArns()).filter((arn) => !this.open.has(arn));
      for (let from = 0; from < arns.length; from += READ_AT_ONCE) {
        const group = arns.slice(from, from + READ_AT_ONCE);
        found.push(...(await Promise.all(group.map((arn) => this.takeUp(arn)))));
      }
      // Nobody reaches an execution before it knows that the host has come back.
      for (const opened of found) this.open.set(opened.record.arn, opened);
      const resumed = found.map(({ live }) => live.send(() => ({ kind: 'resume' })));
      this.backAgain.give();
      await Promise.all(resumed);
      for (const { record } of found) this.stopIfAbandoned(record);
    } finally {
      end();
    }
  }

  private async openArns(): Promise<readonly string[]> {
    const arns: string[] = [];
    for await (const [key] of this.options.store.range(under(OPEN_EXECUTIONS))) {
      arns.push(key.slice(OPEN_EXECUTIONS.length));
    }
    return arns;
  }

  private async takeUp(arn: string): Promise<Open> {
    const record = await this.get(arn);
    const entries = await this.entries(arn);
    return this.take(record, fold(notStarted(this.factsOf(record)), entries), entries.length, []);
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map(({ live }) => live.close()));
    this.open.clear();
    this.backAgain.give();
  }

  private factsOf(record: ExecutionRecord): ExecutionFacts {
    const { arn, name, machineArn, machineName, roleArn, startedAt } = record;
    const input = parseJson(record.input);
    return { arn, name, machineArn, machineName, roleArn, region: this.options.region, input, startedAt };
  }

  private async entries(arn: string): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    for await (const [, text] of this.options.store.range(under(entriesOf(arn))))
      entries.push(readEntry(text));
    return entries;
  }

  /** Not yet open: the caller says when. `first` are writes to go with the first entries. */
  private async take(
    record: ExecutionRecord,
    state: ExecutionState,
    stored: number,
    first: readonly Write[],
  ): Promise<Open> {
    const machine = await this.machines.definition(record.machineArn, record.revision);
    let extra = first;
    const surroundings: Surroundings = {
      clock: this.options.clock,
      append: async (entries, reached) => {
        await this.append(opened, entries, reached, extra);
        extra = [];
      },
      perform: (call, at) => this.perform(call, at, record.mocks),
      watchChild: (wait, tell) => this.watch(wait, tell),
      abandonChild: (child) => this.stop(child),
      report: (fault) => report(record.arn, fault),
    };
    const live = new LiveExecution(machine, state, chanceOf(record.arn, this.options.randomId), surroundings);
    if (record.parent !== undefined) this.options.onNested?.(record.arn, record.parent.arn);
    const opened: Open = { live, record, stored };
    return opened;
  }

  private async append(
    opened: Open,
    entries: readonly Entry[],
    state: ExecutionState,
    extra: readonly Write[],
  ): Promise<void> {
    const { arn } = opened.record;
    const closed = state.status !== 'RUNNING';
    const record = closed ? closedRecord(opened.record, state) : opened.record;
    const writes: Write[] = entries.map((entry, index) => ({
      key: entryKey(arn, opened.stored + index),
      value: JSON.stringify(entry),
    }));
    writes.push(...extra);
    if (closed || extra.length > 0) writes.push({ key: executionKey(arn), value: JSON.stringify(record) });
    if (closed) writes.push({ key: openKey(arn), value: undefined });
    await this.options.store.batch(dropOverwritten(writes));
    opened.stored += entries.length;
    opened.record = record;
    this.meter(arn, entries);
    if (closed) this.ended(record);
  }

  private meter(arn: string, entries: readonly Entry[]): void {
    for (const entry of entries)
      for (let billed = billedTransitions(entry); billed > 0; billed -= 1) this.options.onTransition?.(arn);
  }

  private ended(record: ExecutionRecord): void {
    this.open.delete(record.arn);
    for (const watcher of this.watchers.get(record.arn) ?? []) this.tellClosed(record, watcher);
  }

  private watch(wait: AwaitedChild, tell: Watcher['tell']): () => void {
    const watcher: Watcher = { wait, tell };
    const watchers = this.watchers.get(wait.child) ?? new Set();
    this.watchers.set(wait.child, watchers.add(watcher));
    if (!this.open.has(wait.child)) {
      const end = this.options.clock.begin();
      this.get(wait.child)
        .then((record) => record.status === 'RUNNING' || this.tellClosed(record, watcher))
        .catch((fault: unknown) => report(wait.child, fault))
        .finally(end);
    }
    return () => this.forget(watcher);
  }

  private tellClosed(record: ExecutionRecord, watcher: Watcher): void {
    if (!this.forget(watcher)) return;
    const { pattern, thread, task } = watcher.wait;
    watcher.tell(childOutcome(record, pattern, thread, task));
  }

  private forget(watcher: Watcher): boolean {
    const watchers = this.watchers.get(watcher.wait.child);
    const known = watchers?.delete(watcher) ?? false;
    if (watchers?.size === 0) this.watchers.delete(watcher.wait.child);
    return known;
  }

  private stop(child: string): void {
    this.send(child, () => ({ kind: 'stop' })).catch((fault: unknown) => report(child, fault));
  }

  /** A child whose parent ended between two lives of the host. */
  private stopIfAbandoned({ arn, parent, redrives }: ExecutionRecord): void {
    // Redriven, it runs on its own account: its parent was told of its first end.
    if (parent === undefined || redrives !== undefined) return;
    const state = this.open.get(parent.arn)?.live.state;
    if (state === undefined || !stillAwaits(state, parent.thread, parent.task)) this.stop(arn);
  }
}

/** Executions that are read from the store side by side when the host comes back. */
const READ_AT_ONCE = 64;

/** It waits for the child, or is yet to be told that the child was started. */
function stillAwaits(state: ExecutionState, thread: string, task: number): boolean {
  const phase = state.threads.get(thread)?.state?.phase;
  const waits = awaitedChildren(state).some((wait) => wait.thread === thread && wait.task === task);
  return waits || (phase?.kind === 'task' && phase.task.id === task);
}

function closedRecord(record: ExecutionRecord, state: ExecutionState): ExecutionRecord {
  const { status, outcome } = state;
  return {
    ...record,
    status,
    events: state.lastEventId,
    ...(outcome?.output === undefined ? {} : { output: JSON.stringify(outcome.output) }),
    ...(outcome?.error === undefined ? {} : { error: outcome.error }),
    ...(outcome?.cause === undefined ? {} : { cause: outcome.cause }),
    ...(outcome === undefined ? {} : { stoppedAt: outcome.stoppedAt }),
  };
}

/** An execution that ends in its first batch is never open: the later write of a key is the one that counts. */
function dropOverwritten(writes: readonly Write[]): readonly Write[] {
  return [...new Map(writes.map((write) => [write.key, write])).values()];
}

/** The interpreter failed, not the execution: said aloud, since nobody awaits it. */
function report(arn: string, fault: unknown): void {
  process.emitWarning(
    `${arn}: ${fault instanceof Error ? (fault.stack ?? fault.message) : JSON.stringify(fault)}`,
    'StepFunctionsFault',
  );
}

/** What this class wrote itself. */
function readRecord(text: string): ExecutionRecord {
  const record: ExecutionRecord = JSON.parse(text);
  return record;
}

function readEntry(text: string): Entry {
  const entry: Entry = JSON.parse(text);
  return entry;
}
