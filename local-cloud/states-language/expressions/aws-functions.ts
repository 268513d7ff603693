import { createHash } from 'node:crypto';
import type { Json } from '../json.js';
import { MEMORY_LIMIT } from './evaluation-limits.js';
import { javaRandom } from './java-random.js';
import { queryFunction } from './query-function.js';

/** Where an expression gets time and chance from; nothing in it reads the machine's own. */
export interface ExpressionTools {
  /** Epoch milliseconds, for `$now` and `$millis`. */
  readonly now: number;
  /** A number in [0, 1). */
  random(): number;
  /** A version 4 UUID. */
  uuid(): string;
}

/** AWS refuses `$range` beyond this many elements, whatever the rest of the expression does with them. */
const RANGE_LIMIT = 360_145;
const HASHES = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);
/** The texts that `$base64decode` takes on AWS, as Java's decoder does: the alphabet alone, with or without padding. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/** Thrown in the form of the library's errors; D3137 is the code of a function that refuses what it was given. */
function refused(message: string): Error {
  return Object.assign(new Error(message), { code: 'D3137' });
}

const INTERNAL = 'InternalError';

/** Whether AWS tells of an error only by an id, which is new each time. */
export function isInternal(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === INTERNAL;
}

/** Without a size, all items are one chunk. */
function partition(
  items: readonly unknown[] | undefined,
  size?: number,
): readonly (readonly unknown[])[] | undefined {
  if (items === undefined || items.length === 0) return undefined;
  const chunk = size === undefined ? items.length : Math.trunc(size);
  if (chunk < 0) throw refused('Second argument must be zero or greater');
  if (chunk === 0) return undefined;
  const chunks: (readonly unknown[])[] = [];
  for (let at = 0; at < items.length; at += chunk) chunks.push(items.slice(at, at + chunk));
  return chunks;
}

/** Inclusive. A single element comes out bare, a wrong direction gives nothing: both as on AWS. */
function range(first?: number, last?: number, step?: number): number | readonly number[] | undefined {
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const [from, to, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (by === 0 || (to - from) * by < 0) return undefined;
  const length = Math.floor((to - from) / by) + 1;
  if (length > RANGE_LIMIT) throw new RangeError(MEMORY_LIMIT);
  return length === 1 ? from : Array.from({ length }, (_, index) => from + index * by);
}

function hash(text?: string, algorithm?: string): string | undefined {
  if (text === undefined || algorithm === undefined) return undefined;
  const name = HASHES.get(algorithm);
  if (name === undefined) throw refused(`Unsupported hash algorithm: ${algorithm}`);
  return createHash(name).update(text, 'utf8').digest('hex');
}

function parse(text?: string): Json | undefined {
  if (text === undefined) return undefined;
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    throw refused('Invalid JSON');
  }
}

const decode = queryFunction('base64decode', ['string?'], (text?: string) => {
  if (text === undefined) return undefined;
  if (!BASE64.test(text)) throw Object.assign(new Error('Not Base64'), { code: INTERNAL });
  // As the library does it, each byte a character.
  return Buffer.from(text, 'base64').toString('latin1');
});

/** Without an argument it takes its context, which the library hands over as `this`: `name.$base64decode()`. */
function base64decode(this: unknown, ...given: readonly unknown[]): unknown {
  // Built as a script that is not strict, `this` comes in an object around it.
  return decode(...(given.length === 0 ? [Object(this).valueOf()] : given));
}

/**
 * The functions Step Functions adds to JSONata or has in a form of its own, and `$eval` taken away.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
export function awsFunctions(tools: ExpressionTools): Readonly<Record<string, unknown>> {
  return {
    ...PURE,
    random: queryFunction('random', ['number?'], (seed?: number) =>
      seed === undefined ? tools.random() : javaRandom(seed),
    ),
    uuid: queryFunction('uuid', [], () => tools.uuid()),
    millis: () => tools.now,
    eval: undefined,
  };
}

const PURE = {
  partition: queryFunction('partition', ['array', 'number?'], partition),
  range: queryFunction('range', ['number', 'number', 'number?'], range),
  hash: queryFunction('hash', ['string', 'string?'], hash),
  parse: queryFunction('parse', ['string?'], parse),
  base64decode,
};
