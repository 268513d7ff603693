import { AwsError } from '../../errors/aws-error.js';
import type { State } from '../../states-language/definition/machine.js';
import {
  isJsonArray,
  isJsonObject,
  parseJson,
  PAYLOAD_LIMIT_BYTES,
  type Json,
  type JsonObject,
} from '../../states-language/json.js';
import { DEFINITION_LIMIT } from '../operations/definition-member.js';
import {
  optionalFlag,
  optionalObject,
  optionalOneOf,
  optionalText,
  optionalWhole,
  PAYLOAD,
  requiredArn,
  requiredText,
} from '../request-members.js';
import { checkContext } from './context-member.js';
import { mockMember, type StateMock } from './mock-member.js';
import { holds, testedState, type TestedState } from './tested-state.js';

type Input = Readonly<Record<string, unknown>>;

/** A request of TestState, read and found to be in order. */
export interface StateTest extends TestedState {
  readonly inputText: string;
  readonly input: Json;
  /** Whether the answer shows how data was transformed. */
  readonly inspected: boolean;
  readonly roleArn: string | undefined;
  readonly variables: JsonObject;
  readonly mock: StateMock | undefined;
  readonly context: JsonObject | undefined;
  /** How often the retrier that fits was used already. */
  readonly retried: number;
  /** How many iterations of the Map failed. */
  readonly failedIterations: number;
}

const MOST = 2_147_483_647;

function refused(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

function objectMember(input: Input, member: string): JsonObject | undefined {
  const text = optionalText(input, member, 0, PAYLOAD_LIMIT_BYTES, PAYLOAD);
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (isJsonObject(value)) return value;
  throw refused(`The member '${member}' must be a JSON object`);
}

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function inputMember(input: Input): { inputText: string; input: Json } {
  const inputText = optionalText(input, 'input', 0, PAYLOAD_LIMIT_BYTES, PAYLOAD) ?? '{}';
  const value = parsed(inputText);
  if (value !== undefined) return { inputText, input: value };
  throw new AwsError('InvalidExecutionInput', 'Invalid State Machine Execution Input: the input is not JSON');
}

/** A state that cannot run without a mock is refused, in AWS's words where they are known. */
function checkUnmocked(state: State, roleArn: string | undefined): void {
  if (state.Type === 'Map' || state.Type === 'Parallel') {
    throw new AwsError(
      'InvalidDefinition',
      'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
    );
  }
  if (state.Type !== 'Task') return;
  const { Resource: resource } = state;
  if (resource.kind === 'activity' || (resource.kind === 'service' && resource.pattern !== 'request')) {
    throw refused(
      'TestState supports Activity tasks and the .sync and .waitForTaskToken service integration patterns only when a mock is specified',
    );
  }
  if (roleArn === undefined) throw refused('RoleArn must be specified when testing a Task state');
}

/** A Map has these items, whatever it would read. */
function withItems(tested: TestedState, data: string | undefined): TestedState {
  if (data === undefined) return tested;
  const items = parsed(data);
  if (tested.state.Type !== 'Map') throw refused("'mapItemReaderData' can only be given for a Map state");
  if (!isJsonArray(items))
    throw refused("'mapItemReaderData' must be a JSON array: this host reads no other source");
  const { ItemReader: _reader, ...map } = tested.state;
  const state = { ...map, Items: [...items] };
  const states = new Map<string, State>([...tested.machine.states, [tested.name, state]]);
  return { ...tested, state, machine: { ...tested.machine, states } };
}

function checkOrigin(state: State, origin: string | undefined, mock: StateMock | undefined): void {
  if (origin === undefined) return;
  if (mock === undefined || !('failure' in mock)) {
    throw refused("'errorCausedByState' can only be given with a mocked error");
  }
  if (!holds(state, origin)) throw refused(`The Map or Parallel state under test has no state '${origin}'`);
}

/** Reads a request of TestState. Rejects with InvalidDefinition, InvalidExecutionInput, InvalidArn, ValidationException. */
export async function readTest(input: Input): Promise<StateTest> {
  const definition = requiredText(input, 'definition', 1, DEFINITION_LIMIT, { sensitive: true });
  const roleArn = input.roleArn === undefined ? undefined : requiredArn(input, 'roleArn');
  const level = optionalOneOf(input, 'inspectionLevel', ['INFO', 'DEBUG', 'TRACE']) ?? 'INFO';
  optionalFlag(input, 'revealSecrets');
  const configuration = optionalObject(input, 'stateConfiguration') ?? {};
  const given = await testedState(definition, optionalText(input, 'stateName', 1, 80));
  const mock = mockMember(input, given.state);
  if (mock === undefined) checkUnmocked(given.state, roleArn);
  const context = objectMember(input, 'context');
  if (context !== undefined) {
    if (mock === undefined) throw refused("'context' can only be given when a mock is specified");
    checkContext(context, given.state);
  }
  checkOrigin(given.state, optionalText(configuration, 'errorCausedByState', 1, 80), mock);
  const data = optionalText(configuration, 'mapItemReaderData', 0, PAYLOAD_LIMIT_BYTES, PAYLOAD);
  return {
    ...withItems(given, data),
    ...inputMember(input),
    inspected: level !== 'INFO',
    roleArn,
    variables: objectMember(input, 'variables') ?? {},
    mock,
    context,
    retried: optionalWhole(configuration, 'retrierRetryCount', 0, MOST) ?? 0,
    failedIterations: optionalWhole(configuration, 'mapIterationFailureCount', 0, MOST) ?? 0,
  };
}
