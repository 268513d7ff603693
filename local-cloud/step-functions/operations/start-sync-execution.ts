import { present } from '../../states-language/json.js';
import type { ExecutionRecord } from '../records.js';
import { includesData } from '../request-members.js';
import { startRequest, startSynchronously } from '../start.js';
import { wireTime, type Operation } from './operation.js';

/** Billed in steps of 100 ms; how much memory a workflow uses is not measured here, and this is AWS's least. */
const DURATION_STEP = 100;
const LEAST_MEMORY_MB = 64;

function billingDetails({ startedAt, stoppedAt = startedAt }: ExecutionRecord) {
  const steps = Math.max(1, Math.ceil((stoppedAt - startedAt) / DURATION_STEP));
  return {
    billedDurationInMilliseconds: steps * DURATION_STEP,
    billedMemoryUsedInMB: LEAST_MEMORY_MB,
  };
}

/** For Express machines only: answers when the execution has ended, however it did. */
export const startSyncExecution: Operation = async (input, service) => {
  const data = includesData(input);
  const record = await startSynchronously(startRequest(input), service);
  return present({
    executionArn: record.arn,
    stateMachineArn: record.machineArn,
    name: record.name,
    startDate: wireTime(record.startedAt),
    stopDate: wireTime(record.stoppedAt ?? record.startedAt),
    status: record.status,
    error: record.error ?? (record.status === 'TIMED_OUT' ? 'States.Timeout' : undefined),
    cause: record.cause,
    input: data ? record.input : undefined,
    inputDetails: { included: data },
    output: data ? record.output : undefined,
    outputDetails: record.output === undefined ? undefined : { included: data },
    traceHeader: record.traceHeader,
    billingDetails: billingDetails(record),
  });
};
