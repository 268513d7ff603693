import { present, toJson } from '../../states-language/json.js';
import { requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';

export const describeStateMachine: Operation = async (input, { machines }) => {
  const record = await machines.get(requiredArn(input, 'stateMachineArn'));
  return present({
    stateMachineArn: record.arn,
    name: record.name,
    status: 'ACTIVE',
    definition: record.definition,
    roleArn: record.roleArn,
    type: 'STANDARD',
    creationDate: wireTime(record.createdAt),
    loggingConfiguration: toJson(
      record.loggingConfiguration ?? { level: 'OFF', includeExecutionData: false },
    ),
    tracingConfiguration: toJson(record.tracingConfiguration ?? { enabled: false }),
    revisionId: record.updatedAt === undefined ? undefined : record.revision,
  });
};
