import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { AwsError } from '../errors/aws-error.js';
import type { Clock } from '../clock/clock.js';
import type { Faults } from '../faults/faults.js';
import type { Identities } from '../iam/identities.js';
import type { Meters } from '../meters/meters.js';
import { isCalled, type FunctionConfig } from './function-config.js';
import { LATEST, splitReference } from './function-reference.js';
import { aliasArn, noSuchFunction, type FunctionAlias, type FunctionVersions } from './function-versions.js';
import { FunctionPool, type PoolOptions } from './function-pool.js';
import { IdleEnvironments } from './idle-environments.js';
import type { LogBook } from './log-book.js';
import { logTail } from './log-tail.js';
import { Precedence } from './precedence.js';
import { ResourcePermissions } from './resource-permissions.js';
import { seededBytes } from './seeded-bytes.js';

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
  readonly versions: FunctionVersions;
}

/** The target of a reference. */
interface Target {
  /** The function itself, whose concurrency counts. */
  readonly latest: FunctionPool;
  readonly pool: FunctionPool;
  /** As the caller named it: with its version or alias. */
  readonly arn: string;
}

export interface Invocation {
  readonly requestId: string;
  /** `$LATEST`, or the number of the version that ran. */
  readonly executedVersion: string;
  /** As in the API: present when the function failed. */
  readonly functionError?: 'Unhandled';
  /** JSON text. */
  readonly payload: string;
  /** The run time as it is billed, on this machine. */
  readonly milliseconds: number;
}

/** Threads that keep all processors busy, some of which wait for the host. */
const AT_ONCE = 3 * availableParallelism();

/** The functions of the assembly and the one way to invoke them. */
export class LambdaService {
  readonly permissions = new ResourcePermissions();
  readonly precedence: Precedence;
  readonly versions: FunctionVersions;
  private readonly pools: FunctionPool[] = [];
  /** Of published versions, by ARN; made when one is first asked for. */
  private readonly published = new Map<string, FunctionPool>();
  private readonly chances = new Map<string, () => number>();
  private readonly idle: IdleEnvironments;
  private closed = false;

  constructor(private readonly options: LambdaOptions) {
    // In a simulation functions run in one thread, in an order that time is not to change.
    this.precedence = new Precedence(options.simulation === undefined ? AT_ONCE : undefined);
    this.idle = new IdleEnvironments(options.keepWarmSeconds);
    this.versions = options.versions;
  }

  add(config: FunctionConfig): void {
    this.pools.push(this.poolOf(config));
  }

  private poolOf(config: FunctionConfig): FunctionPool {
    const { logs, clock, ...options } = this.options;
    const log = (line: { stream: 'stdout' | 'stderr'; text: string; requestId: string | undefined }) =>
      logs.add({ ...line, at: clock.now(), function: config.name });
    return new FunctionPool(config, { ...options, log, idle: this.idle });
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

  /**
   * The function of this name, ARN or logical id, or a version or an alias of it (`NAME:live`), whose ARN is then the
   * qualified one. Throws ResourceNotFoundException.
   */
  find(reference: string): FunctionConfig {
    const { pool, arn } = this.target(reference, () => 0);
    return pool.config.arn === arn ? pool.config : { ...pool.config, arn };
  }

  /** The function itself, whichever version or alias of it is named. */
  latest(reference: string): FunctionConfig {
    return this.latestPool(splitReference(reference).base, reference).config;
  }

  /**
   * Invokes and waits for the answer. A function that fails is an answer too; only what Lambda itself refuses rejects.
   * `execution` is the state machine execution that the work is for, if any.
   */
  async invoke(reference: string, event: string, execution?: string): Promise<Invocation> {
    const target = this.target(reference);
    const { latest } = target;
    const end = this.options.clock.begin();
    try {
      await this.options.faults.strikeCall('lambda', 'Invoke', execution);
      if (latest.isFull) throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429);
      const leave = latest.enter();
      const ran = await this.run(target, event, execution).finally(leave);
      return { ...ran, executedVersion: target.pool.config.version ?? LATEST };
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
    const { latest } = this.target(reference);
    latest.renew();
    for (const pool of this.published.values()) if (pool.config.file === latest.config.file) pool.renew();
  }

  /** Whether the host ends: what fails from now on says nothing of the functions. */
  get isClosed(): boolean {
    return this.closed;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.pools, ...this.published.values()].map((pool) => pool.close()));
  }

  private async run(
    { pool, arn }: Target,
    event: string,
    execution: string | undefined,
  ): Promise<Omit<Invocation, 'executedVersion'>> {
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
    const outcome = await pool.invoke({ requestId, event, arn }, execution);
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

  private target(reference: string, chance?: () => number): Target {
    const { base, qualifier } = splitReference(reference);
    const latest = this.latestPool(base, reference);
    if (qualifier === LATEST) return { latest, pool: latest, arn: latest.config.arn };
    const arn = `${latest.config.arn}:${qualifier}`;
    const alias = this.versions.findAlias(arn);
    const version = alias === undefined ? qualifier : this.drawn(alias, chance);
    return { latest, pool: version === LATEST ? latest : this.publishedPool(latest, version), arn };
  }

  private latestPool(base: string, reference: string): FunctionPool {
    const exact = this.pools.find(({ config }) => config.arn === base || config.name === base);
    const found = exact ?? this.pools.find(({ config }) => isCalled(config, base));
    if (found === undefined) throw noSuchFunction(reference);
    return found;
  }

  private publishedPool(latest: FunctionPool, number: string): FunctionPool {
    const arn = `${latest.config.arn}:${number}`;
    const version = this.versions.find(arn);
    if (version === undefined) throw noSuchFunction(arn);
    const pool = this.published.get(arn) ?? this.poolOf(this.versions.configOf(version, latest.config));
    this.published.set(arn, pool);
    return pool;
  }

  /** The version that an alias leads to this time. */
  private drawn(alias: FunctionAlias, chance = this.chanceOf(aliasArn(alias))): string {
    const { version, second } = alias;
    return second !== undefined && chance() > 1 - second.share ? second.version : version;
  }

  /** In a simulation it follows from the seed, as everything else does. */
  private chanceOf(arn: string): () => number {
    const seed = this.options.simulation?.seed;
    if (seed === undefined) return Math.random;
    const bytes = seededBytes(`${seed} ${arn}`);
    const chance = this.chances.get(arn) ?? (() => bytes(6).readUIntBE(0, 6) / 2 ** 48);
    this.chances.set(arn, chance);
    return chance;
  }
}
