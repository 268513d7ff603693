import { randomBytes } from 'node:crypto';
import { AwsError } from '../errors/aws-error.js';
import type { JsonObject } from '../states-language/json.js';
import { Executions, type Perform } from './executions.js';
import { ExpressExecutions } from './express-executions.js';
import { Machines } from './machines.js';
import { createMockedCalls } from './mocks/mocked-call.js';
import type { Service } from './operations/operation.js';
import { wireTime } from './operations/operation.js';
import { OPERATIONS } from './operations/operations.js';
import { UNSUPPORTED_OPERATIONS } from './operations/unsupported-operations.js';
import type { StepFunctions, StepFunctionsOptions } from './ports.js';
import type { ParentTask } from './records.js';
import { requiredArn } from './request-members.js';
import { startOnce } from './start.js';
import { startMapChild } from './start-map-child.js';
import { mapResults } from './map-results.js';
import { performCall, type OwnCalls } from './task-calls.js';
import { Versions } from './versions.js';

/** Whoever only looks, and looks again and again, or waits for an end, must not keep a skipping clock from going on. */
const READING = /^(?:Describe|Get|List|StartSync)/;

function refusal(operation: string): AwsError {
  const reason = UNSUPPORTED_OPERATIONS.get(operation);
  return reason === undefined
    ? new AwsError('UnknownOperationException', `Step Functions has no operation ${operation}`)
    : new AwsError('UnsupportedOperation', `${operation} is not supported by this host: ${reason}`);
}

async function handle(
  operation: string,
  input: Readonly<Record<string, unknown>>,
  service: Service,
): Promise<JsonObject> {
  const run = OPERATIONS.get(operation);
  if (run === undefined) throw refusal(operation);
  const end = READING.test(operation) ? () => undefined : service.options.clock.begin();
  try {
    return await run(input, service);
  } finally {
    end();
  }
}

async function startChild(
  input: JsonObject,
  parent: ParentTask,
  name: string,
  service: Service,
): Promise<JsonObject> {
  const record = await startOnce(
    {
      machineArn: requiredArn(input, 'stateMachineArn'),
      name: typeof input.name === 'string' ? input.name : name,
      input: typeof input.input === 'string' ? input.input : '{}',
      parent,
    },
    service,
  );
  return { executionArn: record.arn, startDate: wireTime(record.startedAt) };
}

/**
 * Step Functions on one machine: workflows in JSONata, the Standard ones durable in the given store. Call `resume` once
 * the host can make calls again.
 */
export function createStepFunctions(given: StepFunctionsOptions): StepFunctions {
  const options = { ...given, randomId: given.randomId ?? (() => randomBytes(32).toString('base64url')) };
  const machines = new Machines(options.store);
  const own: OwnCalls = {
    handle: (operation, input) => handle(operation, input, service),
    startChild: (input, parent, name) => startChild(input, parent, name, service),
    startMapChild: (call, state) => startMapChild(call, state, service),
    mapResults: (call, state) => mapResults(call, state, service),
  };
  const mockedCall = createMockedCalls(
    (arn) => (after) =>
      express.history(arn, after) ?? executions.stored.history(arn, { after, reverse: false }),
  );
  const perform: Perform = async (call, state, mocks) => {
    // The calls of a Distributed Map itself are no tasks of the definition.
    const { mapRun, reading, writing } = call.task;
    const isMockable = mocks !== undefined && (mapRun ?? reading ?? writing) === undefined;
    return (
      (isMockable ? await mockedCall(call, state, mocks) : undefined) ??
      performCall(call, state, own, options)
    );
  };
  const { inTurn = (_arn, call) => call() } = options;
  const performInTurn: Perform = (call, state, mocks) =>
    inTurn(state.facts.arn, () => perform(call, state, mocks));
  const executions = new Executions(options, machines, performInTurn);
  const express = new ExpressExecutions(options, machines, performInTurn);
  const service: Service = {
    options,
    machines,
    versions: new Versions(options.store),
    executions,
    express,
    call: (call, state) => performCall(call, state, own, options),
  };
  return {
    handle: (operation, input) => handle(operation, input, service),
    resume: () => executions.resume(),
    close: async () => {
      await Promise.all([executions.close(), express.close()]);
    },
  };
}
