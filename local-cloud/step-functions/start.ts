import { AwsError } from '../errors/aws-error.js';
import { parseJson, PAYLOAD_LIMIT_BYTES, writeJson } from '../states-language/json.js';
import { uuidFrom } from './chance.js';
import { mocksOfStart, splitTestCase } from './mocks/mocks-of-start.js';
import { checkName, executionArn } from './names.js';
import { notOfThisType } from './machine-type.js';
import type { Service } from './operations/operation.js';
import type { ExecutionRecord, MachineRecord, ParentTask } from './records.js';
import { optionalText, PAYLOAD, requiredArn } from './request-members.js';
import { startTarget } from './start-target.js';

export interface Start {
  /** Of a machine, a version or an alias. With `#` and the name of a test case its mocked tasks are not called. */
  readonly machineArn: string;
  readonly name: string | undefined;
  /** JSON text. */
  readonly input: string;
  /** Kept for DescribeExecution; nothing is traced. */
  readonly traceHeader?: string | undefined;
  readonly parent?: ParentTask;
}

/** The same JSON, however it is spaced; undefined for a text that is none. */
function canonical(text: string): string {
  return writeJson(parseJson(text));
}

function checkInput(text: string): void {
  try {
    parseJson(text);
  } catch (thrown) {
    const message =
      text === '' ? 'Invalid execution input.' : thrown instanceof Error ? thrown.message : String(thrown);
    throw new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${message}'`);
  }
}

function isSameStart(known: ExecutionRecord, { input, parent }: Start): boolean {
  if (parent !== undefined && known.parent !== undefined) {
    // The host came back and asks again for the child it had started, which may have ended meanwhile.
    return (
      known.parent.arn === parent.arn &&
      known.parent.thread === parent.thread &&
      known.parent.task === parent.task
    );
  }
  return known.status === 'RUNNING' && canonical(known.input) === canonical(input);
}

/** The members of StartExecution and StartSyncExecution. */
export function startRequest(input: Readonly<Record<string, unknown>>): Start {
  return {
    machineArn: requiredArn(input, 'stateMachineArn'),
    name: optionalText(input, 'name', 1, 80),
    input: optionalText(input, 'input', 0, PAYLOAD_LIMIT_BYTES, PAYLOAD) ?? '{}',
    traceHeader: optionalText(input, 'traceHeader', 0, 256),
  };
}

/** The record of an execution that is about to begin. */
async function recordOf(
  start: Start,
  service: Service,
): Promise<{ readonly machine: MachineRecord; readonly record: ExecutionRecord }> {
  const { options } = service;
  const { machineArn, testCase } = splitTestCase(start.machineArn);
  const { machine, revision, roleArn, versionArn, aliasArn, logging } = await startTarget(
    machineArn,
    service,
  );
  checkInput(start.input);
  const mocks = testCase === undefined ? undefined : await mocksOfStart(machine.name, testCase, options);
  const name = checkName(start.name ?? uuidFrom(options.randomId()));
  const record: ExecutionRecord = {
    arn: executionArn(machine.arn, name),
    name,
    machineArn: machine.arn,
    machineName: machine.name,
    ...(versionArn === undefined ? {} : { versionArn }),
    ...(aliasArn === undefined ? {} : { aliasArn }),
    ...(logging === undefined ? {} : { logging }),
    revision,
    roleArn,
    status: 'RUNNING',
    input: start.input,
    startedAt: options.clock.now(),
    ...(start.traceHeader === undefined ? {} : { traceHeader: start.traceHeader }),
    ...(start.parent === undefined ? {} : { parent: start.parent }),
    ...(mocks === undefined ? {} : { mocks }),
  };
  return { machine, record };
}

/** Express executions may share a name: what tells them apart is the last part of their ARN. */
function asExpress(record: ExecutionRecord, { options }: Pick<Service, 'options'>): ExecutionRecord {
  const arn = `${record.arn.replace(':execution:', ':express:')}:${uuidFrom(options.randomId())}`;
  return { ...record, arn };
}

/** Runs an Express machine to its end; rejects with StateMachineTypeNotSupported for a Standard one. */
export async function startSynchronously(start: Start, service: Service): Promise<ExecutionRecord> {
  const begin = async () => {
    const { machine, record } = await recordOf(start, service);
    if (machine.type !== 'EXPRESS') throw notOfThisType();
    return service.express.start(asExpress(record, service));
  };
  const held = service.options.clock.begin();
  // Once it has begun, time may go on.
  const { ended } = await begin().finally(held);
  return ended;
}

/**
 * Starts an execution, or answers with the one that runs already under this name with the same input; any other use of
 * a taken name is ExecutionAlreadyExists.
 */
export async function startOnce(start: Start, service: Service): Promise<ExecutionRecord> {
  const { executions, express } = service;
  const { machine, record } = await recordOf(start, service);
  if (machine.type === 'EXPRESS') {
    // Nobody can wait for one that was only started.
    if (start.parent !== undefined) throw notOfThisType();
    const begun = asExpress(record, service);
    await express.start(begun);
    return begun;
  }
  const { arn } = record;
  return executions.exclusively(arn, async () => {
    const known = await executions.stored.find(arn);
    if (known !== undefined) {
      if (isSameStart(known, start)) return known;
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    await executions.start(record);
    return record;
  });
}
