import * as z from 'zod';
import { unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

export const snsTopic = resourceType({
  type: 'AWS::SNS::Topic',
  support: 'standard topics',
  properties: z.object({
    TopicName: z.string().optional(),
    FifoTopic: unsupported('FIFO topics'),
    Subscription: unsupported('subscriptions inside a topic; use AWS::SNS::Subscription'),
  }),
  deploy: ({ TopicName }, { host, name, arn }) => {
    const topicName = name(TopicName, 256);
    const topicArn = arn('sns', topicName);
    host.topics.add(topicArn, topicName);
    return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: topicName } };
  },
});
