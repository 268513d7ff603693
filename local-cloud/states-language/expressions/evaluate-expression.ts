import jsonata from 'jsonata';
import { isJsonObject, plainCopy, type Json } from '../json.js';
import { awsFunctions, type ExpressionTools } from './aws-functions.js';
import { handedOn } from './handed-on.js';
import { QueryError } from './query-error.js';

/** An evaluation runs away when it has lasted so many milliseconds and its expression has taken so many steps. */
const RUNAWAY = { milliseconds: 1_000, steps: 100_000 } as const;

/**
 * The bounds of an expression's evaluations. 100 nested levels is AWS's own ceiling (100 terms of `1+1+...` pass, 101 do not); a
 * runaway expression would otherwise block the process for good, since it never yields. A single regular expression
 * runs to its end: the library cannot interrupt it.
 */
class Bounds implements jsonata.JsonataOptions {
  readonly stack = 100;
  readonly sequence = 1_000_000;
  private steps = 0;
  private underWay = 0;

  /** The library asks at every step. Time alone says nothing: it passes for a short evaluation too while others are under way. */
  get timeout(): number {
    this.steps += 1;
    return this.steps > RUNAWAY.steps ? RUNAWAY.milliseconds : Number.POSITIVE_INFINITY;
  }

  /** Steps are counted while any evaluation of the expression is under way. */
  async count<Value>(evaluation: () => Promise<Value>): Promise<Value> {
    this.underWay += 1;
    try {
      return await evaluation();
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) this.steps = 0;
    }
  }
}

interface Compiled {
  readonly expression: jsonata.Expression;
  readonly bounds: Bounds;
}

const COMPILED_LIMIT = 2_000;
const compiled = new Map<string, Compiled>();

/** The code between `{%` and `%}`, trimmed, or undefined for a text that is no expression. */
export function expressionIn(text: string): string | undefined {
  return /^\{%([\s\S]*)%\}$/.exec(text)?.[1]?.trim();
}

/** Parses an expression; throws the library's error when it is not JSONata. */
export function compile(code: string): Compiled {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  const bounds = new Bounds();
  const made = { expression: jsonata(code, bounds), bounds };
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  compiled.set(code, made);
  return made;
}

function evaluate(code: string, bindings: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { expression, bounds } = compile(code);
  return bounds.count<unknown>(() => expression.evaluate(undefined, bindings));
}

/** What the library throws is an object with `code` and `message`, not always an Error. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return `: ${String(thrown)}`;
  const message = 'message' in thrown && typeof thrown.message === 'string' ? thrown.message : '';
  return 'code' in thrown && typeof thrown.code === 'string'
    ? `. ${thrown.code}: ${message}`
    : `: ${message}`;
}

class NoJson extends Error {}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    ('_jsonata_lambda' in value || '_jsonata_function' in value)
  );
}

/** AWS writes a number that JSON has no literal for as the text JavaScript names it by (`"Infinity"`). */
function asMember(_member: string, value: unknown): unknown {
  if (isFunction(value)) throw new NoJson();
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function clockFunctions(tools: ExpressionTools): Readonly<Record<string, unknown>> {
  return {
    now: (picture?: string, timezone?: string) =>
      evaluate('$fromMillis($millis, $picture, $timezone)', { millis: tools.now, picture, timezone }),
  };
}

const STATES = /\$states\s*(?:\.\s*([A-Za-z]+))?/g;

/** The members of `$states` that `code` may read; undefined for all of them. */
function membersUsed(code: string): ReadonlySet<string> | undefined {
  // The operator % leads from a member back to its parent.
  if (code.includes('%')) return undefined;
  const members = new Set<string>();
  for (const [, member] of code.matchAll(STATES)) {
    if (member === undefined) return undefined;
    members.add(member);
  }
  return members;
}

/**
 * A copy, since the library marks arrays it passes through; of what `code` may read and no more, since the input of an
 * execution can be large.
 */
function copyOfUsed(code: string, bindings: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const used = Object.entries(bindings).filter(([name]) => code.includes(`$${name}`));
  const members = membersUsed(code);
  return Object.fromEntries(
    used.map(([name, value]) => {
      if (name !== 'states' || members === undefined || !isJsonObject(value)) return [name, plainCopy(value)];
      const read = Object.entries(value).filter(([member]) => members.has(member));
      return [name, plainCopy(Object.fromEntries(read))];
    }),
  );
}

/**
 * Evaluates `code` with the variables of `bindings` (names without `$`). There is no input document: `$`, `$$` and
 * bare field names give nothing, as on AWS. JSONata reckons with doubles: an expression that only names a value hands it
 * on as it is, any other sees and gives doubles. Throws {@link QueryError} with AWS's words.
 */
export async function evaluateExpression(
  code: string,
  location: string,
  bindings: Readonly<Record<string, Json>>,
  tools: ExpressionTools,
): Promise<Json> {
  const named = handedOn(code, bindings);
  if (named !== undefined) return named;
  const about = `The JSONata expression '${code}' specified for the field '${location}'`;
  let value: unknown;
  try {
    const all = { ...awsFunctions(tools), ...clockFunctions(tools), ...copyOfUsed(code, bindings) };
    value = await evaluate(code, all);
  } catch (thrown) {
    throw new QueryError(location, `${about} threw an error during evaluation${messageOf(thrown)}`);
  }
  if (value === undefined) throw new QueryError(location, `${about} returned nothing (undefined).`);
  return asJson(value, location, about);
}

function asJson(value: unknown, location: string, about: string): Json {
  try {
    const json: Json = JSON.parse(JSON.stringify(value, asMember));
    return json;
  } catch (thrown) {
    if (!(thrown instanceof NoJson)) throw thrown;
    throw new QueryError(location, `${about} returned an unsupported result type.`);
  }
}
