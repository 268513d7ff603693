import { AwsError } from '../../errors/aws-error.js';
import { unlabelled } from '../names.js';
import type { ExecutionRecord, RedriveRecord } from '../records.js';
import { notRedrivableBecause } from '../redrivability.js';
import { runningAgain } from '../running-again.js';
import { optionalText, requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';

/** The last 10 client tokens are remembered, each for 15 minutes (API reference). */
const REMEMBERED_REQUESTS = 10;
const REMEMBERED_FOR = 15 * 60_000;

function rememberedRequest(record: ExecutionRecord, token: string | undefined, now: number) {
  return record.redrives?.requests.find(
    (request) => request.token === token && now - request.at <= REMEMBERED_FOR,
  );
}

function nextRedrive(
  before: RedriveRecord | undefined,
  token: string | undefined,
  at: number,
): RedriveRecord {
  const requests = [...(before?.requests ?? []), ...(token === undefined ? [] : [{ token, at }])];
  return { count: (before?.count ?? 0) + 1, at, requests: requests.slice(-REMEMBERED_REQUESTS) };
}

/** An execution that ended without success goes on from its unsuccessful states, with the text it began with. */
export const redriveExecution: Operation = async (input, { options, machines, executions }) => {
  const arn = requiredArn(input, 'executionArn');
  const token = optionalText(input, 'clientToken', 1, 64);
  return executions.exclusively(arn, async () => {
    const record = await executions.stored.get(arn);
    const now = options.clock.now();
    const known = rememberedRequest(record, token, now);
    if (known !== undefined) return { redriveDate: wireTime(known.at) };
    const hasMachine = (await machines.find(unlabelled(record.machineArn))) !== undefined;
    const reason = notRedrivableBecause(record, now, hasMachine);
    if (reason !== undefined) throw new AwsError('ExecutionNotRedrivable', reason);
    await executions.redrive(runningAgain(record, nextRedrive(record.redrives, token, now)));
    return { redriveDate: wireTime(now) };
  });
};
