import * as z from 'zod';
import { LATEST, qualified } from '../lambda/function-reference.js';
import { numeric } from './property-schemas.js';
import { resourceType } from './resource-type.js';

export const lambdaEventInvokeConfig = resourceType({
  type: 'AWS::Lambda::EventInvokeConfig',
  support: 'retries and the destination for events that were given up (a queue)',
  properties: z.object({
    FunctionName: z.string(),
    Qualifier: z.string().default(LATEST),
    MaximumRetryAttempts: numeric.optional(),
    DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
  }),
  deploy: ({ FunctionName, Qualifier, MaximumRetryAttempts, DestinationConfig }, { host, logicalId }) => {
    const { arn } = host.lambda.find(qualified(FunctionName, Qualifier));
    if (MaximumRetryAttempts !== undefined) host.invocations.limitRetries(arn, MaximumRetryAttempts);
    const destination = DestinationConfig?.OnFailure?.Destination;
    if (destination !== undefined) host.invocations.sendFailuresTo(arn, destination);
    return { ref: logicalId, attributes: {} };
  },
});
