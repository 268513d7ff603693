import { createHash } from 'node:crypto';
import type { Json } from '../json.js';

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

function partition(items: unknown, size: unknown): readonly (readonly unknown[])[] | undefined {
  const chunk = typeof size === 'number' ? Math.trunc(size) : 0;
  if (!Array.isArray(items) || items.length === 0 || chunk <= 0) return undefined;
  const chunks: (readonly unknown[])[] = [];
  for (let at = 0; at < items.length; at += chunk) chunks.push(items.slice(at, at + chunk));
  return chunks;
}

/** Inclusive. A single element comes out bare, a wrong direction gives nothing: both as on AWS. */
function range(first: unknown, last: unknown, step: unknown): number | readonly number[] | undefined {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number') return undefined;
  const [from, to, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (by === 0 || (to - from) * by < 0) return undefined;
  const length = Math.floor((to - from) / by) + 1;
  if (length > RANGE_LIMIT) {
    throw new RangeError('Expression evaluation memory limit exceeded: Check for excessive memory usage');
  }
  return length === 1 ? from : Array.from({ length }, (_, index) => from + index * by);
}

function hash(text: unknown, algorithm: unknown): string | undefined {
  const name = typeof algorithm === 'string' ? HASHES.get(algorithm) : undefined;
  if (typeof text !== 'string' || name === undefined) return undefined;
  return createHash(name).update(text, 'utf8').digest('hex');
}

/** The mulberry32 generator's first number: the same seed gives the same number. */
function seeded(seed: number): number {
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

function parse(text: unknown): Json | undefined {
  if (typeof text !== 'string') return undefined;
  const value: Json = JSON.parse(text);
  return value;
}

/**
 * The functions Step Functions adds to JSONata, and `$eval` taken away.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
export function awsFunctions(tools: ExpressionTools): Readonly<Record<string, unknown>> {
  return {
    partition,
    range,
    hash,
    parse,
    random: (seed: unknown) => (typeof seed === 'number' ? seeded(seed) : tools.random()),
    uuid: () => tools.uuid(),
    millis: () => tools.now,
    eval: undefined,
  };
}
