import { present } from '../../states-language/json.js';
import { includesData, requiredArn } from '../request-members.js';
import { revisionId } from '../versions.js';
import { shownLogging } from '../logging.js';
import { NO_DEFINITION, tracingOf } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';

/** The text the execution runs, which may no longer be the machine's. */
export const describeStateMachineForExecution: Operation = async (input, { machines, executions }) => {
  const arn = requiredArn(input, 'executionArn');
  const data = includesData(input);
  const record = await executions.stored.get(arn);
  const machine = await machines.find(record.machineArn);
  return present({
    stateMachineArn: record.machineArn,
    name: record.machineName,
    definition: data ? await machines.definitionText(record.machineArn, record.revision) : NO_DEFINITION,
    roleArn: record.roleArn,
    updateDate: wireTime(machine?.updatedAt ?? machine?.createdAt ?? record.startedAt),
    revisionId: revisionId(machine, record.revision),
    loggingConfiguration: shownLogging(machine?.loggingConfiguration),
    tracingConfiguration: tracingOf(machine?.tracingConfiguration),
  });
};
