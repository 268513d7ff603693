import { AwsError } from '../../errors/aws-error.js';
import { present } from '../../states-language/json.js';
import { notOfThisType } from '../machine-type.js';
import type { ExecutionRecord } from '../records.js';
import { optionalOneOf, optionalText, pageSize, requiredArn } from '../request-members.js';
import { startTarget } from '../start-target.js';
import { childrenOf, executionsOf, under } from '../store-keys.js';
import { wireTime, type Operation, type Service } from './operation.js';
import { pageStart, pageToken } from './page.js';

const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'] as const;

function item(record: ExecutionRecord) {
  return present({
    executionArn: record.arn,
    stateMachineArn: record.machineArn,
    stateMachineVersionArn: record.versionArn,
    stateMachineAliasArn: record.aliasArn,
    mapRunArn: record.mapRun?.arn,
    itemCount: record.mapRun?.items,
    name: record.name,
    status: record.status,
    startDate: wireTime(record.startedAt),
    stopDate: record.stoppedAt === undefined ? undefined : wireTime(record.stoppedAt),
    redriveCount: record.redrives?.count ?? 0,
    redriveDate: record.redrives === undefined ? undefined : wireTime(record.redrives.at),
  });
}

interface Listed {
  readonly prefix: `${string}/`;
  readonly isOf: (record: ExecutionRecord) => boolean;
}

async function listed(input: Readonly<Record<string, unknown>>, service: Service): Promise<Listed> {
  if (optionalText(input, 'mapRunArn', 1, 2_000) === undefined) {
    const arn = requiredArn(input, 'stateMachineArn');
    const { machine } = await startTarget(arn, service);
    if (machine.type === 'EXPRESS') throw notOfThisType();
    const isOf: Listed['isOf'] = ({ machineArn, versionArn, aliasArn }) =>
      [machineArn, versionArn, aliasArn].includes(arn);
    return { prefix: executionsOf(machine.arn), isOf };
  }
  if (input.stateMachineArn !== undefined)
    throw new AwsError('ValidationException', "Only one of 'stateMachineArn' and 'mapRunArn' can be given");
  const run = await service.executions.stored.mapRuns.get(requiredArn(input, 'mapRunArn'));
  return { prefix: childrenOf(run.arn), isOf: () => true };
}

/** Newest first, of a map run, of a machine, or those that were started on a version or an alias. */
export const listExecutions: Operation = async (input, service) => {
  const { options, executions } = service;
  const { isOf, prefix } = await listed(input, service);
  const status = optionalOneOf(input, 'statusFilter', STATUSES);
  const redriven = optionalOneOf(input, 'redriveFilter', ['REDRIVEN', 'NOT_REDRIVEN']);
  const size = pageSize(input);
  const { from, to } = under(prefix);
  const found: (readonly [key: string, record: ExecutionRecord])[] = [];
  for await (const [key, arn] of options.store.range({ from, to: pageStart(input) ?? to, reverse: true })) {
    const record = await executions.stored.get(arn);
    if (!isOf(record)) continue;
    if (status !== undefined && record.status !== status) continue;
    if (redriven !== undefined && (redriven === 'REDRIVEN') !== (record.redrives !== undefined)) continue;
    found.push([key, record]);
    if (found.length > size) break;
  }
  const page = found.slice(0, size);
  const last = found.length > size ? page.at(-1) : undefined;
  return {
    executions: page.map(([, record]) => item(record)),
    ...(last === undefined ? {} : { nextToken: pageToken(last[0]) }),
  };
};
