/** A JSON value. Everything that travels through an execution is one. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
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
  return typeof value === 'object' && value !== null && !isJsonArray(value);
}

/** A text as it is, another value as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Reads JSON text; throws SyntaxError as JSON.parse does. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** Turns what a service client answered into JSON: dates become text, absent members vanish, nothing becomes null. */
export function toJson(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : parseJson(text);
}

/** Leaves out the members that are undefined: AWS never writes null for an absent member. */
export function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value;
  return kept;
}
