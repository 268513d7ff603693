import { randomUUID } from 'node:crypto';
import { AwsError } from '../errors/aws-error.js';
import type { Clock } from '../clock/clock.js';
import { decide } from '../iam/decide.js';
import type { AsyncInvocations } from '../lambda/async-invocations.js';
import type { LambdaService } from '../lambda/lambda-service.js';
import * as z from 'zod';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { MadeResources } from '../storage/made-resources.js';
import type { MessageAttribute, OutgoingMessage } from './message.js';
import type { Queue } from './queue.js';
import type { Queues } from './queues.js';
import { lambdaRecord, queueEnvelope, type Notification } from './sns-notification.js';

export type Subscription =
  | { readonly protocol: 'sqs'; readonly arn: string; readonly queueArn: string; readonly raw: boolean }
  | { readonly protocol: 'lambda'; readonly arn: string; readonly functionArn: string }
  /** Mail and the like: the host has nobody to deliver to, and says so in its log. */
  | { readonly protocol: 'outside'; readonly arn: string; readonly endpoint: string };

export interface PublishInput {
  readonly message: string;
  readonly subject?: string | undefined;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
}

interface Topic {
  readonly arn: string;
  readonly name: string;
  readonly subscriptions: Subscription[];
}

export interface TopicsOptions {
  readonly clock: Clock;
  readonly queues: Queues;
  readonly lambda: LambdaService;
  readonly invocations: AsyncInvocations;
  readonly warn: (text: string) => void;
  readonly store: KeyValueStore;
}

const madeTopicSchema = z.object({ arn: z.string(), name: z.string() });
const madeSubscriptionSchema = z.object({
  topicArn: z.string(),
  subscription: z.discriminatedUnion('protocol', [
    z.object({ protocol: z.literal('sqs'), arn: z.string(), queueArn: z.string(), raw: z.boolean() }),
    z.object({ protocol: z.literal('lambda'), arn: z.string(), functionArn: z.string() }),
    z.object({ protocol: z.literal('outside'), arn: z.string(), endpoint: z.string() }),
  ]),
});

const isSameEndpoint = (one: Subscription, other: Subscription): boolean =>
  JSON.stringify({ ...one, arn: '' }) === JSON.stringify({ ...other, arn: '' });

/** Standard topics. A message is with every subscriber's queue, on disk, before its publisher is answered. */
export class Topics {
  private readonly topics = new Map<string, Topic>();
  private readonly made: MadeResources;
  private readonly madeSubscriptions: MadeResources;

  constructor(private readonly options: TopicsOptions) {
    this.made = new MadeResources(options.store, 'topic');
    this.madeSubscriptions = new MadeResources(options.store, 'subscription');
  }

  add(arn: string, name: string): void {
    this.topics.set(arn, { arn, name, subscriptions: [] });
  }

  list(): readonly { readonly arn: string; readonly name: string }[] {
    return [...this.topics.values()];
  }

  subscribe(topicArn: string, subscription: Subscription): void {
    this.get(topicArn).subscriptions.push(subscription);
  }

  /** Who is told of what is published to the topic. Throws NotFound. */
  subscriptions(topicArn: string): readonly Subscription[] {
    return this.get(topicArn).subscriptions;
  }

  /** A topic that a client makes, kept as the assembly's are; one that is there stays as it is. */
  async make(arn: string, name: string): Promise<void> {
    if (this.topics.has(arn)) return;
    this.add(arn, name);
    await this.made.keep(arn, { arn, name });
  }

  /** With its subscriptions; one that is not there is no error. */
  async remove(arn: string): Promise<void> {
    const topic = this.topics.get(arn);
    if (topic === undefined) return;
    const arns = topic.subscriptions.map((subscription) => subscription.arn);
    for (const subscribed of arns) await this.unsubscribe(subscribed);
    this.topics.delete(arn);
    await this.made.forget(arn);
  }

