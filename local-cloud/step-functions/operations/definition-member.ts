import { AwsError } from '../../errors/aws-error.js';
import { readLongDefinition } from '../../states-language/definition/read-definition.js';
import { DefinitionError } from '../../states-language/definition/problem.js';

/** 1 MB of text. */
export const DEFINITION_LIMIT = 1_048_576;

/** Rejects with InvalidDefinition, in AWS's words. */
export async function checkDefinition(text: string): Promise<void> {
  try {
    await readLongDefinition(text);
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${thrown.message}'`);
  }
}
