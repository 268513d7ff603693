import { compile, expressionIn, messageOf } from '../expressions/evaluate-expression.js';
import { isJsonArray, isJsonObject, type Json } from '../json.js';
import type { Problem } from './problem.js';

/** Held elsewhere: the states within a Map or Parallel are read on their own. */
const NESTED = new Set(['Branches', 'ItemProcessor']);

/** Every `{% %}` text of a state that is not JSONata. */
export function syntaxProblems(value: Json, at: string): readonly Problem[] {
  if (typeof value === 'string') {
    const code = expressionIn(value);
    return code === undefined ? [] : problemsOf(code, at);
  }
  if (isJsonArray(value)) return value.flatMap((item, index) => syntaxProblems(item, `${at}[${index}]`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    NESTED.has(name) ? [] : syntaxProblems(member, `${at}/${name}`),
  );
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
