import { AwsError } from '../../errors/aws-error.js';
import type { State } from '../../states-language/definition/machine.js';
import type { Failure } from '../../states-language/execution/execution-state.js';
import { isJsonArray, parseJson, type Json } from '../../states-language/json.js';
import { optionalObject, optionalOneOf, optionalText, PAYLOAD, requiredText } from '../request-members.js';

/** The result of the work of the state under test, in place of doing it. */
export type StateMock = { readonly result: Json } | { readonly failure: Failure };

function refused(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

function resultOf(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    throw refused('Mocked result must be valid JSON.');
  }
}

function checkResult(result: Json, state: State): void {
  if (state.Type !== 'Map' && state.Type !== 'Parallel') return;
  if (!isJsonArray(result)) throw refused('Mocked result must be an array.');
  if (state.Type === 'Parallel' && result.length !== state.Branches.length) {
    throw refused('Mocked result must contain the same number of items as number of Parallel branches.');
  }
}

/**
 * Reads the member `mock`; AWS's ValidationException for one that the state cannot have. Results are not compared with
 * the models of the services: `fieldValidationMode` only has to be one of AWS's.
 */
export function mockMember(input: Readonly<Record<string, unknown>>, state: State): StateMock | undefined {
  const mock = optionalObject(input, 'mock');
  if (mock === undefined) return undefined;
  const result = optionalText(mock, 'result', 0, 262_144, PAYLOAD);
  const errorOutput = optionalObject(mock, 'errorOutput');
  optionalOneOf(mock, 'fieldValidationMode', ['STRICT', 'PRESENT', 'NONE']);
  if (state.Type !== 'Task' && state.Type !== 'Map' && state.Type !== 'Parallel') {
    throw refused(`State type '${state.Type}' is not supported when a mock is specified`);
  }
  if ((result === undefined) === (errorOutput === undefined)) {
    throw refused('A test mock should have only one of the following fields: [result, errorOutput].');
  }
  if (input.revealSecrets === true) {
    throw refused('TestState does not support RevealSecrets when a mock is specified.');
  }
  if (errorOutput !== undefined) {
    const error = requiredText(errorOutput, 'error', 0, 256, { sensitive: true });
    const cause = optionalText(errorOutput, 'cause', 0, 32_768, { sensitive: true });
    return { failure: { error, ...(cause === undefined ? {} : { cause }) } };
  }
  const value = resultOf(result ?? '');
  checkResult(value, state);
  return { result: value };
}
