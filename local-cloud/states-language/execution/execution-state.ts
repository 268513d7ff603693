import type { FlowStep } from '../definition/machine.js';
import type { TaskPattern } from '../definition/task-pattern.js';
import type { Json, JsonObject } from '../json.js';

import type { Variables } from './variables.js';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** The facts of an execution before its first event, which never change. */
export interface ExecutionFacts {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  /** The version that runs, and the alias that led to it, where it was started on one. */
  readonly versionArn?: string | undefined;
  readonly aliasArn?: string | undefined;
  readonly roleArn: string;
  readonly region: string;
  readonly input: Json;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** The context object for expressions instead of the real one, where a state is tried alone. */
  readonly contextObject?: JsonObject;
}

/** An error on its way to Retry, Catch or the end of the execution. */
export interface Failure {
  /** Absent when `SendTaskFailure` gave none: only `States.ALL` matches then. */
  readonly error?: string;
  readonly cause?: string;
  /** Further names it answers to: a missed heartbeat is recorded as `States.Timeout`. */
  readonly alias?: string;
  /** Whether an expression failed, rather than the state's work. */
  readonly evaluation?: boolean;
}

/** The call of a Task, as data: the edge makes it. */
export interface TaskCall {
  readonly service: string;
  readonly action: string;
  readonly arguments: Json;
  /** Of the role that the task's own Credentials name; default: the machine's. */
  readonly roleArn?: string;
}

/** One attempt of a Task. */
export interface TaskRun {
  /** The id of its Scheduled event; of a Distributed Map, that of MapStateStarted where it reads, of MapRunStarted where it writes. */
  readonly id: number;
  readonly pattern: TaskPattern;
  readonly call: TaskCall;
  /** The task token, for `.waitForTaskToken` and for a job that may be ended by one. */
  readonly token?: string;
  /** The name of a child execution that the definition leaves unnamed, so that starting it twice starts one. */
  readonly childName?: string;
  /** Of an execution that a Distributed Map starts: its run, and how many items it works on. */
  readonly mapRun?: MapRun;
  readonly items?: number;
  /** Whether that execution has ended and is to be redriven. */
  readonly again?: true;
  /** Of a Distributed Map itself, no Task: it reads its items, or writes the results of its run. */
  readonly reading?: Reading;
  readonly writing?: MapRun;
  readonly timeoutSeconds?: number;
  /** Epoch milliseconds; moved on when the host comes back and makes the call again. */
  readonly timeoutAt?: number;
  readonly heartbeatSeconds?: number;
  /** Epoch milliseconds; moved on by each heartbeat. */
  readonly heartbeatAt?: number;
}

/** The branches of a Parallel or the iterations of a Map while they run. */
export interface Branches {
  readonly of: 'Map' | 'Parallel';
  /** The id of the ParallelStateStarted or MapStateStarted event; names the branches' threads. */
  readonly started: number;
  /** The input of each one: the items of a Map, the same input for each branch of a Parallel. */
  readonly inputs: readonly Json[];
  /** The index of the next to be started. */
  readonly next: number;
  /** How many may run at once. */
  readonly concurrency: number;
  /** How many may fail before the Map does. */
  readonly tolerated: number;
  /** The event that the next to be started follows. */
  readonly follows: number;
  /** Whether the items are the members of an object, each `{Key, Value}`. */
  readonly keyed?: true;
  /** Of a Distributed Map: each input is an execution's of its own. */
  readonly mapRun?: MapRun;
}

/** How many of its items a Map may fail with: the stricter of the two counts. */
export interface Tolerances {
  readonly count?: number;
  readonly percentage?: number;
}

/** A Distributed Map that waits for its items. */
export interface Reading {
  readonly mapRun: MapRun;
  readonly tolerances: Tolerances;
  readonly maxItems?: number;
}

/** The destination of a run's results besides the output of its state. */
export interface MapWriter {
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
  readonly outputType: 'JSON' | 'JSONL';
  /** The arguments of the call that writes them; without, they stay in the execution. */
  readonly destination?: Json;
}

/** One run of a Distributed Map. */
export interface MapRun {
  readonly arn: string;
  readonly label: string;
  /** Where its ItemProcessor stands in the definition. */
  readonly path: readonly FlowStep[];
  /** How many items each execution works on, where they are batched. */
  readonly sizes?: readonly number[];
  readonly flatten?: true;
  /** Where more than the outputs of its executions is asked for, or another place for them. */
  readonly writer?: MapWriter;
  /** How often it was redriven. */
  readonly redrives?: number;
  /** As it was asked for; 0 is without a limit. */
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number;
  readonly toleratedFailurePercentage: number;
}

/** Where a state stands between two steps of the interpreter. */
export type Phase =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'task';
      readonly task: TaskRun;
      readonly stage: 'calling' | 'submitted';
      readonly child?: string;
    }
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'retrying'; readonly until: number }
  | { readonly kind: 'branches'; readonly branches: Branches }
  | { readonly kind: 'done'; readonly result: Json }
  /** `branches` when the state failed with one of them, and a redrive can go on with those without a result. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly branches?: Branches };

/** A state that was entered and not yet left. */
export interface StateRun {
  readonly name: string;
  readonly input: Json;
  /** Epoch milliseconds. */
  readonly enteredAt: number;
  readonly enteredEvent: number;
  /** The event before StateEntered. */
  readonly beforeEntered: number;
  /** How often the state was retried, over all retriers. */
  readonly retryCount: number;
  /** How often each retrier was used. */
  readonly retries: JsonObject;
  readonly phase: Phase;
}

/** One line of states: the execution itself, a branch, or an iteration. */
export interface Thread {
  readonly path: readonly FlowStep[];
  readonly parent?: string;
  /** Which branch or item of its parent. */
  readonly index: number;
  /** Whether its work is done by an execution of its own, as that of a Distributed Map is. */
  readonly remote?: true;
  /** Whether this thread is an iteration of a Map. */
  readonly iteration: boolean;
  /** The last event of this line. */
  readonly previous: number;
  /** The last StateExited event of this line. */
  readonly exited: number;
  readonly variables: Variables;
  readonly state: StateRun | undefined;
  /** Results of ended branches of the running state, by index. */
  readonly results: Readonly<Record<number, Json>>;
  /** How many results there are. */
  readonly joined: number;
  /** How many iterations failed and were tolerated. */
  readonly failures: number;
}

export interface Outcome {
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** Epoch milliseconds. */
  readonly stoppedAt: number;
}

/** How often and when last (epoch milliseconds) an execution was redriven. */
export interface Redrives {
  readonly count: number;
  readonly at: number;
}

/** All there is to know of an execution, as data; the fold of its history. */
export interface ExecutionState {
  readonly facts: ExecutionFacts;
  readonly status: ExecutionStatus;
  readonly lastEventId: number;
  /** Epoch milliseconds, when the machine has a TimeoutSeconds. */
  readonly timeoutAt?: number;
  readonly threads: ReadonlyMap<string, Thread>;
  /** Threads that were stopped before their end, by id: what a redrive takes up again. */
  readonly parked: ReadonlyMap<string, Thread>;
  readonly outcome?: Outcome;
  /** Absent until the first redrive. */
  readonly redrives?: Redrives;
}

export const ROOT_THREAD = 'root';

/** The state of an execution that has no event yet. */
export function notStarted(facts: ExecutionFacts): ExecutionState {
  return { facts, status: 'RUNNING', lastEventId: 0, threads: new Map(), parked: new Map() };
}
