import type { TaskPattern } from '../states-language/definition/task-pattern.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';
import { parseJson, present, writeJson, type JsonObject } from '../states-language/json.js';
import type { ExecutionRecord } from './records.js';

/** The child as `DescribeExecution` has it, in the capitals of task results; times are epoch milliseconds. */
function described(record: ExecutionRecord): JsonObject {
  const redrivable = record.status !== 'SUCCEEDED';
  return present({
    Cause: record.cause,
    Error: record.error,
    ExecutionArn: record.arn,
    Input: record.input,
    InputDetails: { Included: true },
    Name: record.name,
    Output: record.output,
    OutputDetails: record.output === undefined ? undefined : { Included: true },
    RedriveCount: record.redrives?.count ?? 0,
    RedriveDate: record.redrives?.at,
    RedriveStatus: redrivable ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    RedriveStatusReason: redrivable ? undefined : `Execution is ${record.status} and cannot be redriven`,
    StartDate: record.startedAt,
    StateMachineAliasArn: record.aliasArn,
    StateMachineArn: record.machineArn,
    StateMachineVersionArn: record.versionArn,
    Status: record.status,
    StopDate: record.stoppedAt,
  });
}

/**
 * The result of a child for the task that waited for it. `.sync` gives the child's input and output as texts, `.sync:2`
 * as JSON; a child that did not succeed is `States.TaskFailed`, its description the cause.
 */
export function childOutcome(
  record: ExecutionRecord,
  pattern: TaskPattern,
  thread: string,
  task: number,
): Stimulus {
  if (record.mapRun !== undefined) return mapChildOutcome(record, thread, task);
  const result = described(record);
  if (record.status !== 'SUCCEEDED') {
    return { kind: 'failed', thread, task, error: 'States.TaskFailed', cause: writeJson(result) };
  }
  if (pattern === 'sync') return { kind: 'succeeded', thread, task, result };
  const parsed = { Input: parseJson(record.input), Output: parseJson(record.output ?? 'null') };
  return { kind: 'succeeded', thread, task, result: { ...result, ...parsed } };
}

/** A Distributed Map is told the output alone, and how its execution failed. */
function mapChildOutcome(record: ExecutionRecord, thread: string, task: number): Stimulus {
  const { status, output, error, cause } = record;
  if (status === 'SUCCEEDED') return { kind: 'succeeded', thread, task, result: parseJson(output ?? 'null') };
  return {
    kind: 'failed',
    thread,
    task,
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}
