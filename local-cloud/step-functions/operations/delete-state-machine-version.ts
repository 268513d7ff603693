import { AwsError } from '../../errors/aws-error.js';
import { isVersionNumber, splitQualifier } from '../names.js';
import { requiredArn } from '../request-members.js';
import type { Operation } from './operation.js';

/** One that an alias leads to stays; deleting what is not there is no error. Its number is not given again. */
export const deleteStateMachineVersion: Operation = async (input, { machines, versions }) => {
  const arn = requiredArn(input, 'stateMachineVersionArn');
  const { machineArn, qualifier = '' } = splitQualifier(arn);
  if (!isVersionNumber(qualifier))
    throw new AwsError('ValidationException', `The ARN of a state machine version is needed, not '${arn}'`);
  return machines.exclusively(machineArn, async () => {
    const version = await versions.find(arn);
    if (version === undefined) return {};
    const aliases = (await versions.aliasesOf(machineArn)).filter(({ routing }) =>
      routing.some(({ stateMachineVersionArn }) => stateMachineVersionArn === arn),
    );
    if (aliases.length > 0) {
      const names = aliases.map(({ name }) => name).join(', ');
      throw new AwsError(
        'ConflictException',
        `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${names}]`,
      );
    }
    await versions.delete(version);
    return {};
  });
};
