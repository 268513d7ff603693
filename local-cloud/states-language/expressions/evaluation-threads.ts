import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BOUNDS, LASTED_TOO_LONG } from './evaluation-limits.js';
import type { Given } from './result-text.mjs';

/** An expression with all it may read. */
export interface Evaluation {
  readonly code: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds, for `$now` and `$millis`. */
  readonly millis: number;
  /** By name; the functions among them stay with the host. */
  readonly functions: Readonly<Record<string, unknown>>;
}

interface Waiting {
  readonly evaluation: Evaluation;
  readonly resolve: (given: Given) => void;
  /** With an object that has a `message`, and a `code` where the expression library has one. */
  readonly reject: (reason: unknown) => void;
}

type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'call';
      readonly question: number;
      readonly name: string;
      readonly given: readonly unknown[];
      /** The value that the function is called on, where it is given nothing: `name.$base64decode()`. */
      readonly context?: unknown;
    };

/** More would take the machine from the executions that go on meanwhile. */
const MOST_THREADS = 2;
/** A thread that had nothing to do for so long is ended; milliseconds. */
const KEPT_IDLE = 60_000;
const LOOK_AT_MEMORY_EVERY = 50;
const MEGABYTE = 1024 * 1024;
/** V8's own limit is the last resort, since a single step that goes far beyond it ends the process. */
const V8_MEGABYTES = 2_560;

const waiting: Waiting[] = [];
const threads = new Set<EvaluationThread>();

/** Evaluates an expression that may run away: whoever else is at work goes on, and after its time it fails. */
export function evaluateInThread(evaluation: Evaluation): Promise<Given> {
  return new Promise((resolve, reject) => {
    waiting.push({ evaluation, resolve, reject });
    handOut();
  });
}

function handOut(): void {
  while (waiting.length > 0) {
    let thread = [...threads].find(({ idle }) => idle);
    if (thread === undefined && threads.size < MOST_THREADS) threads.add((thread = new EvaluationThread()));
    const next = thread === undefined ? undefined : waiting.shift();
    if (next === undefined) return;
    thread?.take(next);
  }
}

class EvaluationThread {
  private readonly worker: Worker;
  private current: Waiting | undefined;
  private isReady = false;
  private endWatch: () => void = () => undefined;
  private closing: NodeJS.Timeout | undefined;

  constructor() {
    this.worker = new Worker(join(import.meta.dirname, 'evaluation-thread.mjs'), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: V8_MEGABYTES },
      workerData: { bounds: BOUNDS },
    });
    this.worker.on('message', (said: Said) => this.hear(said));
    this.worker.on('error', (error) => this.end(this.failureOf(error)));
    this.worker.on('exit', () => this.end({ message: 'The thread that evaluates expressions ended' }));
  }

  get idle(): boolean {
    return this.current === undefined;
  }

  take(next: Waiting): void {
    clearTimeout(this.closing);
    this.current = next;
    this.worker.ref();
    if (this.isReady) this.begin(next);
  }

  private begin({ evaluation }: Waiting): void {
    this.endWatch = this.watch();
    const { code, variables, millis } = evaluation;
    const functions = Object.entries(evaluation.functions).flatMap(([name, value]) =>
      typeof value === 'function' ? [[name, value.length]] : [],
    );
    this.send({ kind: 'evaluate', code, variables, millis, functions });
  }

  /** Its time begins with its evaluation, not with the start of the thread. */
  private watch(): () => void {
    const { longestMilliseconds, megabytes, tooLarge } = BOUNDS;
    const most = process.memoryUsage.rss() + megabytes * MEGABYTE;
    const late = setTimeout(() => this.stop(LASTED_TOO_LONG), longestMilliseconds);
    const memory = setInterval(() => {
      if (process.memoryUsage.rss() > most) this.stop({ message: tooLarge });
    }, LOOK_AT_MEMORY_EVERY);
    return () => {
      clearTimeout(late);
      clearInterval(memory);
    };
  }

  private hear(said: Said): void {
    switch (said.kind) {
      case 'ready':
        this.isReady = true;
        if (this.current !== undefined) this.begin(this.current);
        break;
      case 'given':
        this.finish()?.resolve(said.given);
        break;
      case 'failed':
        this.finish()?.reject(said.error);
        break;
      case 'call':
        this.answer(said);
    }
  }

  /** The host's own functions, which end soon. */
  private answer({ question, name, given, context }: Extract<Said, { kind: 'call' }>): void {
    try {
      const asked = this.current?.evaluation.functions[name];
      const value: unknown = typeof asked === 'function' ? Reflect.apply(asked, context, given) : undefined;
      this.send({ kind: 'answer', question, value });
    } catch (thrown) {
      // The library words an error from its code and other members, which an Error loses on its way.
      const members = thrown instanceof Error ? Object.fromEntries(Object.entries(thrown)) : {};
      const error = { ...members, message: thrown instanceof Error ? thrown.message : String(thrown) };
      this.send({ kind: 'answer', question, error });
    }
  }

  /** It is free for the next. */
  private finish(): Waiting | undefined {
    const done = this.current;
    this.endWatch();
    this.current = undefined;
    this.worker.unref();
    this.closing = setTimeout(() => this.stop(undefined), KEPT_IDLE).unref();
    queueMicrotask(handOut);
    return done;
  }

  private failureOf(error: unknown): unknown {
    const outOfMemory =
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return outOfMemory ? { message: BOUNDS.tooLarge } : error;
  }

  private stop(reason: unknown): void {
    this.end(reason);
    void this.worker.terminate();
  }

  /** Once; what it says afterwards is about nothing any more. */
  private end(reason: unknown): void {
    if (!threads.delete(this)) return;
    clearTimeout(this.closing);
    this.endWatch();
    this.current?.reject(reason);
    this.current = undefined;
    handOut();
  }

  private send(message: unknown): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.worker.postMessage(message);
  }
}
