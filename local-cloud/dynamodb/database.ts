import type { JsonObject } from '../assembly/json.js';

/** A DynamoDB behind the endpoint: one operation of its API, as the wire protocol's JSON says it. */
export interface Database {
  /** The input may be changed and kept; the output is to be read before anything else is awaited, and not changed. */
  call(operation: string, input: JsonObject): Promise<DatabaseAnswer>;
  close(): Promise<void>;
}

export interface DatabaseAnswer {
  readonly status: number;
  /** An error is `{__type, message}`. */
  readonly output: JsonObject;
}
