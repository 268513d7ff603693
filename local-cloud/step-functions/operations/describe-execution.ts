import { present } from '../../states-language/json.js';
import { includesData, requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';
import { redriveMembers } from './redrive-members.js';

export const describeExecution: Operation = async (input, service) => {
  const arn = requiredArn(input, 'executionArn');
  const data = includesData(input);
  const record = await service.executions.stored.get(arn);
  return present({
    executionArn: record.arn,
    stateMachineArn: record.machineArn,
    stateMachineVersionArn: record.versionArn,
    stateMachineAliasArn: record.aliasArn,
    mapRunArn: record.mapRun?.arn,
    name: record.name,
    status: record.status,
    startDate: wireTime(record.startedAt),
    stopDate: record.stoppedAt === undefined ? undefined : wireTime(record.stoppedAt),
    input: data ? record.input : undefined,
    inputDetails: { included: data },
    output: data ? record.output : undefined,
    outputDetails: record.output === undefined ? undefined : { included: data },
    traceHeader: record.traceHeader,
    error: record.error,
    cause: record.cause,
    ...(await redriveMembers(record, service)),
  });
};
