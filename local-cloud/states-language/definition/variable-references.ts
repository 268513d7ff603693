import jsonata from 'jsonata';
import { expressionIn } from '../expressions/evaluate-expression.js';
import { isJsonArray, isJsonObject, parseJson, type Json, type JsonObject } from '../json.js';

/** States of their own stand in these. */
const NESTED = new Set(['Branches', 'ItemProcessor', 'Iterator']);

/** Every object in `value`, itself included, those that stand in nested states too. */
function* objectsIn(value: Json): Generator<JsonObject> {
  if (isJsonArray(value)) for (const item of value) yield* objectsIn(item);
  if (!isJsonObject(value)) return;
  yield value;
  for (const member of Object.values(value)) yield* objectsIn(member);
}

/** The variables that any state of the definition assigns. */
function assignedNames(definition: Json): ReadonlySet<string> {
  const assigned = [...objectsIn(definition)].flatMap(({ Assign: names }) =>
    isJsonObject(names) ? Object.keys(names) : [],
  );
  return new Set(assigned);
}

function* expressionsOf(value: Json): Generator<string> {
  if (typeof value === 'string') {
    const code = expressionIn(value);
    if (code !== undefined) yield code;
  } else if (isJsonArray(value)) for (const item of value) yield* expressionsOf(item);
  else if (isJsonObject(value))
    for (const [name, member] of Object.entries(value)) if (!NESTED.has(name)) yield* expressionsOf(member);
}

/** The variables that an expression reads in the order they are written, without those that it binds itself. */
function variablesIn(code: string): readonly string[] {
  const read = new Set<string>();
  const bound = new Set<unknown>();
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const { type, value, lhs, arguments: parameters }: Readonly<Record<string, unknown>> = { ...node };
    if (type === 'variable' && typeof value === 'string') read.add(value);
    const own = type === 'bind' ? [lhs] : type === 'lambda' && Array.isArray(parameters) ? parameters : [];
    for (const name of own as readonly { readonly value?: unknown }[]) bound.add(name.value);
    Object.values(node).forEach(visit);
  };
  visit(jsonata(code).ast());
  return [...read].filter((name) => !bound.has(name));
}

/**
 * Which of its variables each state of a definition refers to, by the state's name; states that refer to none are left
 * out. The definition is one that was found to be valid.
 */
export function variableReferences(text: string): Readonly<Record<string, readonly string[]>> {
  const definition = parseJson(text);
  const assigned = assignedNames(definition);
  const found: [string, readonly string[]][] = [];
  for (const { States: states } of objectsIn(definition)) {
    if (!isJsonObject(states)) continue;
    for (const [name, state] of Object.entries(states)) {
      const read = new Set([...expressionsOf(state)].flatMap(variablesIn));
      const own = [...read].filter((variable) => assigned.has(variable));
      if (own.length > 0) found.push([name, own]);
    }
  }
  return Object.fromEntries(found);
}
