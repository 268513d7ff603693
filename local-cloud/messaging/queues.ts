import { AwsError } from '../errors/aws-error.js';
import type { Clock } from '../clock/clock.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import type { OutgoingMessage } from './message.js';
import * as z from 'zod';
import { policySchema, type Policy } from '../iam/policy.js';
import { MadeResources } from '../storage/made-resources.js';
import { Queue, type QueueConfig } from './queue.js';

const madeSchema = z.object({
  name: z.string(),
  arn: z.string(),
  visibilitySeconds: z.number(),
  retentionSeconds: z.number(),
  delaySeconds: z.number(),
  waitSeconds: z.number().optional(),
  largestMessage: z.number().optional(),
  redrive: z.object({ deadLetterArn: z.string(), maxReceiveCount: z.number() }).optional(),
  policies: z.array(policySchema),
});

/** All queues, and the batch that puts messages into several of them or into none. */
export class Queues {
  private readonly byArn = new Map<string, Queue>();
  private readonly made: MadeResources;
  private readonly madeArns = new Set<string>();

  constructor(
    private readonly clock: Clock,
    private readonly store: KeyValueStore,
  ) {
    this.made = new MadeResources(store, 'queue');
  }

  async add(config: QueueConfig): Promise<Queue> {
    const queue = new Queue(config, this.clock, this.store, (arn) => this.get(arn));
    await queue.recover();
    this.byArn.set(config.arn, queue);
    return queue;
  }

  /** A queue that a client makes, kept as the assembly's are. */
  async make(config: QueueConfig, policies: readonly Policy[]): Promise<Queue> {
    const queue = await this.add(config);
    queue.policies.push(...policies);
    this.madeArns.add(config.arn);
    await this.keep(queue);
    return queue;
  }

  /** To be called when a queue was changed; what the assembly says of its own queues holds again at the next start. */
  async keep(queue: Queue): Promise<void> {
    if (!this.madeArns.has(queue.config.arn)) return;
    const { url: _host, ...config } = queue.config;
    await this.made.keep(config.name, { ...config, policies: queue.policies });
  }

  /** With everything in it. */
  async remove(queue: Queue): Promise<void> {
    await queue.purge();
    await this.made.forget(queue.config.name);
    this.byArn.delete(queue.config.arn);
    this.madeArns.delete(queue.config.arn);
  }

  /** Brings back queues that clients made in an earlier life, and the assembly has not made since. */
  async resume(urlOf: (name: string) => string): Promise<void> {
    for (const value of await this.made.all()) {
      const { policies, ...config } = madeSchema.parse(value);
      if (!this.byArn.has(config.arn)) await this.make({ ...config, url: urlOf(config.name) }, policies);
    }
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
