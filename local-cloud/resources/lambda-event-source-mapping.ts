import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { EventSourceMapping } from '../messaging/event-source-mapping.js';
import type { Host } from './host.js';
import { flag, numeric, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

/** As many batches of one queue at the same time; AWS would go further, this machine gains nothing from it. */
const CONCURRENT_BATCHES = 4;

const properties = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string().regex(/^arn:[^:]+:sqs:/, 'only SQS queues can be mapped'),
  BatchSize: numeric.default(10),
  MaximumBatchingWindowInSeconds: numeric.default(0),
  FunctionResponseTypes: z.array(z.enum(['ReportBatchItemFailures'])).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: numeric.optional() }).optional(),
  Enabled: flag.default(true),
  FilterCriteria: unsupported('filter criteria'),
});

/** Lambda's checks when a mapping is made. */
function assertWorkable(host: Host, functionArn: string, queueArn: string): void {
  const { roleArn, timeoutSeconds } = host.lambda.find(functionArn);
  const caller = host.identities.assume(roleArn, 'EventSourceMapping');
  for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']) {
    if (!host.identities.isAllowed(caller, { action, resource: queueArn })) {
      throw new AssemblyError(
        `the function's execution role does not have permissions to call ${action} on ${queueArn}`,
      );
    }
  }
  const { visibilitySeconds } = host.queues.get(queueArn).config;
  if (visibilitySeconds < timeoutSeconds) {
    throw new AssemblyError(
      `Queue visibility timeout: ${visibilitySeconds} seconds is less than Function timeout: ${timeoutSeconds} seconds`,
    );
  }
}

export const lambdaEventSourceMapping = resourceType({
  type: 'AWS::Lambda::EventSourceMapping',
  support: 'SQS queues, with batches, window, concurrency and ReportBatchItemFailures',
  properties,
  deploy: (given, { host, logicalId }) => {
    const { arn: functionArn } = host.lambda.find(given.FunctionName);
    assertWorkable(host, functionArn, given.EventSourceArn);
    const config = {
      functionArn,
      region: host.region,
      batchSize: given.BatchSize,
      windowSeconds: given.MaximumBatchingWindowInSeconds,
      reportsItemFailures: given.FunctionResponseTypes.length > 0,
      maximumConcurrency: Math.min(
        given.ScalingConfig?.MaximumConcurrency ?? CONCURRENT_BATCHES,
        CONCURRENT_BATCHES,
      ),
    };
    const mapping = new EventSourceMapping(host.queues.get(given.EventSourceArn), config, host);
    if (given.Enabled) host.afterDeployment.push(() => mapping.start());
    return { ref: logicalId, attributes: { Id: logicalId } };
  },
});
