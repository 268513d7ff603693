import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import type { FunctionConfig } from './function-config.js';

/** Lambda gives a function ten seconds to load. */
const INIT_LIMIT = 10_000;
/** V8 needs some room of its own to start at all, whatever MemorySize says. */
const LEAST_HEAP_MEGABYTES = 64;

export interface Outcome {
  readonly failed: boolean;
  /** JSON text: the function's result, or `{errorType, errorMessage, trace}`. */
  readonly payload: string;
}

/** What an environment tells its owner. */
export interface EnvironmentHost {
  log(stream: 'stdout' | 'stderr', text: string, requestId: string | undefined): void;
}

type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly payload: string }
  | { readonly kind: 'log'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'result' | 'failure'; readonly requestId: string; readonly payload: string };

const failure = (errorType: string, errorMessage: string): Outcome => ({
  failed: true,
  payload: JSON.stringify({ errorType, errorMessage }),
});

/**
 * One worker thread that runs one invocation at a time, warm after the first. The function's timeout is measured on
 * the machine's clock: it guards against code that hangs, and skipped time must not make it fire.
 */
export class ExecutionEnvironment {
  private readonly worker: Worker;
  private readonly ready: Promise<Outcome | undefined>;
  private requestId: string | undefined;
  private finish: ((outcome: Outcome) => void) | undefined;
  private exited = false;

  constructor(
    private readonly config: FunctionConfig,
    environment: Readonly<Record<string, string>>,
    private readonly host: EnvironmentHost,
  ) {
    this.worker = new Worker(join(import.meta.dirname, 'runtime.mjs'), {
      env: { ...environment },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: Math.max(config.memoryMegabytes, LEAST_HEAP_MEGABYTES) },
      workerData: {
        file: config.file,
        handler: config.handler,
        exportName: config.exportName,
        functionName: config.name,
        functionArn: config.arn,
        memorySize: config.memoryMegabytes,
        logStreamName: environment['AWS_LAMBDA_LOG_STREAM_NAME'],
      },
    });
    this.ready = this.load();
  }

  /** False once the environment must not be used again. */
  get usable(): boolean {
    return !this.exited;
  }

  /** Runs one invocation; never rejects: whatever goes wrong is an outcome. */
  async invoke(requestId: string, event: string): Promise<Outcome> {
    this.requestId = requestId;
    const broken = await this.ready;
    if (broken !== undefined) {
      await this.close();
      return broken;
    }
    if (this.exited) return this.exitFailure(requestId, 'exit status 1');
    const limit = this.config.timeoutSeconds * 1000;
    return new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => void this.timeOut(requestId), limit);
      this.finish = (outcome) => {
        clearTimeout(timer);
        this.finish = undefined;
        this.requestId = undefined;
        resolve(outcome);
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.worker.postMessage({ requestId, event, deadline: Date.now() + limit });
    });
  }

  async close(): Promise<void> {
    this.exited = true;
    await this.worker.terminate();
  }

  private load(): Promise<Outcome | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => resolve(failure('Sandbox.Timedout', 'Init phase timed out after 10.00 seconds')),
        INIT_LIMIT,
      );
      const settle = (outcome: Outcome | undefined) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      this.worker.on('message', (message: FromWorker) => this.hear(message, settle));
      this.worker.on('error', (error) => this.fall(error, settle));
      this.worker.on('exit', (code) => {
        this.exited = true;
        const outcome = this.exitFailure(this.requestId ?? '', `exit status ${code}`);
        this.finish?.(outcome);
        settle(outcome);
      });
    });
  }

  private hear(message: FromWorker, settle: (outcome: Outcome | undefined) => void): void {
    switch (message.kind) {
      case 'ready':
        settle(undefined);
        break;
      case 'broken':
        settle({ failed: true, payload: message.payload });
        break;
      case 'log':
        this.host.log(message.stream, message.text, this.requestId);
        break;
      case 'result':
      case 'failure':
        this.finish?.({ failed: message.kind === 'failure', payload: message.payload });
        break;
    }
  }

  /** An error that nobody caught in the thread, or the end of its memory. */
  private fall(error: unknown, settle: (outcome: Outcome | undefined) => void): void {
    this.exited = true;
    const reason = error instanceof Error ? error : new Error(String(error));
    const outOfMemory = 'code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const outcome = outOfMemory
      ? this.exitFailure(this.requestId ?? '', 'signal: killed')
      : failure('Runtime.UnhandledPromiseRejection', `${reason.name}: ${reason.message}`);
    this.finish?.(outcome);
    settle(outcome);
  }

  private exitFailure(requestId: string, how: string): Outcome {
    return failure('Runtime.ExitError', `RequestId: ${requestId} Error: Runtime exited with error: ${how}`);
  }

  private async timeOut(requestId: string): Promise<void> {
    const seconds = this.config.timeoutSeconds.toFixed(2);
    this.exited = true;
    this.finish?.(
      failure('Sandbox.Timedout', `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`),
    );
    await this.worker.terminate();
  }
}
