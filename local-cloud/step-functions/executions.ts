import type { Entry } from '../states-language/execution/change.js';
import { awaitedChildren, type AwaitedChild, type WantedCall } from '../states-language/execution/effects.js';
import type { ExecutionState } from '../states-language/execution/execution-state.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';
import { billedTransitions } from './billed-transitions.js';
import { ChildWatchers } from './child-watchers.js';
import { ExecutionStore, type LoadedExecution } from './execution-store.js';
import { KeyedQueue } from '../storage/keyed-queue.js';
import { StorageFailure } from '../storage/storage-failure.js';
import { LiveExecution, type Surroundings } from './live-execution.js';
import { logEvents } from './logging.js';
import type { Machines } from './machines.js';
import type { Mocks } from './mocks/mocks.js';
import type { StepFunctionsOptions } from './ports.js';
import type { ExecutionRecord } from './records.js';
import { Signal } from './signal.js';
import { TakingUp, type Group } from './taking-up.js';

/** Makes a task's call, or answers from its mocks. */
export type Perform = (
  call: WantedCall,
  state: ExecutionState,
  mocks: Mocks | undefined,
) => Promise<Stimulus>;

/** An execution has some 6 KB and more in memory; those that were reached last are likely to be reached again. */
const RESTING_IN_MEMORY = 2000;

/** The executions that are under way. */
export class Executions {
  readonly stored: ExecutionStore;
  private readonly open = new Map<string, LiveExecution>();
  /** Those in memory that wait for something outside, the one that was reached last at the end. */
  private readonly resting = new Set<LiveExecution>();
  private readonly watchers = new ChildWatchers((parent, stimulus) => this.tell(parent, stimulus));
  private readonly queue = new KeyedQueue();
  private readonly backAgain = new Signal();
  private readonly surroundings: Surroundings;

  constructor(
    private readonly options: StepFunctionsOptions & { readonly randomId: () => string },
    machines: Machines,
    perform: Perform,
  ) {
    const stored = new ExecutionStore(options, machines);
    this.stored = stored;
    this.surroundings = {
      clock: options.clock,
      load: (arn) => stored.load(arn),
      append: (execution, entries, reached) => this.append(execution, entries, reached),
      perform: (call, { state, record }) => perform(call, state, record.mocks),
      watchChild: (parent, wait) => this.watch(parent, wait),
      leaveChild: (parent, wait) => {
        if (this.watchers.remove(parent, wait)) this.stop(wait.child);
      },
      rests: (execution) => this.rest(execution),
      report,
    };
  }

  /** Makes what is done to one execution's name happen one thing after the other. */
  exclusively<Result>(arn: string, job: () => Promise<Result>): Promise<Result> {
    return this.queue.run(arn, job);
  }

  /** Begins an execution; resolves when its first events are stored. */
  async start(record: ExecutionRecord): Promise<void> {
    await this.setOff(await this.stored.begin(record), { kind: 'start' });
  }

  /** Lets an execution that ended without success go on; `record` is as it is from now on. */
  async redrive(record: ExecutionRecord): Promise<void> {
    await this.setOff(await this.stored.reopen(record), { kind: 'redrive' });
  }

  /** An execution whose first entries could not be stored is not open. */
  private async setOff(execution: LoadedExecution, stimulus: Stimulus): Promise<void> {
    const { arn } = execution.record;
    try {
      await this.admit(execution).send(() => stimulus);
    } catch (fault) {
      this.open.delete(arn);
      throw fault;
    }
  }

  /** From now on it can be reached. */
  private admit(execution: LoadedExecution): LiveExecution {
    const { arn, parent } = execution.record;
    if (parent !== undefined) this.options.onNested?.(arn, parent.arn);
    const live = new LiveExecution(arn, execution, this.surroundings);
    this.open.set(arn, live);
    return live;
  }

  /**
   * Tells an open execution what has happened; resolves when that is stored, and false when it is not open. `stimulus`
   * may refuse by throwing.
   */
  async send(arn: string, stimulus: (state: ExecutionState) => Stimulus): Promise<boolean> {
    const live = this.open.get(arn) ?? (await this.yetToBeTakenUp(arn));
    if (live === undefined) return false;
    let met = false;
    await live.send((state) => {
      met = state.status === 'RUNNING';
      return met ? stimulus(state) : { kind: 'time' };
    });
    return met;
  }

  /**
   * An execution that is open in the store but not here: the host has not come back to it yet, and it is waited for.
   */
  private async yetToBeTakenUp(arn: string): Promise<LiveExecution | undefined> {
    if (await this.stored.isOpen(arn)) await this.backAgain.given;
    return this.open.get(arn);
  }

