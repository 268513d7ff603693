import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { unqualified } from './function-reference.js';
import type { LambdaService } from './lambda-service.js';

const PREFIX = 'invocation/';

/** Lambda tries an asynchronous invocation again after one minute, then after two. */
const RETRY_DELAYS = [60_000, 120_000] as const;

const storedSchema = z.object({
  functionArn: z.string(),
  event: z.string(),
  attempts: z.number(),
  /** Epoch milliseconds of the next attempt. */
  dueAt: z.number(),
});

type Stored = z.infer<typeof storedSchema>;

export interface AsyncOptions {
  readonly clock: Clock;
  readonly store: KeyValueStore;
  readonly lambda: LambdaService;
  readonly warn: (text: string) => void;
  /** Puts an event that was given up into the queue (its ARN) that the function names for them. */
  readonly deadLetter: (queueArn: string, event: string) => Promise<void>;
}

/** Events that were accepted for a function and that nobody waits for (SNS, schedules): kept until they are done. */
export class AsyncInvocations {
  private readonly failureQueues = new Map<string, string>();
  /** Of a function with all its versions and aliases. */
  private readonly deadLetters = new Map<string, string>();
  private readonly retryLimits = new Map<string, number>();

  constructor(private readonly options: AsyncOptions) {}

  sendFailuresTo(functionArn: string, queueArn: string): void {
    this.failureQueues.set(functionArn, queueArn);
  }

  sendDeadLettersTo(functionArn: string, queueArn: string): void {
    this.deadLetters.set(functionArn, queueArn);
  }

  limitRetries(functionArn: string, retries: number): void {
    this.retryLimits.set(functionArn, retries);
  }

  /** Answers once the event is on disk; it runs at once. */
  async accept({
    functionArn,
    event,
  }: {
    readonly functionArn: string;
    readonly event: string;
  }): Promise<void> {
    const stored: Stored = { functionArn, event, attempts: 0, dueAt: this.options.clock.now() };
    const key = `${PREFIX}${randomUUID()}`;
    await this.options.store.batch([{ key, value: JSON.stringify(stored) }]);
    this.attempt(key, stored);
  }

  /** Takes up what the disk holds. */
  async resume(): Promise<void> {
    for await (const [key, value] of this.options.store.range({ from: PREFIX, to: `${PREFIX}\uffff` })) {
      this.arm(key, storedSchema.parse(JSON.parse(value)));
    }
  }

  private arm(key: string, stored: Stored): void {
    this.options.clock.schedule(stored.dueAt, () => this.attempt(key, stored));
  }

  private attempt(key: string, stored: Stored): void {
    const end = this.options.clock.begin();
    void this.run(key, stored)
      .catch((error: unknown) =>
        this.options.warn(`an event for ${stored.functionArn} is left for the next start: ${String(error)}`),
      )
      .finally(end);
  }

  private async run(key: string, stored: Stored): Promise<void> {
    const { clock, store, lambda, deadLetter } = this.options;
    const succeeded = await lambda.precedence
      .rest(() => lambda.invoke(stored.functionArn, stored.event))
      .then(({ functionError }) => functionError === undefined)
      .catch(() => false);
    const mayRetry = stored.attempts < (this.retryLimits.get(stored.functionArn) ?? RETRY_DELAYS.length);
    const delay = mayRetry ? RETRY_DELAYS[stored.attempts] : undefined;
    if (!succeeded && delay !== undefined) {
      const next = { ...stored, attempts: stored.attempts + 1, dueAt: clock.now() + delay };
      await store.batch([{ key, value: JSON.stringify(next) }]);
      this.arm(key, next);
      return;
    }
    const { functionArn } = stored;
    const queueArn = this.failureQueues.get(functionArn) ?? this.deadLetters.get(unqualified(functionArn));
    if (!succeeded && queueArn !== undefined) await deadLetter(queueArn, stored.event);
    await store.batch([{ key, value: undefined }]);
  }
}
