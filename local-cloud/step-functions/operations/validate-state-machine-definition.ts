import { DefinitionError } from '../../states-language/definition/problem.js';
import { present, type JsonObject } from '../../states-language/json.js';
import { optionalOneOf, optionalWhole, requiredText } from '../request-members.js';
import { MACHINE_TYPES, type MachineType } from '../machine-type.js';
import { DEFINITION_LIMIT, readTyped } from './definition-member.js';
import type { Operation } from './operation.js';

async function diagnosticsOf(definition: string, type: MachineType): Promise<readonly JsonObject[]> {
  try {
    await readTyped(definition, type);
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
  const found = await diagnosticsOf(definition, optionalOneOf(input, 'type', MACHINE_TYPES) ?? 'STANDARD');
  const result = found.length === 0 ? 'OK' : 'FAIL';
  const diagnostics = found.slice(0, most);
  return { result, diagnostics, truncated: diagnostics.length < found.length };
};