  /**
   * Takes up what the store says is open: timers that are overdue fire at once, unanswered calls are made again. One
   * that cannot be read, or over which the host ended before, is set aside: it fails, and the others go on.
   */
  async resume(): Promise<void> {
    // Time stands still until every timer is armed again, lest it jump past one that is not.
    const end = this.options.clock.begin();
    try {
      const takingUp = new TakingUp(this.options.store);
      const culprit = await takingUp.culprit();
      if (culprit !== undefined && (await this.stored.isOpen(culprit)))
        await this.setAside(culprit, 'the host ended each time it took it up');
      const children: ExecutionRecord[] = [];
      const resumed: Promise<void>[] = [];
      const arns = (await this.stored.openArns()).filter((arn) => !this.open.has(arn));
      for await (const group of takingUp.groups(arns)) {
        const set = await this.takeUp(group, children);
        resumed.push(...set);
        if (group.isSuspect) await Promise.all(set);
      }
      this.backAgain.give();
      await Promise.all(resumed);
      await takingUp.done();
      for (const child of children) await this.stopIfAbandoned(child);
    } finally {
      end();
    }
  }

  /** Has each of them know that the host has come back; nobody reaches one before. */
  private async takeUp({ arns }: Group, children: ExecutionRecord[]): Promise<readonly Promise<void>[]> {
    const resumed: Promise<void>[] = [];
    const read = await Promise.all(
      arns.map((arn) =>
        this.stored
          .load(arn)
          .catch((fault: unknown) => this.setAside(arn, `it cannot be read: ${textOf(fault)}`, fault)),
      ),
    );
    for (const execution of read) {
      if (execution === undefined) continue;
      resumed.push(this.admit(execution).send(() => ({ kind: 'resume' })));
      if (execution.record.parent !== undefined) children.push(execution.record);
    }
    return resumed;
  }

  /** The failure of the store itself is nobody's fault. */
  private async setAside(arn: string, reason: string, fault?: unknown): Promise<undefined> {
    if (fault instanceof StorageFailure) throw fault;
    const cause = `The local cloud has set this execution aside: ${reason}`;
    const record = await this.stored.setAside(
      arn,
      { error: 'States.Runtime', cause },
      this.options.clock.now(),
    );
    if (record !== undefined) this.watchers.closed(record);
    report(arn, new Error(cause));
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.values()].map((live) => live.close()));
    this.open.clear();
    this.resting.clear();
    this.watchers.clear();
    this.backAgain.give();
  }

  private async append(
    execution: LoadedExecution,
    entries: readonly Entry[],
    reached: ExecutionState,
  ): Promise<void> {
    await this.stored.append(execution, entries, reached);
    const { record } = execution;
    for (const entry of entries)
      for (let billed = billedTransitions(entry); billed > 0; billed -= 1)
        this.options.onTransition?.(record.arn);
    logEvents(record, entries, this.options.onLogEntry);
    if (reached.status !== 'RUNNING') this.ended(record);
  }

  private ended(record: ExecutionRecord): void {
    const live = this.open.get(record.arn);
    if (live !== undefined) this.resting.delete(live);
    this.open.delete(record.arn);
    this.watchers.closed(record);
  }

  /** Lets go of the one that was reached longest ago, where too many rest in memory. */
  private rest(live: LiveExecution): void {
    this.resting.delete(live);
    this.resting.add(live);
    const { restingInMemory = RESTING_IN_MEMORY } = this.options;
    for (const longest of this.resting) {
      if (this.resting.size <= restingInMemory) return;
      this.resting.delete(longest);
      longest.letGo();
    }
  }

  /** The children that a task waits for go on by themselves: it is ended by its token, not aborted. */
  leaveChildrenAlone(parent: string, state: ExecutionState, thread: string): void {
    for (const wait of awaitedChildren(state)) if (wait.thread === thread) this.watchers.remove(parent, wait);
  }

  private watch(parent: string, wait: AwaitedChild): void {
    this.watchers.add(parent, wait);
    if (this.open.has(wait.child)) return;
    const end = this.options.clock.begin();
    this.stored
      .get(wait.child)
      .then((child) => child.status === 'RUNNING' || this.watchers.tellClosed(parent, wait, child))
      .catch((fault: unknown) => report(wait.child, fault))
      .finally(end);
  }

  private tell(arn: string, stimulus: Stimulus): void {
    this.open.get(arn)?.tell(stimulus);
  }

  private stop(child: string): void {
    this.send(child, () => ({ kind: 'stop' })).catch((fault: unknown) => report(child, fault));
  }

  /** A child whose parent ended between two lives of the host. */
  private async stopIfAbandoned({ arn, parent, redrives }: ExecutionRecord): Promise<void> {
    // Redriven, it runs on its own account: its parent was told of its first end.
    if (parent === undefined || redrives !== undefined) return;
    const state = await this.open.get(parent.arn)?.state();
    if (state === undefined || !stillAwaits(state, parent.thread, parent.task)) this.stop(arn);
  }
}

/** It waits for the child, or is yet to be told that the child was started. */
function stillAwaits(state: ExecutionState, thread: string, task: number): boolean {
  const phase = state.threads.get(thread)?.state?.phase;
  const waits = awaitedChildren(state).some((wait) => wait.thread === thread && wait.task === task);
  return waits || (phase?.kind === 'task' && phase.task.id === task);
}

/** The interpreter failed, not the execution: said aloud, since nobody awaits it. */
function report(arn: string, fault: unknown): void {
  process.emitWarning(
    `${arn}: ${fault instanceof Error ? (fault.stack ?? fault.message) : JSON.stringify(fault)}`,
    'StepFunctionsFault',
  );
}

function textOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
