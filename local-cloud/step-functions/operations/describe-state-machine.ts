import { present } from '../../states-language/json.js';
import { includesData, requiredArn } from '../request-members.js';
import { loggingOf, NO_DEFINITION, tracingOf } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';
import { referencesMember } from './references-member.js';

export const describeStateMachine: Operation = async (input, { machines }) => {
  const arn = requiredArn(input, 'stateMachineArn');
  const data = includesData(input);
  const record = await machines.get(arn);
  return present({
    stateMachineArn: record.arn,
    name: record.name,
    status: 'ACTIVE',
    definition: data ? record.definition : NO_DEFINITION,
    roleArn: record.roleArn,
    type: record.type ?? 'STANDARD',
    creationDate: wireTime(record.createdAt),
    loggingConfiguration: loggingOf(record.loggingConfiguration),
    tracingConfiguration: tracingOf(record.tracingConfiguration),
    ...(data ? await referencesMember(record.definition) : {}),
    revisionId: record.updatedAt === undefined ? undefined : record.revision,
  });
};
