import { requiredArn } from '../request-members.js';
import type { Operation } from './operation.js';

/** Deleting what is not there is no error. Running executions go on. */
export const deleteStateMachine: Operation = async (input, { machines }) => {
  const arn = requiredArn(input, 'stateMachineArn');
  await machines.exclusively(arn, () => machines.delete(arn));
  return {};
};
