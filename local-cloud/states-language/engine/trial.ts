import type { Machine } from '../definition/machine.js';
import { Draft } from '../execution/draft.js';
import {
  notStarted,
  ROOT_THREAD,
  type ExecutionFacts,
  type ExecutionState,
  type Failure,
  type Phase,
} from '../execution/execution-state.js';
import type { HistoryEvent } from '../execution/history-event.js';
import type { Stimulus } from '../execution/stimulus.js';
import type { Json, JsonObject } from '../json.js';
import { applyStimulus } from './apply-stimulus.js';
import { failState, hasRoom } from './branches.js';
import { advance } from './decide.js';
import { stepOf, type Chance, type Step } from './step.js';

export interface TrialBeginning {
  /** It starts at the state to be tried. */
  readonly machine: Machine;
  readonly facts: ExecutionFacts;
  readonly variables: JsonObject;
  /** How often each retrier of the state was used already. */
  readonly retried: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly chance: Chance;
}

const MOVING: ReadonlySet<Phase['kind']> = new Set(['ready', 'done', 'failed']);

/** One state, run alone: what leads to it is given, and what comes after it is only named. Nothing is stored. */
export class Trial {
  /** The latest failure of the state, whether it was caught or not. */
  failure: Failure | undefined;
  private readonly draft: Draft;
  private readonly entered: number;

  constructor(private readonly beginning: TrialBeginning) {
    const { machine, facts, variables, retried, now, chance } = beginning;
    this.draft = new Draft(notStarted(facts), now);
    applyStimulus(machine, this.draft, chance, { kind: 'start' });
    this.draft.change({ to: 'assign', thread: ROOT_THREAD, variables });
    const state = machine.states.get(machine.startAt);
    const retriers = state !== undefined && 'Retry' in state ? (state.Retry ?? []) : [];
    const retries = Object.fromEntries(retriers.map((_, index) => [index, retried]));
    this.draft.change({ to: 'state', thread: ROOT_THREAD, set: { retries, retryCount: retried } });
    this.entered = this.draft.run(ROOT_THREAD).enteredEvent;
  }

  get state(): ExecutionState {
    return this.draft.state;
  }

  get events(): readonly HistoryEvent[] {
    return this.draft.entries.flatMap(({ event }) => (event === undefined ? [] : [event]));
  }

  /** The state's phase while it is neither left nor failed for good. */
  get phase(): Phase | undefined {
    const { status, threads } = this.draft.state;
    const run = threads.get(ROOT_THREAD)?.state;
    return status === 'RUNNING' && run?.enteredEvent === this.entered ? run.phase : undefined;
  }

  /** How often each retrier was used, by its index. */
  get retries(): JsonObject {
    return this.draft.state.threads.get(ROOT_THREAD)?.state?.retries ?? {};
  }

  get step(): Step {
    const { machine, chance } = this.beginning;
    return stepOf(machine, this.draft, chance, ROOT_THREAD);
  }

  /** Runs on until the state waits for something outside, or is over. */
  async runOn(): Promise<void> {
    for (let { phase } = this; phase !== undefined && MOVING.has(phase.kind); { phase } = this) {
      if (phase.kind === 'failed') this.failure = phase.failure;
      await advance(this.step);
    }
  }

  /** Tells a task that waits what came of its call. */
  async tell(stimulus: Stimulus): Promise<void> {
    const { machine, chance } = this.beginning;
    applyStimulus(machine, this.draft, chance, stimulus);
    await this.runOn();
  }

  /** A wait is over at once. */
  async skipWait(): Promise<void> {
    this.draft.phase(ROOT_THREAD, { kind: 'done', result: this.draft.run(ROOT_THREAD).input });
    await this.runOn();
  }

  /** Begins every branch or iteration, without running it; answers with what each begins with. */
  async startBranches(): Promise<readonly Json[]> {
    const set = { concurrency: Number.MAX_SAFE_INTEGER };
    this.draft.change({ to: 'branches', thread: ROOT_THREAD, set });
    while (hasRoom(this.draft, ROOT_THREAD)) await advance(this.step);
    await this.runOn();
    const inner = [...this.draft.state.threads.values()].filter(({ parent }) => parent === ROOT_THREAD);
    return inner.toSorted((a, b) => a.index - b.index).map(({ state }) => state?.input ?? null);
  }

  /** The branches or iterations of the state came to this, without having run. */
  async conclude(outcome: { readonly result: Json } | { readonly failure: Failure }): Promise<void> {
    if ('failure' in outcome) failState(this.draft, ROOT_THREAD, outcome.failure);
    else {
      const inner = [...this.draft.state.threads.keys()].filter((thread) => thread !== ROOT_THREAD);
      for (const thread of inner) this.draft.change({ to: 'end', thread });
      this.draft.phase(ROOT_THREAD, { kind: 'done', result: outcome.result });
    }
    await this.runOn();
  }
}
