import { AwsError } from '../errors/aws-error.js';
import type { Clock } from '../clock/clock.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import type { OutgoingMessage } from './message.js';
import { Queue, type QueueConfig } from './queue.js';

/** All queues, and the batch that puts messages into several of them or into none. */
export class Queues {
  private readonly byArn = new Map<string, Queue>();

  constructor(
    private readonly clock: Clock,
    private readonly store: KeyValueStore,
  ) {}

  async add(config: QueueConfig): Promise<Queue> {
    const queue = new Queue(config, this.clock, this.store, (arn) => this.get(arn));
    await queue.recover();
    this.byArn.set(config.arn, queue);
    return queue;
  }

  /** Rejects with QueueDoesNotExist. */
  get(arn: string): Queue {
    const queue = this.byArn.get(arn);
    if (queue === undefined) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }

  /** By URL (whatever its host) or name. */
  find(reference: string): Queue {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    const queue = this.list().find(({ config }) => config.name === name);
    if (queue === undefined) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }

  list(): readonly Queue[] {
    return [...this.byArn.values()];
  }

  async sendAll(
    messages: readonly { readonly queue: Queue; readonly message: OutgoingMessage }[],
  ): Promise<void> {
    const prepared = messages.map(({ queue, message }) => queue.prepare([message]));
    await this.store.batch(prepared.flatMap(({ writes }) => writes));
    for (const { commit } of prepared) commit();
  }
}
