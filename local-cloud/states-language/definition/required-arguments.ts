import { expressionIn } from '../expressions/evaluate-expression.js';
import { isJsonObject } from '../json.js';
import type { Flow, State } from './machine.js';
import { requiredFields } from './optimised-integrations.js';
import type { Problem } from './problem.js';

/**
 * Arguments that the tasks of a definition lack and AWS requires: a service's task has `Arguments`, and in them the
 * fields that its action requires. One expression may give them all.
 */
export function argumentProblems(flow: Flow, at = ''): readonly Problem[] {
  return [...flow.states].flatMap(([name, state]) => {
    const place = `${at}/States/${name}`;
    if (state.Type === 'Map') return argumentProblems(state.ItemProcessor, `${place}/${state.processor}`);
    if (state.Type !== 'Parallel') return missingFrom(state, place);
    return state.Branches.flatMap((branch, index) => argumentProblems(branch, `${place}/Branches[${index}]`));
  });
}

function missingFrom(state: State, place: string): readonly Problem[] {
  if (state.Type !== 'Task' || state.Resource.kind !== 'service') return [];
  const { Arguments: given } = state;
  const { service, action, name } = state.Resource;
  const problem = (message: string, location: string): Problem => ({
    code: 'SCHEMA_VALIDATION_FAILED',
    message,
    location,
  });
  if (given === undefined) {
    const arn = `arn:aws:states:::${service}:${name}`;
    return [problem(`Arguments field is required for resource ARN: ${arn}`, `${place}/Resource`)];
  }
  if (typeof given === 'string' && expressionIn(given) !== undefined) return [];
  return requiredFields(service, action)
    .filter((field) => !isJsonObject(given) || given[field] === undefined)
    .map((field) => problem(`The field '${field}' is required but was missing`, `${place}/Arguments`));
}
