import * as z from 'zod';
import { moduleFile } from '../lambda/module-file.js';
import { numeric, unsupported } from './property-schemas.js';
import { resourceType, type ResourceType } from './resource-type.js';

const properties = z.object({
  FunctionName: z.string().optional(),
  Role: z.string(),
  Runtime: z.string().regex(/^nodejs/, 'only Node.js functions can be hosted'),
  Handler: z.string(),
  Code: z.object({ S3Key: z.string(), ZipFile: unsupported('inline code') }),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  Timeout: numeric.default(3),
  MemorySize: numeric.default(128),
  ReservedConcurrentExecutions: numeric.optional(),
  Layers: unsupported('layers'),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
});

const hosted = resourceType({
  type: 'AWS::Lambda::Function',
  support: 'Node.js functions, from their bundles, each execution environment in a worker thread of its own',
  properties,
  deploy: (given, { host, logicalId, name, arn, asset }) => {
    const functionName = name(given.FunctionName, 64);
    const functionArn = arn('lambda', `function:${functionName}`);
    host.identities.assertAssumable(given.Role, 'lambda.amazonaws.com');
    const folder = asset(given.Code.S3Key);
    host.lambda.add({
      logicalId,
      name: functionName,
      arn: functionArn,
      roleArn: given.Role,
      ...moduleFile(folder, given.Handler),
      code: { key: given.Code.S3Key, folder },
      handler: given.Handler,
      environment: given.Environment?.Variables ?? {},
      timeoutSeconds: given.Timeout,
      memoryMegabytes: given.MemorySize,
      reservedConcurrency: given.ReservedConcurrentExecutions,
    });
    if (given.DeadLetterConfig !== undefined)
      host.invocations.sendDeadLettersTo(functionArn, given.DeadLetterConfig.TargetArn);
    return { ref: functionName, attributes: { Arn: functionArn } };
  },
});

/** The CDK's function behind `Custom::CDKBucketDeployment`, in Python: what it does is done by that resource itself. */
const FILLS_BUCKETS = /^CustomCDKBucketDeployment[0-9A-F]{32}/;

export const lambdaFunction: ResourceType = {
  ...hosted,
  deploy: async (given, context) => {
    if (!FILLS_BUCKETS.test(context.logicalId)) return hosted.deploy(given, context);
    const ref = context.name(undefined, 64);
    return { ref, attributes: { Arn: context.arn('lambda', `function:${ref}`) } };
  },
};
