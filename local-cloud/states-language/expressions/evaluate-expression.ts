import { performance } from 'node:perf_hooks';
import jsonata from 'jsonata';
import { isJsonObject, plainCopy, type Json } from '../json.js';
import { awsFunctions, isInternal, type ExpressionTools } from './aws-functions.js';
import { BOUNDS, limitReached } from './evaluation-limits.js';
import { evaluateInThread } from './evaluation-threads.js';
import { handedOn } from './handed-on.js';
import { KeptDigits } from './kept-digits.js';
import { mayRunAway } from './may-run-away.js';
import { QueryError } from './query-error.js';
import { resultText, type Given } from './result-text.mjs';

/**
 * What an evaluation may take here, where everybody else waits for it; then it is begun anew in a thread of its own,
 * with the bounds that hold there. Only what runs on takes time without pause.
 */
const HERE = { steps: 20_000, milliseconds: 100 } as const;

/** An evaluation takes more than it may here. */
class GoElsewhere extends Error {}

class Patience implements jsonata.JsonataOptions {
  readonly stack = BOUNDS.depth;
  readonly sequence = BOUNDS.items;
  private steps = 0;
  private since = 0;

  /** The library asks at every step for the milliseconds that it is to keep itself; it keeps none. */
  get timeout(): number {
    this.steps += 1;
    const { steps, milliseconds } = HERE;
    const isOut =
      this.steps > steps || (this.steps % 50 === 0 && performance.now() > this.since + milliseconds);
    if (isOut) throw new GoElsewhere();
    return Number.POSITIVE_INFINITY;
  }

  /** Another evaluation of the expression begins: while one runs on without pause none does. */
  begin(): void {
    this.steps = 0;
    this.since = performance.now();
  }
}

interface Compiled {
  readonly expression: jsonata.Expression;
  readonly patience: Patience;
  readonly mayRunAway: boolean;
}

/** A definition of 1 MB has some thousands. */
const COMPILED_LIMIT = 8_000;
const compiled = new Map<string, Compiled>();

/** The code between `{%` and `%}`, trimmed, or undefined for a text that is no expression. */
export function expressionIn(text: string): string | undefined {
  return /^\{%([\s\S]*)%\}$/.exec(text)?.[1]?.trim();
}

/** Parses an expression; throws the library's error when it is not JSONata. */
export function compile(code: string): Compiled {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  const patience = new Patience();
  const expression = jsonata(code, patience);
  const made = { expression, patience, mayRunAway: mayRunAway(expression.ast()) };
  for (const oldest of compiled.keys()) {
    if (compiled.size < COMPILED_LIMIT) break;
    compiled.delete(oldest);
  }
  compiled.set(code, made);
  return made;
}

async function evaluate(
  code: string,
  variables: Readonly<Record<string, Json>>,
  tools: ExpressionTools,
): Promise<Given> {
  const { expression, patience, mayRunAway: isRisky } = compile(code);
  const functions = awsFunctions(tools);
  if (!isRisky) {
    try {
      patience.begin();
      const all = { ...functions, now: nowFunction(tools), ...variables };
      return resultText(await expression.evaluate(undefined, all));
    } catch (thrown) {
      if (!(thrown instanceof GoElsewhere)) throw thrown;
    }
  }
  return evaluateInThread({ code, variables, millis: tools.now, functions });
}

/** What the library throws is an object with `code` and `message`, not always an Error. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return `: ${String(thrown)}`;
  const message = 'message' in thrown && typeof thrown.message === 'string' ? thrown.message : '';
  if (!('code' in thrown) || typeof thrown.code !== 'string') return `: ${message}`;
  const limit = limitReached(thrown.code);
  return limit === undefined ? `. ${thrown.code}: ${message}` : `: ${limit}`;
}

/** What the parser says of a text that is no JSONata, without the library's code: AWS's words. */
export function parserMessage(thrown: unknown): string {
  return messageOf(thrown).replace(/^(\. [A-Z]\d+)?: /, '');
}

function nowFunction({ now }: ExpressionTools) {
  const { expression, patience } = compile('$fromMillis($millis, $picture, $timezone)');
  return (picture?: string, timezone?: string): Promise<unknown> => {
    patience.begin();
    return expression.evaluate(undefined, { millis: now, picture, timezone });
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
function copyOfUsed(
  code: string,
  bindings: Readonly<Record<string, Json>>,
  digits: KeptDigits,
): Readonly<Record<string, Json>> {
  const copy = (value: Json): Json => plainCopy(value, (number) => digits.note(number));
  const used = Object.entries(bindings).filter(([name]) => code.includes(`$${name}`));
  const members = membersUsed(code);
  return Object.fromEntries(
    used.map(([name, value]) => {
      if (name !== 'states' || members === undefined || !isJsonObject(value)) return [name, copy(value)];
      const read = Object.entries(value).filter(([member]) => members.has(member));
      return [name, copy(Object.fromEntries(read))];
    }),
  );
}

/**
 * Evaluates `code` with the variables of `bindings` (names without `$`). There is no input document: `$`, `$$` and
 * bare field names give nothing, as on AWS. JSONata reckons with doubles: an expression that only names a value hands it
 * on as it is, one that reckons with none keeps the digits of whole numbers. Throws {@link QueryError} with AWS's words.
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
  const digits = new KeptDigits();
  let given: Given;
  try {
    given = await evaluate(code, copyOfUsed(code, bindings, digits), tools);
  } catch (thrown) {
    if (isInternal(thrown)) {
      throw new QueryError(location, `${about} threw an internal error during evaluation. ${tools.uuid()}`);
    }
    throw new QueryError(location, `${about} threw an error during evaluation${messageOf(thrown)}`);
  }
  if (given.kind !== 'value') {
    const what = given.kind === 'nothing' ? 'nothing (undefined)' : 'an unsupported result type';
    throw new QueryError(location, `${about} returned ${what}.`);
  }
  const value: Json = JSON.parse(given.text);
  return digits.restored(value, () => compile(code).expression.ast());
}
