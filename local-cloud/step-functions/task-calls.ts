import { AwsError } from '../errors/aws-error.js';
import type { WantedCall } from '../states-language/execution/effects.js';
import type { ExecutionState } from '../states-language/execution/execution-state.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';
import {
  isJsonArray,
  isJsonObject,
  plainCopy,
  toJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../states-language/json.js';
import { upperFirst, unlabelled } from './names.js';
import { readSource } from './map-source.js';
import { IntegrationError, type StepFunctionsOptions } from './ports.js';
import type { ParentTask } from './records.js';
import { sdkMetadata } from './sdk-metadata.js';
import { sdkErrorNames, taskError } from './task-error.js';

/** The calls a Task can make of Step Functions itself, in the members of the API. */
export interface OwnCalls {
  /** Any operation of the API. */
  handle(operation: string, input: JsonObject): Promise<JsonObject>;
  /** Starts a child for `.sync`; starting it twice for the same task starts one. */
  startChild(input: JsonObject, parent: ParentTask, name: string): Promise<JsonObject>;
  /** Starts an execution of a Distributed Map, likewise. */
  startMapChild(call: WantedCall, state: ExecutionState): Promise<Stimulus>;
  /** Brings the results of such a Map where its ResultWriter wants them; answers with the result of the state. */
  mapResults(call: WantedCall, state: ExecutionState): Promise<Json>;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Members of members too. */
function renamed(value: Json, rename: (name: string) => string): Json {
  if (isJsonArray(value)) return value.map((item) => renamed(item, rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [rename(name), renamed(member, rename)]),
  );
}

/** Texts of JSON, which may be given as JSON. */
const TEXTS = new Set(['input', 'output', 'definition']);

/** Task arguments spell members in capitals; numbers are counted with. */
function ownInput(members: Json): JsonObject {
  return Object.fromEntries(
    Object.entries(isJsonObject(members) ? members : {}).map(([given, value]): [string, Json] => {
      const name = lowerFirst(given);
      if (TEXTS.has(name)) return [name, typeof value === 'string' ? value : writeJson(value)];
      return [name, renamed(plainCopy(value), lowerFirst)];
    }),
  );
}

/** Members in capitals, dates as ISO 8601 text. */
function ownResult(output: JsonObject, service: string): JsonObject {
  const entries = Object.entries(output).map(([given, value]): [string, Json] => {
    const name = upperFirst(given);
    const isTime = name.endsWith('Date') && typeof value === 'number';
    return [name, isTime ? new Date(Math.round(value * 1000)).toISOString() : renamed(value, upperFirst)];
  });
  return { ...Object.fromEntries(entries), ...(service === 'states' ? sdkMetadata() : {}) };
}

/** Of `states:startExecution`. */
const OPTIMISED_ERRORS = {
  prefix: 'StepFunctions',
  service: 'AWSStepFunctions',
  base: 'AWSStepFunctionsException',
  invalid: 'ValidationException',
};
/** Of `aws-sdk:sfn`. */
const SDK_ERRORS = { ...sdkErrorNames('Sfn'), invalid: 'ValidationException' };

function failureOf(thrown: unknown, service: string): { error: string; cause: string } {
  if (thrown instanceof AwsError) {
    const names = service === 'states' ? OPTIMISED_ERRORS : SDK_ERRORS;
    return failureOf(taskError(thrown, names), service);
  }
  if (thrown instanceof IntegrationError) return { error: thrown.error, cause: thrown.errorCause };
  return thrown instanceof Error
    ? { error: thrown.name, cause: thrown.message }
    : { error: 'States.TaskFailed', cause: String(thrown) };
}

type Outside = Pick<StepFunctionsOptions, 'integrate' | 'authorize'>;

async function make(
  call: WantedCall,
  state: ExecutionState,
  calls: OwnCalls,
  outside: Outside,
): Promise<Stimulus> {
  const { thread, task } = call;
  const { arn: executionArn } = state.facts;
  const { service, action, arguments: args, roleArn = state.facts.roleArn } = task.call;
  const answered = { kind: 'answered', thread, task: task.id } as const;
  const integration = { service, action, arguments: args, roleArn, executionArn };
  if (task.mapRun !== undefined) {
    const machine: Json = { StateMachineArn: unlabelled(state.facts.machineArn) };
    await outside.authorize?.({ ...integration, arguments: machine });
    return calls.startMapChild(call, state);
  }
  if (task.reading !== undefined)
    return { ...answered, result: await readSource(integration, outside.integrate) };
  if (task.writing !== undefined) return { ...answered, result: await calls.mapResults(call, state) };
  if (service !== 'states' && service !== 'aws-sdk:sfn') {
    return { ...answered, result: toJson(await outside.integrate(integration)) };
  }
  await outside.authorize?.(integration);
  if (task.childName === undefined) {
    return {
      ...answered,
      result: ownResult(await calls.handle(upperFirst(action), ownInput(args)), service),
    };
  }
  const parent = { arn: executionArn, thread, task: task.id };
  const output = await calls.startChild(ownInput(args), parent, task.childName);
  const child = typeof output.executionArn === 'string' ? { child: output.executionArn } : {};
  return { ...answered, result: ownResult(output, service), ...child };
}

/** Makes the call of a Task; what comes of it, an error too, is a stimulus for the execution. */
export async function performCall(
  call: WantedCall,
  state: ExecutionState,
  own: OwnCalls,
  outside: Outside,
): Promise<Stimulus> {
  try {
    return await make(call, state, own, outside);
  } catch (thrown) {
    return {
      kind: 'call-failed',
      thread: call.thread,
      task: call.task.id,
      ...failureOf(thrown, call.task.call.service),
    };
  }
}
