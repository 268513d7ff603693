import * as z from 'zod';
import { resourceType } from './resource-type.js';

export const lambdaPermission = resourceType({
  type: 'AWS::Lambda::Permission',
  support: 'API Gateway, SNS and EventBridge rules may invoke a function only with one',
  properties: z.object({
    FunctionName: z.string(),
    Action: z.string(),
    Principal: z.string(),
    SourceArn: z.string().optional(),
  }),
  deploy: ({ FunctionName, Action, Principal, SourceArn }, { host, logicalId }) => {
    const { arn } = host.lambda.find(FunctionName);
    host.lambda.permissions.add({
      functionArn: arn,
      action: Action,
      principal: Principal,
      sourceArn: SourceArn,
    });
    return { ref: logicalId, attributes: { Id: logicalId } };
  },
});
