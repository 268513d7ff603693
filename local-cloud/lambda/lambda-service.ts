import { randomUUID } from 'node:crypto';
import { AwsError } from '../errors/aws-error.js';
import type { Clock } from '../clock/clock.js';
import type { Faults } from '../faults/faults.js';
import type { Identities } from '../iam/identities.js';
import type { Meters } from '../meters/meters.js';
import { isCalled, type FunctionConfig } from './function-config.js';
import { FunctionPool, type PoolOptions } from './function-pool.js';
import { IdleEnvironments } from './idle-environments.js';
import type { LogBook } from './log-book.js';
import { logTail } from './log-tail.js';
import { Precedence } from './precedence.js';
import { ResourcePermissions } from './resource-permissions.js';

export interface LambdaOptions {
  readonly clock: Clock;
  readonly identities: Identities;
  readonly faults: Faults;
  readonly meters: Meters;
  readonly logs: LogBook;
  readonly region: string;
  /** Known once the AWS endpoint listens. */
  readonly endpoint: () => string;
  /** That endpoint, for functions in the host's thread. */
  readonly aws: PoolOptions['aws'];
  readonly simulation: PoolOptions['simulation'];
  /** How long an environment that nobody uses stays, seconds of the machine's time. */
  readonly keepWarmSeconds: number | undefined;
}

export interface Invocation {
  readonly requestId: string;
  /** As in the API: present when the function failed. */
  readonly functionError?: 'Unhandled';
  /** JSON text. */
  readonly payload: string;
  /** The run time as it is billed, on this machine. */
  readonly milliseconds: number;
}

/** The functions of the assembly and the one way to invoke them. */
export class LambdaService {
  readonly permissions = new ResourcePermissions();
  readonly precedence = new Precedence();
  private readonly pools: FunctionPool[] = [];
  private readonly idle: IdleEnvironments;
  private closed = false;

  constructor(private readonly options: LambdaOptions) {
    this.idle = new IdleEnvironments(options.keepWarmSeconds);
  }

  add(config: FunctionConfig): void {
    const { logs, clock, ...options } = this.options;
    const log = (line: { stream: 'stdout' | 'stderr'; text: string; requestId: string | undefined }) =>
      logs.add({ ...line, at: clock.now(), function: config.name });
    this.pools.push(new FunctionPool(config, { ...options, log, idle: this.idle }));
  }

  /** Ends what it does; one that is called no more. */
  async remove(name: string): Promise<void> {
    const index = this.pools.findIndex(({ config }) => config.name === name);
    const [pool] = index < 0 ? [] : this.pools.splice(index, 1);
    await pool?.close();
  }

  functions(): readonly FunctionConfig[] {
    return this.pools.map(({ config }) => config);
  }

  /** The function of this name, ARN or logical id; rejects with ResourceNotFoundException. */
  find(reference: string): FunctionConfig {
    return this.pool(reference).config;
  }

  /**
   * Invokes and waits for the answer. A function that fails is an answer too; only what Lambda itself refuses rejects.
   * `execution` is the state machine execution that the work is for, if any.
   */
  async invoke(reference: string, event: string, execution?: string): Promise<Invocation> {
    const pool = this.pool(reference);
    const end = this.options.clock.begin();
    try {
      await this.options.faults.strikeCall('lambda', 'Invoke', execution);
      if (pool.isFull) throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429);
      const leave = pool.enter();
      return await this.run(pool, event, execution).finally(leave);
    } finally {
      end();
    }
  }

  /** The end of what an invocation of the function wrote, as Lambda hands it back to who asks. */
  logTail(reference: string, invocation: Invocation): string {
    return logTail(this.find(reference), invocation, this.options.logs.lines());
  }

  /** For a bundle that was replaced: the next call of the function loads it. */
  renew(reference: string): void {
    this.pool(reference).renew();
  }

  /** Whether the host ends: what fails from now on says nothing of the functions. */
  get isClosed(): boolean {
    return this.closed;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.pools.map((pool) => pool.close()));
  }

  private async run(pool: FunctionPool, event: string, execution: string | undefined): Promise<Invocation> {
    const requestId = randomUUID();
    const failure = await this.options.faults.strikeFunction(
      (name) => isCalled(pool.config, name),
      execution,
    );
    if (failure !== undefined) {
      const payload = JSON.stringify({
        errorType: failure,
        errorMessage: `${failure} on request`,
        trace: [],
      });
      return { requestId, functionError: 'Unhandled', payload, milliseconds: 0 };
    }
    const outcome = await pool.invoke(requestId, event, execution);
    const { milliseconds } = outcome;
    this.meter(pool.config, execution, milliseconds);
    if (!outcome.failed) return { requestId, payload: outcome.payload, milliseconds };
    this.logFailure(pool.config, requestId, outcome.payload);
    return { requestId, functionError: 'Unhandled', payload: outcome.payload, milliseconds };
  }

  private meter(
    { memoryMegabytes }: FunctionConfig,
    execution: string | undefined,
    billedMilliseconds: number,
  ): void {
    const gigabyteSeconds = (billedMilliseconds / 1000) * (memoryMegabytes / 1024);
    this.options.meters.add(execution, { invocations: 1, billedMilliseconds, gigabyteSeconds });
  }

  private logFailure({ name }: FunctionConfig, requestId: string, payload: string): void {
    const at = this.options.clock.now();
    this.options.logs.add({
      at,
      function: name,
      requestId,
      stream: 'stderr',
      text: `Invoke Error ${payload}\n`,
    });
  }

  private pool(reference: string): FunctionPool {
    const pool = this.pools.find(({ config }) => config.arn === reference || config.name === reference);
    const found =
      pool ?? this.pools.find(({ config }) => isCalled(config, reference.replace(/:\$LATEST$/, '')));
    if (found === undefined)
      throw new AwsError('ResourceNotFoundException', `Function not found: ${reference}`, 404);
    return found;
  }
}
