import { splitQualifier } from '../names.js';
import { requiredArn } from '../request-members.js';
import type { Operation } from './operation.js';

/** Deleting what is not there is no error, as recorded on AWS. */
export const deleteStateMachineAlias: Operation = async (input, { machines, versions }) => {
  const arn = requiredArn(input, 'stateMachineAliasArn');
  return machines.exclusively(splitQualifier(arn).machineArn, async () => {
    const alias = await versions.findAlias(arn);
    if (alias !== undefined) await versions.deleteAlias(alias);
    return {};
  });
};
