import { requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';

/** The text the execution runs, which may no longer be the machine's. */
export const describeStateMachineForExecution: Operation = async (input, { machines, executions }) => {
  const record = await executions.get(requiredArn(input, 'executionArn'));
  const machine = await machines.find(record.machineArn);
  return {
    stateMachineArn: record.machineArn,
    name: record.machineName,
    definition: await machines.definitionText(record.machineArn, record.revision),
    roleArn: record.roleArn,
    updateDate: wireTime(machine?.updatedAt ?? machine?.createdAt ?? record.startedAt),
    revisionId: record.revision,
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
  };
};