  /** The ARN of a subscription that a client makes; who is subscribed already keeps theirs. Throws NotFound. */
  async makeSubscription(topicArn: string, subscription: Subscription): Promise<string> {
    const { subscriptions } = this.get(topicArn);
    const same = subscriptions.find((one) => isSameEndpoint(one, subscription));
    if (same !== undefined) return same.arn;
    subscriptions.push(subscription);
    await this.madeSubscriptions.keep(subscription.arn, { topicArn, subscription });
    return subscription.arn;
  }

  /** One that is not there is no error. */
  async unsubscribe(arn: string): Promise<void> {
    for (const { subscriptions } of this.topics.values()) {
      const index = subscriptions.findIndex((subscription) => subscription.arn === arn);
      if (index >= 0) subscriptions.splice(index, 1);
    }
    await this.madeSubscriptions.forget(arn);
  }

  /** Brings back topics that clients made in an earlier life; a subscription to a topic that is gone is none. */
  async resume(): Promise<void> {
    for (const value of await this.made.all()) {
      const { arn, name } = madeTopicSchema.parse(value);
      if (!this.topics.has(arn)) this.add(arn, name);
    }
    for (const value of await this.madeSubscriptions.all()) {
      const { topicArn, subscription } = madeSubscriptionSchema.parse(value);
      this.topics.get(topicArn)?.subscriptions.push(subscription);
    }
  }

  /** The message id. Rejects with NotFound for an unknown topic. */
  async publish(topicArn: string, input: PublishInput): Promise<string> {
    const topic = this.get(topicArn);
    const notification: Notification = {
      ...input,
      attributes: input.attributes ?? {},
      id: randomUUID(),
      topicArn,
      at: this.options.clock.now(),
    };
    await this.options.queues.sendAll(this.forQueues(topic, notification));
    for (const subscription of topic.subscriptions) await this.deliver(subscription, notification);
    return notification.id;
  }

  private get(arn: string): Topic {
    const topic = this.topics.get(arn);
    if (topic === undefined) throw new AwsError('NotFound', 'Topic does not exist', 404);
    return topic;
  }

  private forQueues(topic: Topic, notification: Notification): { queue: Queue; message: OutgoingMessage }[] {
    return topic.subscriptions.flatMap((subscription) => {
      if (subscription.protocol !== 'sqs') return [];
      const queue = this.options.queues.get(subscription.queueArn);
      if (!this.mayDeliver(topic.arn, queue)) return [];
      const message = subscription.raw
        ? { body: notification.message, attributes: notification.attributes }
        : { body: queueEnvelope(notification, subscription.arn) };
      return [{ queue, message }];
    });
  }

  /** SNS drops silently what the queue's policy does not let in; the host says so. */
  private mayDeliver(topicArn: string, queue: Queue): boolean {
    const context = {
      'aws:sourcearn': [topicArn],
      'aws:sourceaccount': topicArn.split(':').slice(4, 5),
      'aws:securetransport': ['true'],
    };
    const request = {
      action: 'sqs:SendMessage',
      resource: queue.config.arn,
      service: 'sns.amazonaws.com',
      context,
    };
    const allowed = decide(queue.policies, request) === 'allowed';
    if (!allowed)
      this.options.warn(
        `${topicArn} may not send to ${queue.config.arn}: the queue's policy does not allow sns.amazonaws.com`,
      );
    return allowed;
  }

  private async deliver(subscription: Subscription, notification: Notification): Promise<void> {
    switch (subscription.protocol) {
      case 'sqs':
        return;
      case 'lambda': {
        const { functionArn, arn } = subscription;
        const allowed = this.options.lambda.permissions.allows(
          functionArn,
          'sns.amazonaws.com',
          notification.topicArn,
        );
        if (!allowed)
          this.options.warn(
            `${notification.topicArn} may not invoke ${functionArn}: there is no permission for sns.amazonaws.com`,
          );
        else
          await this.options.invocations.accept({
            functionArn,
            event: JSON.stringify({ Records: [lambdaRecord(notification, arn)] }),
          });
        return;
      }
      case 'outside':
        this.options.warn(
          `${notification.topicArn} published to ${subscription.endpoint}, which the local cloud does not reach`,
        );
    }
  }
}
