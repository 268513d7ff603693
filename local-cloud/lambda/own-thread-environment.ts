import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import * as z from 'zod';
import {
  type Call,
  type Environment,
  type EnvironmentHost,
  type EnvironmentSettings,
  failure,
  type Outcome,
  timedOut,
} from './environment.js';
import { watchMemory } from './memory-watch.js';

/** Lambda gives a function ten seconds to load. */
const INIT_LIMIT = 10_000;
const MEGABYTE = 1024 * 1024;
/** V8 needs some room of its own to start at all, whatever MemorySize says. */
const LEAST_MEGABYTES = 64;
/**
 * The share of the host and of other threads, before a thread that does not pause is thought to have taken all the
 * time.
 */
const TAKEN_BY_OTHERS = 512;
/**
 * V8's own limit is the last resort: where a single step goes 16 MB beyond it, V8 does not end the thread but the
 * process. So others must have stopped the thread before. Young objects get a quarter of the room that V8 gives them for such a
 * MemorySize, or less: each of many threads takes all of it.
 */
const V8_BEYOND = 2048;
const YOUNG_MEGABYTES = 2;

/** Where in the signs stands how often the thread paused, and how much of what it wrote was not heard (runtime.mjs). */
const [PAUSES, UNHEARD] = [0, 1];

/** A thread can say anything, should a function find a way to speak for it. */
const fromWorkerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.enum(['broken', 'fallen']), payload: z.string() }),
  z.object({ kind: z.literal('log'), stream: z.enum(['stdout', 'stderr']), text: z.string() }),
  z.object({ kind: z.enum(['result', 'failure']), requestId: z.string(), payload: z.string() }),
]);

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
  private readonly signs = new Int32Array(new SharedArrayBuffer(8));
  private readonly megabytes: number;

  constructor(
    private readonly settings: EnvironmentSettings,
    private readonly host: EnvironmentHost,
  ) {
    const { about, variables } = settings;
    this.megabytes = Math.max(about.memorySize, LEAST_MEGABYTES);
    this.worker = new Worker(join(import.meta.dirname, 'runtime.mjs'), {
      env: { ...variables },
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: this.megabytes + V8_BEYOND,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
      workerData: { about, signs: this.signs, bytes: this.megabytes * MEGABYTE },
    });
    this.ready = this.load();
  }

  get usable(): boolean {
    return !this.exited;
  }

  async invoke({ requestId, event, arn }: Call): Promise<Outcome> {
    this.requestId = requestId;
    const broken = await this.ready;
    if (broken !== undefined) {
      await this.close();
      return broken;
    }
    if (this.exited) return this.exitFailure(requestId, 'exit status 1');
    const limit = this.settings.timeoutSeconds * 1000;
    return new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => this.stop(timedOut(requestId, this.settings.timeoutSeconds)), limit);
      const most = (this.megabytes + TAKEN_BY_OTHERS) * MEGABYTE;
      const pauses = () => Atomics.load(this.signs, PAUSES);
      const endWatch = watchMemory(most, pauses, () => this.stop(this.outOfMemory()));
      this.finish = (outcome) => {
        clearTimeout(timer);
        endWatch();
        this.finish = undefined;
        this.requestId = undefined;
        resolve(outcome);
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.worker.postMessage({ requestId, event, arn, deadline: Date.now() + limit });
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
      this.worker.on('message', (message) => this.hear(message, settle));
      this.worker.on('error', (error) => this.fall(error, settle));
      this.worker.on('exit', (code) => {
        this.end(this.exitFailure(this.requestId ?? '', `exit status ${code}`), settle);
      });
    });
  }

  private hear(said: unknown, settle: (outcome: Outcome | undefined) => void): void {
    const message = fromWorkerSchema.safeParse(said).data;
    switch (message?.kind) {
      case 'ready':
        settle(undefined);
        break;
      case 'broken':
        settle({ failed: true, payload: message.payload });
        break;
      case 'fallen':
        this.end({ failed: true, payload: message.payload }, settle);
        break;
      case 'log':
        Atomics.sub(this.signs, UNHEARD, 1);
        Atomics.notify(this.signs, UNHEARD);
        this.host.log(message.stream, message.text, this.requestId);
        break;
      case 'result':
      case 'failure':
        if (message.requestId === this.requestId)
          this.finish?.({ failed: message.kind === 'failure', payload: message.payload });
        break;
      case undefined:
        break;
    }
  }

  /** Handles an error that even the thread's own runtime did not catch, or the end of V8's memory. */
  private fall(error: unknown, settle: (outcome: Outcome | undefined) => void): void {
    const reason = error instanceof Error ? error : new Error(String(error));
    const isOutOfMemory = 'code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.end(isOutOfMemory ? this.outOfMemory() : failure(reason.name, reason.message), settle);
  }

  private end(outcome: Outcome, settle: (outcome: Outcome) => void): void {
    this.exited = true;
    this.finish?.(outcome);
    settle(outcome);
  }

  private exitFailure(requestId: string, how: string, errorType = 'Runtime.ExitError'): Outcome {
    return failure(errorType, `RequestId: ${requestId} Error: Runtime exited with error: ${how}`);
  }

  private outOfMemory(): Outcome {
    return this.exitFailure(this.requestId ?? '', 'signal: killed', 'Runtime.OutOfMemory');
  }

  private stop(outcome: Outcome): void {
    this.exited = true;
    this.finish?.(outcome);
    void this.worker.terminate();
  }
}
