import { AwsError } from '../../errors/aws-error.js';
import { splitQualifier } from '../names.js';
import { optionalText, requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';
import { routingIn } from './routing-member.js';

/** Executions that are started from now on go where it leads now; those that run stay what they are. */
export const updateStateMachineAlias: Operation = async (input, service) => {
  const { options, machines, versions } = service;
  const arn = requiredArn(input, 'stateMachineAliasArn');
  const description = optionalText(input, 'description', 0, 256, { sensitive: true });
  const { routingConfiguration } = input;
  if (description === undefined && routingConfiguration === undefined) {
    throw new AwsError(
      'ValidationException',
      'Either the description or the routingConfiguration must be specified',
    );
  }
  const routes =
    routingConfiguration === undefined ? undefined : await routingIn(routingConfiguration, service);
  const { machineArn } = splitQualifier(arn);
  return machines.exclusively(machineArn, async () => {
    const alias = await versions.getAlias(arn);
    if (routes !== undefined && routes.machineArn !== machineArn) {
      throw new AwsError(
        'ValidationException',
        `The alias '${arn}' can lead to versions of its own state machine only`,
      );
    }
    const updatedAt = options.clock.now();
    await versions.saveAlias({
      ...alias,
      ...(description === undefined ? {} : { description }),
      routing: routes?.routing ?? alias.routing,
      updatedAt,
    });
    return { updateDate: wireTime(updatedAt) };
  });
};
