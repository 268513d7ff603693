import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, type ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageNames } from './stage-names.js';
import { USUAL } from './town-function.js';

/**
 * A text that failed this often, once in each visibility timeout of three minutes, so for a day, is kept in the dead-letter
 * queue for a person to look at: what it needs may be down for a night, and only what is wrong with the text itself is a
 * person's. SQS takes 1,000 at most.
 */
const ATTEMPTS = 500;

export interface InboundSmsProps {
  readonly names: StageNames;
  readonly encryptionKey: Key;
  /** The service that publishes what arrives at the town's number; none where the town's own carrier hands it over. */
  readonly textCarrier?: ServicePrincipal | undefined;
}

/** The carrier's door for incoming texts: topic and queue, from which a function is fed; nothing is lost on the way. */
export class InboundSms extends Construct {
  readonly topic: Topic;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { names, encryptionKey, textCarrier }: InboundSmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      topicName: names('incoming-texts'),
      masterKey: encryptionKey,
      enforceSSL: true,
    });
    if (textCarrier) this.allow(textCarrier);
    [this.queue, this.deadLetters] = this.makeQueues(names);
    // Raw: the queue's message is the carrier's JSON itself.
    this.topic.addSubscription(new SqsSubscription(this.queue, { rawMessageDelivery: true }));
  }

  /** Has this function work on incoming texts. */
  feed(receiver: IFunction): void {
    receiver.addEventSource(
      new SqsEventSource(this.queue, {
        reportBatchItemFailures: true,
        // A text that is held up must not hold up those beside it.
        batchSize: 1,
        // Carriers deliver an evening's answers at once; more at a time would only compete for the same requests.
        maxConcurrency: 5,
      }),
    );
  }

  private allow(textCarrier: ServicePrincipal): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [textCarrier],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  private makeQueues(names: StageNames): [texts: Queue, deadLetters: Queue] {
    const kept = {
      // Texts hold phone numbers and people's words. SQS's own key suffices: the queues are read in this account only.
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest that SQS keeps a message: a fortnight to repair what fails.
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    };
    const deadLetters = new Queue(this, 'DeadLetters', {
      ...kept,
      queueName: names('incoming-texts-dead-letters'),
    });
    const queue = new Queue(this, 'Queue', {
      ...kept,
      queueName: names('incoming-texts'),
      // Lambda's documentation asks for six times the function's timeout, so that a slow batch is not delivered twice.
      visibilityTimeout: Duration.seconds(6 * USUAL.seconds),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: ATTEMPTS },
    });
    return [queue, deadLetters];
  }
}
