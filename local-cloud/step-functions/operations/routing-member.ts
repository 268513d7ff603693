import { AwsError } from '../../errors/aws-error.js';
import { isJsonArray, isJsonObject, toJson } from '../../states-language/json.js';
import { isVersionNumber, splitQualifier } from '../names.js';
import type { Route } from '../records.js';
import { requiredText, requiredWhole } from '../request-members.js';
import { noSuchResource } from '../versions.js';
import type { Service } from './operation.js';

const MOST_ROUTES = 2;

function routesIn(given: unknown): readonly Route[] {
  const list = toJson(given);
  if (!isJsonArray(list))
    throw new AwsError('SerializationException', "The member 'routingConfiguration' has the wrong type");
  const bound = (which: 'greater' | 'less', length: number) =>
    new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'routingConfiguration' failed to satisfy constraint: Member must have length ${which} than or equal to ${length}`,
    );
  if (list.length === 0) throw bound('greater', 1);
  if (list.length > MOST_ROUTES) throw bound('less', MOST_ROUTES);
  return list.map((route, index) => {
    const members = isJsonObject(route) ? route : {};
    const at = `routingConfiguration.${index + 1}.member.`;
    return {
      stateMachineVersionArn: requiredText(members, 'stateMachineVersionArn', 1, 256, { at }),
      weight: requiredWhole(members, 'weight', 0, 100, at),
    };
  });
}

/**
 * Reads `routingConfiguration`: one version, or two of the same machine whose weights are 100 together. Rejects with
 * ValidationException in AWS's words, and ResourceNotFound for a version that is not there.
 */
export async function routingIn(
  given: unknown,
  { versions }: Pick<Service, 'versions'>,
): Promise<{ readonly machineArn: string; readonly routing: readonly Route[] }> {
  const routing = routesIn(given);
  const arns = routing.map(({ stateMachineVersionArn }) => stateMachineVersionArn);
  const weights = routing.map(({ weight }) => weight);
  const refuse = (rule: string, received: readonly unknown[]) =>
    new AwsError('ValidationException', `${rule}. Received: [${received.join(', ')}]`);
  if (!arns.every((arn) => isVersionNumber(splitQualifier(arn).qualifier ?? '')))
    throw refuse('Routing configuration must contain state machine version ARNs', arns);
  if (new Set(arns).size < arns.length)
    throw refuse('Routing configuration must contain distinct state machine version ARNs', arns);
  if (weights.reduce((sum, weight) => sum + weight, 0) !== 100)
    throw refuse('Sum of routing configuration weights must equal 100', weights);
  const machines = new Set(arns.map((arn) => splitQualifier(arn).machineArn));
  if (machines.size > 1)
    throw refuse('Routing configuration must contain versions of one state machine', arns);
  for (const arn of arns) if ((await versions.find(arn)) === undefined) throw noSuchResource();
  return { machineArn: [...machines][0] ?? '', routing };
}
