import * as z from 'zod';
import { parsePlainJson } from '../assembly/json.js';
import { numeric, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const redrive = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: numeric });

const properties = z.object({
  QueueName: z.string().optional(),
  FifoQueue: unsupported('FIFO queues'),
  VisibilityTimeout: numeric.default(30),
  MessageRetentionPeriod: numeric.default(345_600),
  DelaySeconds: numeric.default(0),
  RedrivePolicy: z
    .union([redrive, z.string().transform((text) => redrive.parse(parsePlainJson(text)))])
    .optional(),
});

export const sqsQueue = resourceType({
  type: 'AWS::SQS::Queue',
  support: 'standard queues with visibility timeout, delay, retention and dead letters',
  properties,
  deploy: async (given, { host, name, arn }) => {
    const queueName = name(given.QueueName, 80);
    const queueArn = arn('sqs', queueName);
    const url = `${host.endpoint}/${host.accountId}/${queueName}`;
    await host.queues.add({
      name: queueName,
      arn: queueArn,
      url,
      visibilitySeconds: given.VisibilityTimeout,
      retentionSeconds: given.MessageRetentionPeriod,
      delaySeconds: given.DelaySeconds,
      redrive: given.RedrivePolicy && {
        deadLetterArn: given.RedrivePolicy.deadLetterTargetArn,
        maxReceiveCount: given.RedrivePolicy.maxReceiveCount,
      },
    });
    return { ref: url, attributes: { Arn: queueArn, QueueName: queueName, QueueUrl: url } };
  },
});
