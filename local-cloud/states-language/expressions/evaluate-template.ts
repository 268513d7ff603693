import { isJsonArray, isJsonObject, plainNumber, writeJson, type Json, type JsonObject } from '../json.js';
import type { ExpressionTools } from './aws-functions.js';
import { evaluateExpression, expressionIn } from './evaluate-expression.js';
import { QueryError } from './query-error.js';

/** The scope of one state's expressions: `$states`, the variables, and the edge's time and chance. */
export interface Scope {
  readonly bindings: Readonly<Record<string, Json>>;
  readonly tools: ExpressionTools;
}

/** Copies `template`, putting the value of each `{% %}` text in its place. `location` grows as AWS writes it. */
export async function evaluateTemplate(template: Json, location: string, scope: Scope): Promise<Json> {
  if (typeof template === 'string') {
    const code = expressionIn(template);
    return code === undefined ? template : evaluateExpression(code, location, scope.bindings, scope.tools);
  }
  if (isJsonArray(template)) return evaluateItems(template, location, scope);
  if (isJsonObject(template)) return evaluateMembers(Object.entries(template), location, scope);
  return template;
}

async function evaluateItems(items: readonly Json[], location: string, scope: Scope): Promise<Json> {
  const values: Json[] = [];
  for (const [index, item] of items.entries()) {
    values.push(await evaluateTemplate(item, `${location}[${index}]`, scope));
  }
  return values;
}

/** The members of an object, each evaluated: also how `Assign` is read. */
export async function evaluateMembers(
  members: readonly (readonly [string, Json])[],
  location: string,
  scope: Scope,
): Promise<JsonObject> {
  const values: Record<string, Json> = {};
  for (const [name, member] of members) {
    values[name] = await evaluateTemplate(member, `${location}/${name}`, scope);
  }
  return values;
}

/** JSON's names for kinds, as AWS's messages use them. */
function kindOf(value: Json): string {
  if (value === null) return 'null';
  return isJsonArray(value) ? 'array' : typeof plainNumber(value);
}

export function unexpectedKind(template: Json, location: string, expected: string, value: Json): QueryError {
  const code = typeof template === 'string' ? (expressionIn(template) ?? template) : writeJson(template);
  return new QueryError(
    location,
    `The JSONata expression '${code}' specified for the field '${location}' returned an unexpected result type. ` +
      `Expected '${expected}', but was '${kindOf(value)}' for value: ${writeJson(value)}`,
  );
}

export async function evaluateBoolean(template: Json, location: string, scope: Scope): Promise<boolean> {
  const value = await evaluateTemplate(template, location, scope);
  if (typeof value !== 'boolean') throw unexpectedKind(template, location, 'boolean', value);
  return value;
}

export async function evaluateText(template: Json, location: string, scope: Scope): Promise<string> {
  const value = await evaluateTemplate(template, location, scope);
  if (typeof value !== 'string') throw unexpectedKind(template, location, 'string', value);
  return value;
}

/** A whole number between `least` and `most`, both included. */
export async function evaluateInteger(
  template: Json,
  location: string,
  scope: Scope,
  least: number,
  most: number,
): Promise<number> {
  const value = plainNumber(await evaluateTemplate(template, location, scope));
  if (typeof value !== 'number') throw unexpectedKind(template, location, 'number', value);
  if (!Number.isInteger(value)) {
    throw new QueryError(location, `The ${location} field cannot be parsed as an integer: ${value}`, true);
  }
  if (value < least || value > most) {
    throw new QueryError(
      location,
      `${location} must be between ${least} and ${most} but was: ${value}`,
      true,
    );
  }
  return value;
}
