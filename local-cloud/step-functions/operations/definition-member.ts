import { AwsError } from '../../errors/aws-error.js';
import type { Machine } from '../../states-language/definition/machine.js';
import { readDefinition } from '../../states-language/definition/read-definition.js';
import { DefinitionError } from '../../states-language/definition/problem.js';

/** 1 MB of text. */
export const DEFINITION_LIMIT = 1_048_576;

/** The machine that the text defines. Throws InvalidDefinition, in AWS's words. */
export function checkDefinition(text: string): Machine {
  try {
    return readDefinition(text);
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${thrown.message}'`);
  }
}
