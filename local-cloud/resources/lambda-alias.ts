import * as z from 'zod';
import { aliasArn, checkAliasName } from '../lambda/function-versions.js';
import { numeric } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const weight = z.object({ FunctionVersion: z.string(), FunctionWeight: numeric.min(0).max(1) });

export const lambdaAlias = resourceType({
  type: 'AWS::Lambda::Alias',
  support:
    'one version or two by weight; gradual deployments are done at once. Not touched while the template says the same of it',
  properties: z.object({
    FunctionName: z.string(),
    FunctionVersion: z.string(),
    Name: z.string(),
    Description: z.string().default(''),
    RoutingConfig: z.object({ AdditionalVersionWeights: z.array(weight).max(1).default([]) }).optional(),
  }),
  deploy: async ({ FunctionName, FunctionVersion, Name, Description, RoutingConfig }, { host }) => {
    const { lambda } = host;
    const [second] = RoutingConfig?.AdditionalVersionWeights ?? [];
    const alias = await lambda.versions.saveAlias(lambda.latest(FunctionName).arn, checkAliasName(Name), {
      version: FunctionVersion,
      description: Description,
      ...(second === undefined
        ? {}
        : { second: { version: second.FunctionVersion, share: second.FunctionWeight } }),
    });
    return { ref: aliasArn(alias), attributes: { AliasArn: aliasArn(alias) } };
  },
  remove: async (arn, { lambda }) => {
    await lambda.versions.deleteAlias(arn);
  },
});
