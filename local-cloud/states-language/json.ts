import { ExactNumber, parseExactly, writeExactly } from './exact-number.js';

/** A JSON value. Everything that travels through an execution is one. */
export type Json = null | boolean | number | ExactNumber | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

/** Input and output of states, tasks and executions: 256 KiB of UTF-8 (Step Functions quotas). */
export const PAYLOAD_LIMIT_BYTES = 262_144;

export function exceedsPayloadLimit(text: string): boolean {
  return text.length > PAYLOAD_LIMIT_BYTES || new TextEncoder().encode(text).length > PAYLOAD_LIMIT_BYTES;
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !isJsonArray(value) && !(value instanceof ExactNumber)
  );
}

/** A text as it is, another value as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : writeJson(value ?? null);
}

/** Reads JSON text, numbers as they are written; throws SyntaxError as JSON.parse does. */
export function parseJson(text: string): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON text holds nothing else
  return parseExactly(text) as Json;
}

/** JSON text, numbers as they were written. */
export const writeJson: (value: unknown) => string = writeExactly;

/** What is counted with: a number as a double. Anything else as it is. */
export function plainNumber<Value>(value: Value): Exclude<Value, ExactNumber> | number {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the line says it
  return value instanceof ExactNumber ? value.value : (value as Exclude<Value, ExactNumber>);
}

/** A copy that shares nothing with `value`, its numbers doubles; `note` is told of each number. */
export function plainCopy(value: Json, note?: (number: number | ExactNumber) => void): Json {
  if (typeof value === 'number') note?.(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof ExactNumber) {
    note?.(value);
    return value.value;
  }
  if (isJsonArray(value)) return value.map((item) => plainCopy(item, note));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainCopy(member, note)]));
}

/** Turns what a service client answered into JSON: dates become text, absent members vanish, nothing becomes null. */
export function toJson(value: unknown): Json {
  const text: string | undefined = writeJson(value);
  return text === undefined ? null : parseJson(text);
}

/** Leaves out the members that are undefined: AWS never writes null for an absent member. */
export function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value;
  return kept;
}
