import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { AwsError } from '../errors/aws-error.js';
import { splitQualifier } from '../step-functions/names.js';
import type { Host } from './host.js';
import { numeric } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const step = { Percentage: numeric.min(1).max(99), Interval: numeric.min(1).max(2_100) };
const target = { StateMachineVersionArn: z.string(), Alarms: z.array(z.string()).default([]) };

const preference = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('ALL_AT_ONCE'), ...target }),
  z.object({ Type: z.literal('CANARY'), ...target, ...step }),
  z.object({ Type: z.literal('LINEAR'), ...target, ...step }),
]);

const properties = z
  .object({
    Name: z.string().optional(),
    Description: z.string().optional(),
    RoutingConfiguration: z
      .array(z.object({ StateMachineVersionArn: z.string(), Weight: numeric }))
      .min(1)
      .optional(),
    DeploymentPreference: preference.optional(),
  })
  .refine(
    ({ RoutingConfiguration, DeploymentPreference }) =>
      (RoutingConfiguration === undefined) !== (DeploymentPreference === undefined),
    'exactly one of RoutingConfiguration and DeploymentPreference is needed',
  );

type Given = z.infer<typeof properties>;

/** A gradual deployment is done at once: nothing here would call it off in between. */
function routesOf({ RoutingConfiguration, DeploymentPreference }: Given) {
  if (DeploymentPreference !== undefined) {
    return [{ stateMachineVersionArn: DeploymentPreference.StateMachineVersionArn, weight: 100 }];
  }
  return (RoutingConfiguration ?? []).map(({ StateMachineVersionArn, Weight }) => ({
    stateMachineVersionArn: StateMachineVersionArn,
    weight: Weight,
  }));
}

function tellOfGradual(host: Host, logicalId: string, { DeploymentPreference }: Given): void {
  const { Type } = DeploymentPreference ?? {};
  if (Type === 'CANARY' || Type === 'LINEAR')
    host.warn(
      `${logicalId}: the deployment preference ${Type} is carried out at once, its alarms are not asked`,
    );
}

export const stateMachineAlias = resourceType({
  type: 'AWS::StepFunctions::StateMachineAlias',
  support:
    'one version or two by weight; gradual deployments are done at once. Not touched while the template says the same of it',
  properties,
  deploy: async (given, { host, name, logicalId }) => {
    const routingConfiguration = routesOf(given);
    const [first] = routingConfiguration;
    if (first === undefined) throw new AssemblyError('the alias leads to no version');
    const aliasName = name(given.Name, 80);
    const arn = `${splitQualifier(first.stateMachineVersionArn).machineArn}:${aliasName}`;
    const members = { routingConfiguration, description: given.Description };
    tellOfGradual(host, logicalId, given);
    try {
      await host.stepFunctions.handle('UpdateStateMachineAlias', { stateMachineAliasArn: arn, ...members });
    } catch (error) {
      if (!(error instanceof AwsError) || error.code !== 'ResourceNotFound') throw error;
      await host.stepFunctions.handle('CreateStateMachineAlias', { name: aliasName, ...members });
    }
    return { ref: arn, attributes: { Arn: arn } };
  },
  remove: async (stateMachineAliasArn, { stepFunctions }) => {
    await stepFunctions.handle('DeleteStateMachineAlias', { stateMachineAliasArn });
  },
});
