import * as z from 'zod';
import { policySchema } from '../iam/policy.js';
import { resourceType } from './resource-type.js';

export const sqsQueuePolicy = resourceType({
  type: 'AWS::SQS::QueuePolicy',
  support: 'decides which topics may send to the queue',
  properties: z.object({ Queues: z.array(z.string()), PolicyDocument: policySchema }),
  deploy: ({ Queues, PolicyDocument }, { host, logicalId }) => {
    for (const url of Queues) host.queues.find(url).policies.push(PolicyDocument);
    return { ref: logicalId, attributes: { Id: logicalId } };
  },
});
