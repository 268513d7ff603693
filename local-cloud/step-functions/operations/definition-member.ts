import { AwsError } from '../../errors/aws-error.js';
import { expressProblems } from '../../states-language/definition/express-problems.js';
import type { Machine } from '../../states-language/definition/machine.js';
import { readLongDefinition } from '../../states-language/definition/read-definition.js';
import { DefinitionError } from '../../states-language/definition/problem.js';
import type { MachineType } from '../machine-type.js';

/** 1 MB of text. */
export const DEFINITION_LIMIT = 1_048_576;

/** In this host's own words: the depth at which AWS refuses is not documented. */
const NESTED_TOO_DEEPLY = {
  code: 'SCHEMA_VALIDATION_FAILED',
  message: 'Definition is nested too deeply to be read',
} as const;

/** The machine that the text defines; rejects with DefinitionError, also for what a machine of this type may not have. */
export async function readTyped(text: string, type: MachineType): Promise<Machine> {
  const machine = await readLongDefinition(text).catch((thrown: unknown) => {
    if (thrown instanceof RangeError) throw new DefinitionError([NESTED_TOO_DEEPLY]);
    throw thrown;
  });
  const problems = expressProblems(machine, type === 'EXPRESS');
  if (problems.length > 0) throw new DefinitionError(problems);
  return machine;
}

/** The machine that the text defines. Rejects with InvalidDefinition, in AWS's words. */
export async function checkDefinition(text: string, type: MachineType = 'STANDARD'): Promise<Machine> {
  try {
    return await readTyped(text, type);
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${thrown.message}'`);
  }
}
