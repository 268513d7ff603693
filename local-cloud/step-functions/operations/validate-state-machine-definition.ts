import { AwsError } from '../../errors/aws-error.js';
import { DefinitionError } from '../../states-language/definition/problem.js';
import { readLongDefinition } from '../../states-language/definition/read-definition.js';
import { present, type JsonObject } from '../../states-language/json.js';
import { optionalOneOf, optionalWhole, requiredText } from '../request-members.js';
import { DEFINITION_LIMIT } from './definition-member.js';
import type { Operation } from './operation.js';

async function diagnosticsOf(definition: string): Promise<readonly JsonObject[]> {
  try {
    await readLongDefinition(definition);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    return thrown.problems.map(({ code, message, location }) =>
      present({ severity: 'ERROR', code, message, location: location === '' ? undefined : location }),
    );
  }
}

/** Diagnostics that are answered at most, and when the caller does not say. */
const MOST_DIAGNOSTICS = 100;

/** All diagnostics are errors: there are no warnings that `severity` could ask for. */
export const validateStateMachineDefinition: Operation = async (input) => {
  const definition = requiredText(input, 'definition', 1, DEFINITION_LIMIT, { sensitive: true });
  const most = optionalWhole(input, 'maxResults', 0, MOST_DIAGNOSTICS) || MOST_DIAGNOSTICS;
  optionalOneOf(input, 'severity', ['ERROR', 'WARNING']);
  if (optionalOneOf(input, 'type', ['STANDARD', 'EXPRESS']) === 'EXPRESS') {
    throw new AwsError(
      'UnsupportedOperation',
      "ValidateStateMachineDefinition with type 'EXPRESS' is not supported by this host: it runs 'STANDARD' machines only",
    );
  }
  const found = await diagnosticsOf(definition);
  const result = found.length === 0 ? 'OK' : 'FAIL';
  const diagnostics = found.slice(0, most);
  return { result, diagnostics, truncated: diagnostics.length < found.length };
};
