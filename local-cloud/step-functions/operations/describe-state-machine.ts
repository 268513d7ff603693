import { present } from '../../states-language/json.js';
import { includesData, requiredArn } from '../request-members.js';
import { revisionId } from '../versions.js';
import { shownLogging } from '../logging.js';
import { NO_DEFINITION, tracingOf } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';
import { referencesMember } from './references-member.js';

/** A machine, or a version as it was published; an alias is described by DescribeStateMachineAlias. */
export const describeStateMachine: Operation = async (input, { machines, versions }) => {
  const arn = requiredArn(input, 'stateMachineArn');
  const data = includesData(input);
  const version = await versions.find(arn);
  const record = await machines.get(version?.machineArn ?? arn);
  const shown = version ?? record;
  const { revision } = shown;
  const definition = await machines.definitionText(record.arn, revision);
  return present({
    stateMachineArn: shown.arn,
    name: record.name,
    status: 'ACTIVE',
    definition: data ? definition : NO_DEFINITION,
    roleArn: shown.roleArn,
    type: record.type ?? 'STANDARD',
    creationDate: wireTime(shown.createdAt),
    loggingConfiguration: shownLogging(shown.loggingConfiguration),
    tracingConfiguration: tracingOf(shown.tracingConfiguration),
    ...(data ? await referencesMember(definition) : {}),
    revisionId: revisionId(record, revision),
    description: version?.description,
  });
};
