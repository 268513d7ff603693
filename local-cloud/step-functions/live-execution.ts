import type { Clock } from '../clock/clock.js';
import { decide, type Decision } from '../states-language/engine/decide.js';
import type { Entry } from '../states-language/execution/change.js';
import {
  awaitedChildren,
  effectsOf,
  type AwaitedChild,
  type WantedCall,
} from '../states-language/execution/effects.js';
import type { ExecutionState } from '../states-language/execution/execution-state.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';
import type { LoadedExecution } from './execution-store.js';

/** The parts of the world that open executions need; the same for all of them. */
export interface Surroundings {
  readonly clock: Clock;
  load(arn: string): Promise<LoadedExecution>;
  /** Stores the entries and the state they lead to; resolves once they are on disk. */
  append(execution: LoadedExecution, entries: readonly Entry[], reached: ExecutionState): Promise<void>;
  /** Makes a task's call; answers with what to tell the execution. */
  perform(call: WantedCall, execution: LoadedExecution): Promise<Stimulus>;
  /** Has the execution told when the child has closed, at once if it has. */
  watchChild(parent: string, child: AwaitedChild): void;
  /** A task that waited for this child has ended, maybe before it. */
  leaveChild(parent: string, child: AwaitedChild): void;
  /** Nothing of it is under way: it waits for somebody or for time to pass. */
  rests(execution: LiveExecution): void;
  /** The interpreter itself failed. */
  report(arn: string, fault: unknown): void;
}

interface Waiting {
  readonly stimulus: (state: ExecutionState) => Stimulus;
  readonly stored: () => void;
  readonly refused: (reason: unknown) => void;
}

/** An execution in memory with what is under way for it. */
interface Awake {
  readonly execution: LoadedExecution;
  readonly inFlight: Set<string>;
  /** Children that it is told of. */
  children: ReadonlyMap<string, AwaitedChild>;
}

const keyOf = ({ thread, task }: WantedCall): string => `${thread} ${task.id}`;

/** The end of an Express execution may be a matter of time, which must then go on. */
const waitsForAnEnd = ({ task: { call } }: WantedCall): boolean =>
  call.service === 'aws-sdk:sfn' && call.action === 'startSyncExecution';

const childrenOf = (state: ExecutionState): ReadonlyMap<string, AwaitedChild> =>
  new Map(awaitedChildren(state).map((wait) => [`${wait.thread} ${wait.task}`, wait]));

/**
 * One open execution: what happens to it goes through a queue, each entry is stored before its effects run, and its
 * effects (calls, one timer, watched children) are those its state asks for, no more and no fewer.
 *
 * While it only waits, its state may be let go of; its history brings it back. What stays is its name and its timer.
 */
export class LiveExecution {
  private waiting: Waiting[] = [];
  private taking: Promise<void> | undefined;
  private awake: Awake | undefined;
  private timer: { readonly at: number; readonly cancel: () => void } | undefined;
  private closed = false;

  /** Its first stimulus is its start, its redrive, or that the host has come back. */
  constructor(
    readonly arn: string,
    execution: LoadedExecution,
    private readonly world: Surroundings,
  ) {
    this.awake = { execution, inFlight: new Set(), children: new Map() };
  }

  /** Its state, whether it is in memory or not. */
  async state(): Promise<ExecutionState> {
    return (this.awake?.execution ?? (await this.world.load(this.arn))).state;
  }

  /** Queues what has happened; resolves when it is stored. `stimulus` may refuse by throwing, on the state it meets. */
  send(stimulus: (state: ExecutionState) => Stimulus): Promise<void> {
    const end = this.world.clock.begin();
    return new Promise<void>((stored, refused) => {
      this.waiting.push({ stimulus, stored, refused });
      this.taking ??= this.takeAll();
    }).finally(end);
  }

  /** The same where nobody waits for it to be stored. */
  tell(stimulus: Stimulus): void {
    this.send(() => stimulus).catch((fault: unknown) => this.world.report(this.arn, fault));
  }

