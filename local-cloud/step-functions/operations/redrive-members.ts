import type { Json } from '../../states-language/json.js';
import { unlabelled } from '../names.js';
import type { ExecutionRecord } from '../records.js';
import { notRedrivableBecause } from '../redrivability.js';
import { wireTime, type Service } from './operation.js';

/** The members of DescribeExecution on redriving, absent ones undefined. */
export async function redriveMembers(
  record: ExecutionRecord,
  { options, machines }: Pick<Service, 'options' | 'machines'>,
): Promise<Readonly<Record<string, Json | undefined>>> {
  const hasMachine = (await machines.find(unlabelled(record.machineArn))) !== undefined;
  const reason = notRedrivableBecause(record, options.clock.now(), hasMachine);
  const byMapRun =
    record.mapRun !== undefined && record.status !== 'RUNNING' && record.status !== 'SUCCEEDED';
  return {
    redriveCount: record.redrives?.count ?? 0,
    redriveDate: record.redrives === undefined ? undefined : wireTime(record.redrives.at),
    redriveStatus: byMapRun
      ? 'REDRIVABLE_BY_MAP_RUN'
      : reason === undefined
        ? 'REDRIVABLE'
        : 'NOT_REDRIVABLE',
    redriveStatusReason: byMapRun ? undefined : reason,
  };
}
