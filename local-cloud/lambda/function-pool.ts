import type { Identities } from '../iam/identities.js';
import type { Call, Environment, EnvironmentHost, EnvironmentSettings, Outcome } from './environment.js';
import type { FunctionConfig } from './function-config.js';
import { LATEST } from './function-reference.js';
import type { HostEndpoint } from './host-calls.js';
import { forgetScript } from './bundle-script.js';
import { HostThreadEnvironment } from './host-thread-environment.js';
import type { IdleEnvironments } from './idle-environments.js';
import { OwnThreadEnvironment } from './own-thread-environment.js';
import { type RandomBytes, seededBytes } from './seeded-bytes.js';

/** Calls at the same time get environments of their own up to this many; more wait. AWS would go on to 1,000. */
const ENVIRONMENTS_PER_FUNCTION = 4;

export interface PoolOptions {
  readonly identities: Identities;
  readonly region: string;
  readonly endpoint: () => string;
  /** The endpoint for functions that run in the host's thread. */
  readonly aws: () => HostEndpoint;
  /** Functions run in the host's thread, each drawing its random bytes from this seed. */
  readonly simulation: { readonly seed: string } | undefined;
  /**
   * Where environments in threads wait for the next call; those of a simulation stay, to be independent of the machine.
   */
  readonly idle: IdleEnvironments;
  readonly log: (line: {
    readonly stream: 'stdout' | 'stderr';
    readonly text: string;
    readonly requestId: string | undefined;
  }) => void;
}

/** An outcome with its run time as it would be billed: loading counts, waiting for an environment does not. */
export interface MeasuredOutcome extends Outcome {
  readonly milliseconds: number;
}

const settingsOf = (
  config: FunctionConfig,
  variables: Readonly<Record<string, string>>,
): EnvironmentSettings => ({
  about: {
    file: config.file,
    handler: config.handler,
    exportName: config.exportName,
    functionName: config.name,
    functionVersion: config.version ?? LATEST,
    memorySize: config.memoryMegabytes,
    logStreamName: variables['AWS_LAMBDA_LOG_STREAM_NAME'],
  },
  timeoutSeconds: config.timeoutSeconds,
  variables,
});

class PooledEnvironment {
  private execution: string | undefined;
  private readonly credentials;
  private readonly environment: Environment;

  constructor(
    config: FunctionConfig,
    private readonly options: PoolOptions,
    number: number,
    randomBytes: RandomBytes | undefined,
  ) {
    this.credentials = options.identities.issue(config.roleArn, config.name, () => this.execution);
    const host: EnvironmentHost = {
      log: (stream, text, requestId) => options.log({ stream, text, requestId }),
      calls: {
        call: (call) => options.aws().call(call),
        perform: (call) => options.aws().perform(this.credentials.accessKeyId, call),
      },
    };
    const settings = settingsOf(config, this.variables(config, number));
    this.environment =
      randomBytes === undefined
        ? new OwnThreadEnvironment(settings, host)
        : new HostThreadEnvironment(settings, { ...host, randomBytes });
  }

  get usable(): boolean {
    return this.environment.usable;
  }

  async invoke(call: Call, execution: string | undefined): Promise<MeasuredOutcome> {
    this.execution = execution;
    const started = performance.now();
    const outcome = await this.environment.invoke(call);
    this.execution = undefined;
    return { ...outcome, milliseconds: Math.ceil(performance.now() - started) };
  }

  async close(): Promise<void> {
    this.options.identities.revoke(this.credentials);
    await this.environment.close();
  }

