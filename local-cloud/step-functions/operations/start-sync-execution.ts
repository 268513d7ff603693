import { AwsError } from '../../errors/aws-error.js';
import { requiredArn } from '../request-members.js';
import type { Operation } from './operation.js';

/** For Express machines only, and every machine here is a Standard one. Always rejects. */
export const startSyncExecution: Operation = async (input, { machines }) => {
  const { arn } = await machines.get(requiredArn(input, 'stateMachineArn'));
  throw new AwsError(
    'StateMachineTypeNotSupported',
    `State Machine Type Not Supported: StartSyncExecution runs EXPRESS machines only, and '${arn}' is STANDARD`,
  );
};
