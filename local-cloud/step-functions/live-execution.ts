import type { Clock } from '../clock/clock.js';
import type { Machine } from '../states-language/definition/machine.js';
import { decide, type Decision } from '../states-language/engine/decide.js';
import type { Chance } from '../states-language/engine/step.js';
import type { Entry } from '../states-language/execution/change.js';
import {
  awaitedChildren,
  effectsOf,
  type AwaitedChild,
  type WantedCall,
} from '../states-language/execution/effects.js';
import type { ExecutionState } from '../states-language/execution/execution-state.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';

/** What an open execution needs of the world. */
export interface Surroundings {
  readonly clock: Clock;
  /** Stores the entries and the state they lead to; resolves once they are on disk. */
  append(entries: readonly Entry[], state: ExecutionState): Promise<void>;
  /** Makes a task's call; answers with what to tell the execution. */
  perform(call: WantedCall, state: ExecutionState): Promise<Stimulus>;
  /** Calls `tell` when the child has closed, at once if it has; the returned function stops watching. */
  watchChild(child: AwaitedChild, tell: (stimulus: Stimulus) => void): () => void;
  /** A task that waited for this child has ended before it. */
  abandonChild(child: string): void;
  /** The interpreter itself failed. */
  report(fault: unknown): void;
}

interface Waiting {
  readonly stimulus: (state: ExecutionState) => Stimulus;
  readonly stored: () => void;
  readonly refused: (reason: unknown) => void;
}

interface Watched {
  readonly child: string;
  readonly stop: () => void;
}

function keyOf({ thread, task }: WantedCall): string {
  return `${thread} ${task.id}`;
}

/**
 * One open execution: what happens to it goes through a queue, each entry is stored before its effects run, and its
 * effects (calls, one timer, watched children) are those its state asks for, no more and no fewer.
 */
export class LiveExecution {
  private readonly waiting: Waiting[] = [];
  private taking: Promise<void> | undefined;
  private readonly inFlight = new Set<string>();
  private readonly watched = new Map<string, Watched>();
  private timer: { readonly at: number; readonly cancel: () => void } | undefined;
  private closed = false;

  constructor(
    private readonly machine: Machine,
    private current: ExecutionState,
    private readonly chance: Chance,
    private readonly world: Surroundings,
  ) {}

  get state(): ExecutionState {
    return this.current;
  }

  /** Queues what has happened; resolves when it is stored. `stimulus` may refuse by throwing, on the state it meets. */
  send(stimulus: (state: ExecutionState) => Stimulus): Promise<void> {
    const end = this.world.clock.begin();
    return new Promise<void>((stored, refused) => {
      this.waiting.push({ stimulus, stored, refused });
      this.taking ??= this.takeAll();
    }).finally(end);
  }

  /** Cancels its timer and forgets its effects; what is being stored is waited for. */
  async close(): Promise<void> {
    this.closed = true;
    this.disarm();
    for (const { stop } of this.watched.values()) stop();
    await this.taking;
  }

  /** What happens while the disk is busy is stored together: the answers of a Map's tasks come in crowds. */
  private async takeAll(): Promise<void> {
    while (this.waiting.length > 0) await this.take(this.waiting.splice(0));
    this.taking = undefined;
  }

  private async take(group: readonly Waiting[]): Promise<void> {
    if (this.closed) {
      for (const { stored } of group) stored();
      return;
    }
    const answers: (() => void)[] = [];
    try {
      const { entries, state } = await this.decideAll(group, answers);
      if (entries.length > 0) await this.world.append(entries, state);
      this.current = state;
      this.carryOut();
      for (const answer of answers) answer();
    } catch (fault) {
      for (const { refused } of group) refused(fault);
    }
  }

  /** One decision after the other; `answers` is filled with what the senders are told once all of it is stored. */
  private async decideAll(group: readonly Waiting[], answers: (() => void)[]): Promise<Decision> {
    const entries: Entry[] = [];
    let state = this.current;
    for (const { stimulus, stored, refused } of group) {
      try {
        const now = this.world.clock.now();
        const decision = await decide(this.machine, state, stimulus(state), now, this.chance);
        for (const entry of decision.entries) entries.push(entry);
        ({ state } = decision);
        answers.push(stored);
      } catch (reason) {
        answers.push(() => refused(reason));
      }
    }
    return { entries, state };
  }

  private tell(stimulus: Stimulus): void {
    this.send(() => stimulus).catch((fault: unknown) => this.world.report(fault));
  }

  private carryOut(): void {
    if (this.closed) return;
    const { calls, wakeAt } = effectsOf(this.current);
    const wanted = new Set(calls.map(keyOf));
    // A call stays in flight until its answer has been taken, else it would be made twice.
    for (const key of this.inFlight) if (!wanted.has(key)) this.inFlight.delete(key);
    for (const call of calls) this.call(call);
    this.watchChildren();
    this.arm(wakeAt);
  }

  private call(call: WantedCall): void {
    const key = keyOf(call);
    if (this.inFlight.has(key)) return;
    this.inFlight.add(key);
    const end = this.world.clock.begin();
    this.world
      .perform(call, this.current)
      .then((stimulus) => this.tell(stimulus))
      .catch((fault: unknown) => this.world.report(fault))
      .finally(end);
  }

  private watchChildren(): void {
    const awaited = new Map(
      awaitedChildren(this.current).map((wait) => [`${wait.thread} ${wait.task}`, wait]),
    );
    for (const [key, { child, stop }] of this.watched) {
      if (awaited.has(key)) continue;
      stop();
      this.watched.delete(key);
      this.world.abandonChild(child);
    }
    for (const [key, wait] of awaited) {
      if (this.watched.has(key)) continue;
      const stop = this.world.watchChild(wait, (stimulus) => this.tell(stimulus));
      this.watched.set(key, { child: wait.child, stop });
    }
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
