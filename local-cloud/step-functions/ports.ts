import type { Clock } from '../clock/clock.js';
import type { KeyValueStore } from '../storage/key-value-store.js';

/** A call that a Task state makes to another service through an optimised or SDK integration. */
export interface IntegrationCall {
  /** `lambda`, `dynamodb`, `sns`, `sqs`, `events` ... the part after `:states:::`. */
  readonly service: string;
  /** `invoke`, `publish`, `putItem` ... */
  readonly action: string;
  /** The evaluated `Arguments`. */
  readonly arguments: unknown;
  /** The state machine's role, or the one that the task's Credentials name: its permissions decide. */
  readonly roleArn: string;
  readonly executionArn: string;
}

/** The integration's answer when it fails; Retry and Catch see `error` and `cause`. */
export class IntegrationError extends Error {
  constructor(
    readonly error: string,
    readonly errorCause: string,
  ) {
    super(`${error}: ${errorCause}`);
    this.name = 'IntegrationError';
  }
}

/** Runs one call and answers with the task's result (for `lambda:invoke` the envelope with `Payload`). */
export type Integrate = (call: IntegrationCall) => Promise<unknown>;

export interface StepFunctionsOptions {
  readonly clock: Clock;
  readonly store: KeyValueStore;
  readonly integrate: Integrate;
  /**
   * Asked before a Task calls Step Functions itself (`startExecution` in all its forms, `aws-sdk:sfn`), which does not
   * go through `integrate`. Rejects with AwsError when the role may not; without it everything is allowed.
   */
  readonly authorize?: (call: IntegrationCall) => Promise<void>;
  /**
   * Says when the answer of a task's call is told; default: as soon as it comes. The host passes one that tells the
   * answers of an execution in the order of its calls while time is skipped.
   */
  readonly inTurn?: <Answer>(executionArn: string, call: () => Promise<Answer>) => Promise<Answer>;
  /**
   * The mock file of AWS's Step Functions Local, for executions started on `<machine arn>#<test case>`; default: the
   * path in the environment variable SFN_MOCK_CONFIG.
   */
  readonly mockConfig?: string | undefined;
  readonly region: string;
  readonly accountId: string;
  /** Told of every state transition that AWS bills, retries too, for the meters. */
  readonly onTransition?: (executionArn: string) => void;
  /** Told of every event that a machine's logging configuration wants logged, with its group's name and its JSON text. */
  readonly onLogEntry?: (logGroup: string, text: string) => void;
  /** Told of every execution that a task of another one started and waits for (`.sync`), in each life of the host. */
  readonly onNested?: (executionArn: string, parentArn: string) => void;
  /**
   * So many executions that wait for something outside stay in memory, those that were reached last; the others are
   * read from the store again when something reaches them. Default: 2000.
   */
  readonly restingInMemory?: number;
  /** Unguessable text for task tokens and ids; given, so that tests can repeat it. */
  readonly randomId?: () => string;
}

export interface StepFunctions {
  /** One API operation of the wire protocol (`StartExecution`, ...): parsed input in, output out; rejects with AwsError. */
  handle(operation: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /** Takes up every open execution that the store holds: re-arms timers, runs again what had not finished. */
  resume(): Promise<void>;
  close(): Promise<void>;
}