  /**
   * Lets go of its state, unless something is under way. One that has ended keeps it: its history may be another's to
   * go on with, once it is redriven.
   */
  letGo(): void {
    if (this.isAtRest) this.awake = undefined;
  }

  private get isAtRest(): boolean {
    const { execution, inFlight } = this.awake ?? {};
    return this.taking === undefined && inFlight?.size === 0 && execution?.state.status === 'RUNNING';
  }

  /** Cancels its timer and forgets its effects; what is being stored is waited for. */
  async close(): Promise<void> {
    this.closed = true;
    this.disarm();
    await this.taking;
  }

  /** Stores together whatever happens while the disk is busy: the answers of a Map's tasks come in crowds. */
  private async takeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      await this.take(group);
    }
    this.taking = undefined;
    if (this.isAtRest) this.world.rests(this);
  }

  private async take(group: readonly Waiting[]): Promise<void> {
    if (this.closed) {
      for (const { stored } of group) stored();
      return;
    }
    const answers: (() => void)[] = [];
    try {
      const awake = this.awake ?? (await this.wake());
      const { execution } = awake;
      const { entries, state } = await this.decideAll(execution, group, answers);
      if (entries.length > 0) await this.world.append(execution, entries, state);
      execution.state = state;
      this.carryOut(awake);
      for (const answer of answers) answer();
    } catch (fault) {
      for (const { refused } of group) refused(fault);
    }
  }

  private async wake(): Promise<Awake> {
    const execution = await this.world.load(this.arn);
    this.awake = { execution, inFlight: new Set(), children: childrenOf(execution.state) };
    return this.awake;
  }

  /** One decision after the other; `answers` is filled with what the senders are told once all of it is stored. */
  private async decideAll(
    { machine, state: before, chance }: LoadedExecution,
    group: readonly Waiting[],
    answers: (() => void)[],
  ): Promise<Decision> {
    const entries: Entry[] = [];
    let state = before;
    for (const { stimulus, stored, refused } of group) {
      try {
        const now = this.world.clock.now();
        const decision = await decide(machine, state, stimulus(state), now, chance);
        for (const entry of decision.entries) entries.push(entry);
        ({ state } = decision);
        answers.push(stored);
      } catch (reason) {
        answers.push(() => refused(reason));
      }
    }
    return { entries, state };
  }

  private carryOut(awake: Awake): void {
    if (this.closed) return;
    const { execution, inFlight } = awake;
    const { calls, wakeAt } = effectsOf(execution.state);
    const wanted = new Set(calls.map(keyOf));
    // A call stays in flight until its answer has been taken, else it would be made twice.
    for (const key of inFlight) if (!wanted.has(key)) inFlight.delete(key);
    for (const call of calls) this.call(awake, call);
    this.watchChildren(awake);
    this.arm(wakeAt);
  }

  private call({ execution, inFlight }: Awake, call: WantedCall): void {
    const key = keyOf(call);
    if (inFlight.has(key)) return;
    inFlight.add(key);
    const end = waitsForAnEnd(call) ? () => undefined : this.world.clock.begin();
    this.world
      .perform(call, execution)
      .then((stimulus) => this.tell(stimulus))
      .catch((fault: unknown) => this.world.report(this.arn, fault))
      .finally(end);
  }

  private watchChildren(awake: Awake): void {
    const before = awake.children;
    awake.children = childrenOf(awake.execution.state);
    for (const [key, wait] of before) if (!awake.children.has(key)) this.world.leaveChild(this.arn, wait);
    for (const [key, wait] of awake.children) if (!before.has(key)) this.world.watchChild(this.arn, wait);
  }

  private arm(at: number | undefined): void {
    if (this.closed || this.timer?.at === at) return;
    this.disarm();
    if (at === undefined) return;
    const cancel = this.world.clock.schedule(at, () => {
      this.timer = undefined;
      this.tell({ kind: 'time' });
    });
    this.timer = { at, cancel };
  }

  private disarm(): void {
    this.timer?.cancel();
    this.timer = undefined;
  }
}
