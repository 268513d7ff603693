import { present } from '../../states-language/json.js';
import { requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';

export const describeStateMachineAlias: Operation = async (input, { versions }) => {
  const alias = await versions.getAlias(requiredArn(input, 'stateMachineAliasArn'));
  return present({
    stateMachineAliasArn: alias.arn,
    name: alias.name,
    description: alias.description,
    routingConfiguration: alias.routing.map((route) => ({ ...route })),
    creationDate: wireTime(alias.createdAt),
    updateDate: wireTime(alias.updatedAt),
  });
};
