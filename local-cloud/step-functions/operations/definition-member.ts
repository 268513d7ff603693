import { AwsError } from '../../errors/aws-error.js';
import { expressProblems } from '../../states-language/definition/express-problems.js';
import type { Machine } from '../../states-language/definition/machine.js';
import { readDefinition } from '../../states-language/definition/read-definition.js';
import { DefinitionError } from '../../states-language/definition/problem.js';
import type { MachineType } from '../machine-type.js';

/** 1 MB of text. */
export const DEFINITION_LIMIT = 1_048_576;

/** The machine that the text defines; throws DefinitionError, also for what a machine of this type may not have. */
export function readTyped(text: string, type: MachineType): Machine {
  const machine = readDefinition(text);
  const problems = type === 'EXPRESS' ? expressProblems(machine) : [];
  if (problems.length > 0) throw new DefinitionError(problems);
  return machine;
}

/** The machine that the text defines. Throws InvalidDefinition, in AWS's words. */
export function checkDefinition(text: string, type: MachineType = 'STANDARD'): Machine {
  try {
    return readTyped(text, type);
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${thrown.message}'`);
  }
}
