import { AwsError } from '../../errors/aws-error.js';
import { splitQualifier } from '../names.js';
import { requiredArn } from '../request-members.js';
import type { Operation } from './operation.js';

/**
 * With its versions and aliases; deleting what is not there is no error. Running executions go on. An ARN with a
 * qualifier is refused: what AWS does with one is not documented, and taking it for the machine's would delete too
 * much.
 */
export const deleteStateMachine: Operation = async (input, { machines }) => {
  const arn = requiredArn(input, 'stateMachineArn');
  const { qualifier } = splitQualifier(arn);
  if (qualifier !== undefined)
    throw new AwsError(
      'ValidationException',
      `DeleteStateMachine takes the ARN of a state machine, without the qualifier '${qualifier}'`,
    );
  await machines.exclusively(arn, () => machines.delete(arn));
  return {};
};
