import type { FlowStep } from '../states-language/definition/machine.js';
import type { MapRunEnd } from '../states-language/execution/change.js';
import type { ExecutionStatus } from '../states-language/execution/execution-state.js';
import type { Logging } from './logging.js';
import type { Mocks } from './mocks/mocks.js';

/** A state machine as stored. Times are epoch milliseconds. */
export interface MachineRecord {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  /** Absent for a Standard one. */
  readonly type?: 'EXPRESS';
  readonly createdAt: number;
  readonly updatedAt?: number;
  /** Names the text that executions begin with; a running one keeps the text it began with. */
  readonly revision: string;
  /** The revision it was created with, of which AWS tells no id; absent in what earlier hosts stored. */
  readonly firstRevision?: string;
  /** The highest number a version of it was given. */
  readonly published?: number;
  readonly loggingConfiguration?: unknown;
  readonly tracingConfiguration?: unknown;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A published version as stored; nothing of it changes. Times are epoch milliseconds. */
export interface VersionRecord {
  readonly arn: string;
  readonly number: number;
  readonly machineArn: string;
  readonly revision: string;
  readonly roleArn: string;
  readonly loggingConfiguration?: unknown;
  readonly tracingConfiguration?: unknown;
  readonly description?: string;
  readonly createdAt: number;
}

/** One of at most two versions that an alias leads to. */
export interface Route {
  readonly stateMachineVersionArn: string;
  /** Of 100 starts, so many. */
  readonly weight: number;
}

/** An alias as stored. Times are epoch milliseconds. */
export interface AliasRecord {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly description?: string;
  readonly routing: readonly Route[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The task of another execution that waits for this one (`startExecution.sync`). */
export interface ParentTask {
  readonly arn: string;
  readonly thread: string;
  readonly task: number;
}

/** Which part of its machine such an execution runs, and how many items it works on. */
export interface MapRunChild {
  readonly arn: string;
  readonly label: string;
  readonly path: readonly FlowStep[];
  readonly items: number;
}

/** A run of a Distributed Map as stored. Times are epoch milliseconds. */
export interface MapRunRecord {
  readonly arn: string;
  readonly executionArn: string;
  /** `<machine arn>/<label>` */
  readonly machineArn: string;
  readonly status: 'RUNNING' | MapRunEnd;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number;
  readonly toleratedFailurePercentage: number;
  /** How many executions there will be, and how many items each works on where that is not one. */
  readonly children: number;
  readonly sizes?: readonly number[];
  readonly redrives?: { readonly count: number; readonly at: number };
}

/** An execution as stored, beside its history. Times are epoch milliseconds. */
export interface ExecutionRecord {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  /** The version that it was started on, or that its alias led to. */
  readonly versionArn?: string;
  readonly aliasArn?: string;
  /** As the machine or the version was when it started; absent where nothing is logged. */
  readonly logging?: Logging;
  readonly revision: string;
  readonly roleArn: string;
  readonly status: ExecutionStatus;
  /** JSON text, as it was given. */
  readonly input: string;
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly traceHeader?: string;
  readonly parent?: ParentTask;
  /** Of an execution that a Distributed Map started. */
  readonly mapRun?: MapRunChild;
  /** How many events its history has; written when it ends. */
  readonly events?: number;
  readonly redrives?: RedriveRecord;
  /** The answers of its tasks, which are not called, when it was started on a test case. */
  readonly mocks?: Mocks;
}

/** How an execution was redriven. Times are epoch milliseconds. */
export interface RedriveRecord {
  readonly count: number;
  readonly at: number;
  /** The last requests, newest last: the same request again is answered as before. */
  readonly requests: readonly { readonly token: string; readonly at: number }[];
}
