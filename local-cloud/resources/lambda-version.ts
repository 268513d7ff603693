import * as z from 'zod';
import { versionArn } from '../lambda/function-versions.js';
import { resourceType } from './resource-type.js';

export const lambdaVersion = resourceType({
  type: 'AWS::Lambda::Version',
  support:
    'keeps code and settings of its time; removed with the template unless it is retained. Provisioned concurrency has no effect',
  properties: z.object({ FunctionName: z.string(), Description: z.string().optional() }),
  deploy: async ({ FunctionName, Description }, { host }) => {
    const { lambda } = host;
    const version = await lambda.versions.publish(lambda.latest(FunctionName), Description);
    const arn = versionArn(version);
    return { ref: arn, attributes: { Version: String(version.number), FunctionArn: arn } };
  },
  remove: async (arn, { lambda }) => {
    await lambda.versions.delete(arn);
  },
});
