import * as z from 'zod';
import type { Queue } from '../../../messaging/queue.js';
import { AwsError } from '../../../errors/aws-error.js';
import { MOST_BYTES } from './send-message.js';
import { sqsOperation, type SqsOperation } from './sqs-operation.js';

/** Attributes that AWS knows besides those answered; asked for by name, they are left out as if they were not set. */
const NOT_KEPT = new Set([
  'ContentBasedDeduplication',
  'CreatedTimestamp',
  'DeduplicationScope',
  'FifoQueue',
  'FifoThroughputLimit',
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'LastModifiedTimestamp',
  'RedriveAllowPolicy',
  'SqsManagedSseEnabled',
]);

function attributesOf(queue: Queue): Record<string, string | undefined> {
  const { redrive, ...config } = queue.config;
  const { visible, inFlight, delayed } = queue.counts();
  return {
    QueueArn: config.arn,
    VisibilityTimeout: String(config.visibilitySeconds),
    MessageRetentionPeriod: String(config.retentionSeconds),
    DelaySeconds: String(config.delaySeconds),
    ReceiveMessageWaitTimeSeconds: String(config.waitSeconds ?? 0),
    MaximumMessageSize: String(config.largestMessage ?? MOST_BYTES),
    Policy: queue.policies.length === 0 ? undefined : JSON.stringify(queue.policies[0]),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    RedrivePolicy:
      redrive &&
      JSON.stringify({
        deadLetterTargetArn: redrive.deadLetterArn,
        maxReceiveCount: redrive.maxReceiveCount,
      }),
  };
}

export const getQueueAttributes: SqsOperation = sqsOperation(
  { AttributeNames: z.array(z.string()).default([]) },
  (queue, { AttributeNames }) => {
    const all = attributesOf(queue);
    const unknown = AttributeNames.find((name) => name !== 'All' && !(name in all) && !NOT_KEPT.has(name));
    if (unknown !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
    const wanted = Object.entries(all).filter(
      ([name, value]) =>
        value !== undefined && (AttributeNames.includes('All') || AttributeNames.includes(name)),
    );
    return { Attributes: Object.fromEntries(wanted) };
  },
);
