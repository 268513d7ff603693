import { includesData, requiredArn } from '../request-members.js';
import { loggingOf, NO_DEFINITION, tracingOf } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';
import { referencesMember } from './references-member.js';

/** The text the execution runs, which may no longer be the machine's. */
export const describeStateMachineForExecution: Operation = async (input, { machines, executions }) => {
  const arn = requiredArn(input, 'executionArn');
  const data = includesData(input);
  const record = await executions.stored.get(arn);
  const machine = await machines.find(record.machineArn);
  const definition = await machines.definitionText(record.machineArn, record.revision);
  return {
    stateMachineArn: record.machineArn,
    name: record.machineName,
    definition: data ? definition : NO_DEFINITION,
    ...(data ? await referencesMember(definition) : {}),
    roleArn: record.roleArn,
    updateDate: wireTime(machine?.updatedAt ?? machine?.createdAt ?? record.startedAt),
    revisionId: record.revision,
    loggingConfiguration: loggingOf(machine?.loggingConfiguration),
    tracingConfiguration: tracingOf(machine?.tracingConfiguration),
  };
};
