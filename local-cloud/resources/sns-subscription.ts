import * as z from 'zod';
import type { Subscription } from '../messaging/topics.js';
import { flag, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const properties = z.object({
  TopicArn: z.string(),
  Protocol: z.enum(['sqs', 'lambda', 'email', 'email-json', 'sms']),
  Endpoint: z.string(),
  RawMessageDelivery: flag.default(false),
  FilterPolicy: unsupported('filter policies'),
});

function subscription(given: z.infer<typeof properties>, arn: string): Subscription {
  switch (given.Protocol) {
    case 'sqs':
      return { protocol: 'sqs', arn, queueArn: given.Endpoint, raw: given.RawMessageDelivery };
    case 'lambda':
      return { protocol: 'lambda', arn, functionArn: given.Endpoint };
    case 'email':
    case 'email-json':
    case 'sms':
      return { protocol: 'outside', arn, endpoint: `${given.Protocol} subscriber` };
  }
}

export const snsSubscription = resourceType({
  type: 'AWS::SNS::Subscription',
  support:
    'queues (raw or in the JSON envelope, if the queue policy allows it) and functions; mail and SMS only leave a log line',
  properties,
  deploy: (given, { host, logicalId }) => {
    const arn = `${given.TopicArn}:${logicalId}`;
    host.topics.subscribe(given.TopicArn, subscription(given, arn));
    return { ref: arn, attributes: { Arn: arn } };
  },
});
