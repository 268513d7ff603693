import type { AlarmState } from './alarms/alarms.js';
import type { ClockMode, ControlledClock } from './clock/clock.js';
import type { Pages } from './control/static-pages.js';
import type { Charge } from './dynamodb/charges.js';
import type { Fault } from './faults/fault.js';
import type { Access } from './iam/identities.js';
import type { DirectCalls } from './lambda/direct-calls.js';
import type { FunctionConfig } from './lambda/function-config.js';
import type { Invocation } from './lambda/lambda-service.js';
import type { LogLine } from './lambda/log-book.js';
import type { IncomingSms, SmsMessage } from './messaging/sms-carrier.js';
import type { Bill } from './meters/bill.js';
import type { Usage } from './meters/meters.js';
import type { Prices } from './meters/prices.js';
import type { StorageFailure } from './storage/storage-failure.js';
import type { OidcOptions } from './oidc/oidc-options.js';

export interface LocalCloudOptions {
  /** Folder of a synthesized cloud assembly (`cdk.out`); without it the cloud is empty, for clients to fill. */
  readonly assembly?: string | undefined;
  /** Folder that keeps tables, executions, queues and texts; without it everything is in memory. */
  readonly data?: string | undefined;
  /** Default: `real`. */
  readonly clock?: ClockMode | ControlledClock | undefined;
  /** Where the clock begins, epoch milliseconds; default: where the data folder left off, or the machine's time. */
  readonly start?: number | undefined;
  /** Port of the (first) distribution, else of the (first) HTTP API; 0, the default, picks a free one. */
  readonly port?: number | undefined;
  /** Port of the AWS endpoint; 0, the default, picks a free one. */
  readonly awsPort?: number | undefined;
  /** Another DynamoDB to use instead of the embedded one, such as `http://127.0.0.1:8000`. */
  readonly dynamodbEndpoint?: string | undefined;
  /** Default: `us-east-1`. */
  readonly region?: string | undefined;
  /** Default: `111111111111`. */
  readonly accountId?: string | undefined;
  /** The topic that incoming texts go to, by ARN or name; default: the stack output `InboundSmsTopicArn`. */
  readonly smsTopic?: string | undefined;
  /**
   * The mock file of AWS's Step Functions Local, for executions started on `<machine arn>#<test case>`; default: the
   * path in the environment variable SFN_MOCK_CONFIG.
   */
  readonly mockConfig?: string | undefined;
  /** Values of the templates' parameters, by name, in place of their defaults. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** An issuer of tokens for local runs, for the JWT authorizers of HTTP APIs; without it there is none. */
  readonly oidc?: OidcOptions | undefined;
  /** The prices for bills; default: AWS's list prices. */
  readonly prices?: Prices | undefined;
  /**
   * For simulations: functions run in the host's own thread, which is faster, and what they draw with `randomBytes`
   * follows from the seed. Nothing then limits their memory, and what never pauses cannot be stopped. Default: each
   * execution environment of a function has a thread of its own, and chance is chance.
   */
  readonly simulation?: { readonly seed: string } | undefined;
  /**
   * How long an execution environment of a function that nobody calls stays, seconds of the machine's time; default:
   * 300. One with a thread of its own has some 30 MB.
   */
  readonly keepWarmSeconds?: number | undefined;
  /** Whether distributions keep answers, as on AWS; default: each is asked for anew, so that reads are current. */
  readonly keepsAnswers?: boolean | undefined;
  /** Told of every decision about what a role wanted to do, allowed or not. */
  readonly onAccess?: ((access: Access) => void) | undefined;
  /** Told of every read and write that DynamoDB would bill: at which table or index, for which item's partition key. */
  readonly onCharge?: ((charge: Charge) => void) | undefined;
  /**
   * Told when the data folder fails, and nothing is taken in from then on, and (without a failure) when it can be
   * written again; default: a line on stderr, unless `logLevel` is `silent`.
   */
  readonly onOutage?: ((failure?: StorageFailure) => void) | undefined;
  /** Folders to serve under `/_local/pages/`. */
  readonly pages?: readonly Pages[] | undefined;
  /** `warn` (default) writes what the host notices to stderr, `debug` also what functions write, `silent` nothing. */
  readonly logLevel?: 'silent' | 'warn' | 'debug' | undefined;
}

/** A running local cloud. */
export interface LocalCloud {
  /** Address of the distribution, else of the HTTP API; empty when the assembly has neither. */
  readonly url: string;
  /** Address of the AWS endpoint. */
  readonly endpoint: string;
  /** Address of the built-in issuer of tokens, when there is one. */
  readonly issuer?: string | undefined;
  readonly region: string;
  readonly clock: ControlledClock;
  /** Outputs of all stacks, by their names. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly sms: {
    /** Texts that the hosted system sent, oldest first. */
    sent(): readonly SmsMessage[];
    /** A person sends a text; resolves once it has been accepted, not when it has been dealt with. */
    receive(text: IncomingSms): Promise<void>;
    /** The returned function ends the listening. */
    onSent(listener: (text: SmsMessage) => void): () => void;
  };
  readonly faults: {
    add(fault: Fault): void;
    clear(): void;
  };
  readonly meters: {
    total(): Usage;
    of(executionArn: string): Usage;
    /** The bill that AWS would send for one execution; without one, for everything. */
    bill(executionArn?: string): Bill;
  };
  /** The functions' output, and the host's own notices (function `host`). */
  logs(): readonly LogLine[];
  /** The alarms of the assembly as they stand now, by what functions measured in this life of the host. */
  alarms(): readonly AlarmState[];
  /** Carries out an SDK command as an administrator's client, without the wire: for tools in the host's thread. */
  readonly calls: DirectCalls;
  /** The functions of the assembly, each with the file that holds its module. */
  functions(): readonly Pick<FunctionConfig, 'logicalId' | 'name' | 'arn' | 'file'>[];
  /** For a module replaced in its file: the next call runs it. Data, clock and calls under way stay. */
  renew(functionReference: string): void;
  /**
   * Hosts this assembly in place of the one before, with the data, the clock and the addresses that are there; what was
   * under way goes on. Rejects, and hosts what it hosted before, when the assembly cannot be hosted. Without a data
   * folder there is nothing to go on with: it rejects at once.
   */
  redeploy(assembly: string): Promise<void>;
  /** Invokes a function by name, ARN or logical id (with or without CDK's hash) with this event. */
  invoke(functionReference: string, event: unknown): Promise<Invocation>;
  close(): Promise<void>;
}
