import { compile, expressionIn, messageOf } from '../expressions/evaluate-expression.js';
import { isJsonArray, isJsonObject, type Json } from '../json.js';
import type { Pieces } from '../pieces.js';
import type { Problem } from './problem.js';

/** Held elsewhere: the states within a Map or Parallel are read on their own. */
const NESTED = new Set(['Branches', 'ItemProcessor']);

/** Adds every `{% %}` text of a state that is not JSONata to `problems`. */
export function* findSyntaxProblems(value: Json, at: string, problems: Problem[]): Pieces<void> {
  if (typeof value === 'string') {
    const code = expressionIn(value);
    if (code === undefined) return;
    problems.push(...problemsOf(code, at));
    yield;
  } else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) yield* findSyntaxProblems(item, `${at}[${index}]`, problems);
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value))
      if (!NESTED.has(name)) yield* findSyntaxProblems(member, `${at}/${name}`, problems);
  }
}

function problemsOf(code: string, location: string): readonly Problem[] {
  try {
    compile(code);
    return [];
  } catch (thrown) {
    const message = `The JSONata expression '${code}' is not valid${messageOf(thrown)}`;
    return [{ code: 'SCHEMA_VALIDATION_FAILED', message, location }];
  }
}
