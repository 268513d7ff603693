/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `JSON.parse` with an honest type: numbers are doubles, those of executions are read by `states-language/json.ts`. */
export const parsePlainJson = (text: string): Json => JSON.parse(text) as Json;