  /** A function's environment as on AWS, with nothing of the host's own. */
  private variables(config: FunctionConfig, number: number): Record<string, string> {
    return {
      ...config.environment,
      AWS_ACCESS_KEY_ID: this.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: this.credentials.secretAccessKey,
      AWS_SESSION_TOKEN: this.credentials.sessionToken,
      AWS_REGION: this.options.region,
      AWS_DEFAULT_REGION: this.options.region,
      AWS_ENDPOINT_URL: this.options.endpoint(),
      AWS_LAMBDA_FUNCTION_NAME: config.name,
      AWS_LAMBDA_FUNCTION_VERSION: config.version ?? LATEST,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memoryMegabytes),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${config.name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: `local/${number}`,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs',
      LAMBDA_TASK_ROOT: config.file.slice(0, config.file.lastIndexOf('/')),
      _HANDLER: config.handler,
      TZ: ':UTC',
      NODE_ENV: config.environment['NODE_ENV'] ?? 'production',
      // The SDK would warn on every cold start that some later release of it drops this version of Node.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    };
  }
}

/** The execution environments of one function: warm ones are used first, new ones are made up to the limit. */
export class FunctionPool {
  private idle: PooledEnvironment[] = [];
  private readonly busy = new Set<PooledEnvironment>();
  /** Those of the busy ones that run a module which has been replaced. */
  private readonly outdated = new Set<PooledEnvironment>();
  private readonly ending = new Set<Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  /** One sequence for all environments: which of them is called may be for the machine to say. */
  private readonly randomBytes: RandomBytes | undefined;
  private made = 0;
  private running = 0;
  private closed = false;

  constructor(
    readonly config: FunctionConfig,
    private readonly options: PoolOptions,
  ) {
    const seed = options.simulation?.seed;
    this.randomBytes =
      seed === undefined
        ? undefined
        : seededBytes(
            [seed, config.name, ...(config.version === undefined ? [] : [config.version])].join(' '),
          );
  }

  /** From the next call on, the module is loaded anew; calls that are under way end with what they began with. */
  renew(): void {
    for (const environment of this.busy) this.outdated.add(environment);
    forgetScript(this.config.file);
    for (const environment of this.idle.splice(0)) {
      this.options.idle.take(environment);
      this.end(environment);
    }
  }

  /** Counts one more invocation, waiting ones included, until the returned function is called. */
  enter(): () => void {
    this.running += 1;
    return () => {
      this.running -= 1;
    };
  }

  /** Whether the function's reserved concurrency is used up. */
  get isFull(): boolean {
    return this.config.reservedConcurrency !== undefined && this.running >= this.config.reservedConcurrency;
  }

  async invoke(call: Call, execution: string | undefined): Promise<MeasuredOutcome> {
    const environment = await this.take();
    try {
      return await environment.invoke(call, execution);
    } finally {
      this.giveBack(environment);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const environment of this.idle) this.options.idle.take(environment);
    for (const environment of [...this.idle, ...this.busy]) this.end(environment);
    await Promise.all(this.ending);
  }

  private async take(): Promise<PooledEnvironment> {
    while (this.busy.size >= ENVIRONMENTS_PER_FUNCTION)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    const environment = this.warm() ?? this.make();
    this.busy.add(environment);
    return environment;
  }

  private warm(): PooledEnvironment | undefined {
    for (let environment = this.idle.pop(); environment !== undefined; environment = this.idle.pop()) {
      this.options.idle.take(environment);
      if (environment.usable) return environment;
    }
    return undefined;
  }

  private make(): PooledEnvironment {
    this.made += 1;
    return new PooledEnvironment(this.config, this.options, this.made, this.randomBytes);
  }

  private giveBack(environment: PooledEnvironment): void {
    this.busy.delete(environment);
    const isOutdated = this.outdated.delete(environment);
    if (environment.usable && !isOutdated && !this.closed) this.keep(environment);
    else this.end(environment);
    this.waiting.shift()?.();
  }

  private keep(environment: PooledEnvironment): void {
    this.idle.push(environment);
    if (this.randomBytes !== undefined) return;
    this.options.idle.keep(environment, () => {
      this.idle = this.idle.filter((other) => other !== environment);
      this.end(environment);
    });
  }

  /** Nobody waits for it but the end of the host: a thread within one long step of native code ends after that. */
  private end(environment: PooledEnvironment): void {
    const ended = environment.close().finally(() => this.ending.delete(ended));
    this.ending.add(ended);
  }
}
