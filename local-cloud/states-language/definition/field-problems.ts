import type * as z from 'zod';
import { isJsonArray, isJsonObject, textOf, type Json, type JsonObject } from '../json.js';
import type { Problem } from './problem.js';
import { isJsonPathOnly, wrongLanguage } from './query-language.js';

/** `Choices`, 0, `Next` is written `Choices[0]/Next`. */
function place(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => text + (typeof step === 'number' ? `[${step}]` : `/${String(step)}`),
    at,
  );
}

function valueAt(value: Json | undefined, path: readonly PropertyKey[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, step) => {
    if (isJsonArray(inner)) return typeof step === 'number' ? inner[step] : undefined;
    return isJsonObject(inner) ? inner[String(step)] : undefined;
  }, value);
}

/**
 * The findings of a state's schema, in AWS's words. Fields missing from the same object are told together. A field of
 * JSONPath's is told as such, unless the state's language was refused already (`jsonPathFields` false).
 */
export function fieldProblems(
  { issues }: z.ZodError,
  state: JsonObject,
  at: string,
  jsonPathFields: boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  const missing = new Map<string, string[]>();
  const complain = (message: string, location: string) => {
    problems.push({ code: 'SCHEMA_VALIDATION_FAILED', message, location });
  };
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const jsonPath = isJsonPathOnly(textOf(state.Type), issue.path, key);
        if (jsonPath && !jsonPathFields) continue;
        const message = jsonPath ? wrongLanguage('JSONata', key) : `Field '${key}' is not supported`;
        complain(message, place(at, issue.path));
      }
    } else if (issue.code !== 'custom' && valueAt(state, issue.path) === undefined) {
      const holder = place(at, issue.path.slice(0, -1));
      missing.set(holder, [...(missing.get(holder) ?? []), String(issue.path.at(-1))]);
    } else {
      complain(issue.message, place(at, issue.path));
    }
  }
  for (const [holder, fields] of missing) complain(requiredFields(fields), holder);
  return problems;
}

function requiredFields(fields: readonly string[]): string {
  // Measured for a rule of a Choice, whose condition may be written in five ways.
  if (fields.length === 1 && fields[0] === 'Condition') {
    return 'The object must have only one of the following fields, [And, Or, Not, Variable, Condition]';
  }
  return `These fields are required: [${fields.join(', ')}]`;
}
