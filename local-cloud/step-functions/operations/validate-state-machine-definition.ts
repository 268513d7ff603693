import { DefinitionError } from '../../states-language/definition/problem.js';
import { readDefinition } from '../../states-language/definition/read-definition.js';
import { present, type JsonObject } from '../../states-language/json.js';
import { requiredText } from '../request-members.js';
import { DEFINITION_LIMIT } from './definition-member.js';
import type { Operation } from './operation.js';

function diagnosticsOf(definition: string): readonly JsonObject[] {
  try {
    readDefinition(definition);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    return thrown.problems.map(({ code, message, location }) =>
      present({ severity: 'ERROR', code, message, location: location === '' ? undefined : location }),
    );
  }
}

export const validateStateMachineDefinition: Operation = async (input) => {
  const diagnostics = diagnosticsOf(requiredText(input, 'definition', 0, DEFINITION_LIMIT));
  const result = diagnostics.length === 0 ? 'OK' : 'FAIL';
  return Promise.resolve({ result, diagnostics, truncated: false });
};
