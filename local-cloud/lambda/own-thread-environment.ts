import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import {
  type Environment,
  type EnvironmentHost,
  type EnvironmentSettings,
  failure,
  type Outcome,
  timedOut,
} from './environment.js';

/** Lambda gives a function ten seconds to load. */
const INIT_LIMIT = 10_000;
/** V8 needs some room of its own to start at all, whatever MemorySize says. */
const LEAST_HEAP_MEGABYTES = 64;

type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly payload: string }
  | { readonly kind: 'log'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'result' | 'failure'; readonly requestId: string; readonly payload: string };

/**
 * An execution environment in a worker thread of its own. The function's timeout is measured on the machine's clock: it
 * guards against code that hangs, and skipped time must not make it fire.
 */
export class OwnThreadEnvironment implements Environment {
  private readonly worker: Worker;
  private readonly ready: Promise<Outcome | undefined>;
  private requestId: string | undefined;
  private finish: ((outcome: Outcome) => void) | undefined;
  private exited = false;

  constructor(
    private readonly settings: EnvironmentSettings,
    private readonly host: EnvironmentHost,
  ) {
    const { about, variables } = settings;
    this.worker = new Worker(join(import.meta.dirname, 'runtime.mjs'), {
      env: { ...variables },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: Math.max(about.memorySize, LEAST_HEAP_MEGABYTES) },
      workerData: about,
    });
    this.ready = this.load();
  }

  get usable(): boolean {
    return !this.exited;
  }

  async invoke(requestId: string, event: string): Promise<Outcome> {
    this.requestId = requestId;
    const broken = await this.ready;
    if (broken !== undefined) {
      await this.close();
      return broken;
    }
    if (this.exited) return this.exitFailure(requestId, 'exit status 1');
    const limit = this.settings.timeoutSeconds * 1000;
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
    this.exited = true;
    this.finish?.(timedOut(requestId, this.settings.timeoutSeconds));
    await this.worker.terminate();
  }
}
