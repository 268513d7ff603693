import type { Clock } from '../clock/clock.js';
import type { Faults } from '../faults/faults.js';
import type { LambdaService } from '../lambda/lambda-service.js';
import { failedItems } from './batch-response.js';
import { sqsEvent } from './sqs-event.js';
import type { Queue, ReceivedMessage } from './queue.js';

export interface MappingConfig {
  readonly functionArn: string;
  readonly region: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly reportsItemFailures: boolean;
  readonly maximumConcurrency: number;
}

export interface MappingOptions {
  readonly clock: Clock;
  readonly lambda: LambdaService;
  readonly faults: Faults;
  readonly warn: (text: string) => void;
}

/**
 * Hands a queue's messages to a function as they arrive. What the function does not take stays hidden for the queue's
 * visibility timeout, then comes again, and in the end goes to the dead letters.
 */
export class EventSourceMapping {
  private running = 0;
  private draining = false;
  private again = false;
  private window: { readonly until: number } | undefined;

  constructor(
    private readonly queue: Queue,
    private readonly config: MappingConfig,
    private readonly options: MappingOptions,
  ) {}

  start(): void {
    this.queue.onAvailable(() => this.drain());
    this.drain();
  }

  private drain(): void {
    this.again = true;
    if (this.draining) return;
    this.draining = true;
    const end = this.options.clock.begin();
    void this.takeAll()
      .catch((error: unknown) => this.tell(error))
      .finally(() => {
        this.draining = false;
        end();
      });
  }

  private async takeAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      while (this.running < this.config.maximumConcurrency && !this.mustWait()) {
        const messages = await this.queue.receiveForFunction(this.config.batchSize);
        if (messages.length === 0) break;
        this.window = undefined;
        this.hand(messages);
      }
    }
  }

  /** An undelivered message stays in the queue and comes again. */
  private tell(error: unknown): void {
    this.options.warn(`messages of ${this.queue.config.name} were not delivered: ${String(error)}`);
  }

  /** Whether the batching window is still open: neither is the batch full nor has the time gone by. */
  private mustWait(): boolean {
    const { windowSeconds, batchSize } = this.config;
    if (windowSeconds === 0) return false;
    const { visible } = this.queue.counts();
    const now = this.options.clock.now();
    if (visible === 0 || visible >= batchSize) return false;
    if (this.window === undefined) {
      this.window = { until: now + windowSeconds * 1000 };
      this.options.clock.schedule(this.window.until, () => this.drain());
    }
    return now < this.window.until;
  }

  private hand(messages: readonly ReceivedMessage[]): void {
    this.running += 1;
    const end = this.options.clock.begin();
    void this.deliver(messages)
      .catch((error: unknown) => this.tell(error))
      .finally(() => {
        this.running -= 1;
        this.drain();
        end();
      });
  }

  private async deliver(messages: readonly ReceivedMessage[]): Promise<void> {
    const copies = this.options.faults.copies('queue');
    let failed: ReadonlySet<string> = new Set();
    try {
      for (let copy = 0; copy < copies; copy += 1) failed = await this.invoke(messages);
    } catch (error) {
      await this.queue.putBack(messages.map(({ receiptHandle }) => receiptHandle));
      throw error;
    }
    const handles = (wanted: boolean) =>
      messages.filter(({ id }) => failed.has(id) === wanted).map(({ receiptHandle }) => receiptHandle);
    // Cut off by the end of the host: the next start takes the message up as if this had not been.
    if (failed.size > 0 && this.options.lambda.isClosed) return;
    await this.queue.putBack(handles(true));
    await this.queue.delete(handles(false));
  }

  /** The ids of the messages that have to come again. */
  private async invoke(messages: readonly ReceivedMessage[]): Promise<ReadonlySet<string>> {
    const ids = messages.map(({ id }) => id);
    const event = sqsEvent(messages, this.queue.config.arn, this.config.region);
    const { lambda } = this.options;
    const { functionError, payload } = await lambda.precedence.rest(() =>
      lambda.invoke(this.config.functionArn, JSON.stringify(event)),
    );
    if (functionError !== undefined) return new Set(ids);
    return this.config.reportsItemFailures ? failedItems(payload, ids) : new Set();
  }
}
