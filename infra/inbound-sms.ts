import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ResidentDataKey } from './resident-data-key.js';
import { FUNCTION_TIMEOUT } from './town-function.js';

/** A text that failed this often is kept in the dead-letter queue for a person to look at. */
const ATTEMPTS = 5;

/** The carrier's door for texts that people send: topic, queue, function; nothing is lost on the way. */
export class InboundSms extends Construct {
  private readonly topic: Topic;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: { readonly receiver: LambdaFunction; readonly encryptionKey: ResidentDataKey },
  ) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: props.encryptionKey, enforceSSL: true });
    this.allowCarrier();
    const queue = this.queue();
    // Raw: the queue's message is the carrier's JSON itself.
    this.topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
    props.receiver.addEventSource(
      new SqsEventSource(queue, {
        // One text that fails must not bring back the nine beside it.
        reportBatchItemFailures: true,
        batchSize: 10,
        // Carriers deliver an evening's answers at once; more at a time would only compete for the same requests.
        maxConcurrency: 5,
      }),
    );
  }

  get topicArn(): string {
    return this.topic.topicArn;
  }

  /** Publish what a carrier outside AWS hands over. */
  allowHandingOver(door: LambdaFunction): void {
    door.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }));
    this.props.encryptionKey.allowPublishing(door);
  }

  /** AWS End User Messaging publishes what arrives at the town's number. */
  private allowCarrier(): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  private queue(): Queue {
    const kept = {
      // Texts hold phone numbers and people's words. SQS's own key suffices: the queues are read in this account only.
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest that SQS keeps a message: a fortnight to repair what fails.
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const deadLetters = new Queue(this, 'DeadLetters', kept);
    return new Queue(this, 'Queue', {
      ...kept,
      // Lambda's documentation asks for six times the function's timeout, so that a slow batch is not delivered twice.
      visibilityTimeout: Duration.seconds(6 * FUNCTION_TIMEOUT.toSeconds()),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: ATTEMPTS },
    });
  }
}
