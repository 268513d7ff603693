import type { JsonObject } from '../assembly/json.js';
import type { Charge } from './charges.js';
import type { TableHistory } from './table-history.js';

/** A DynamoDB behind the endpoint: one operation of its API, as the wire protocol's JSON says it. */
export interface Database {
  /** The input may be changed and kept; the output is to be read before anything else is awaited, and not changed. */
  call(operation: string, input: JsonObject): Promise<DatabaseAnswer>;
  /** Whether answers say what the call is billed. */
  readonly tellsCharges: boolean;
  /** Whether any table's items expire; undefined where the database deletes them by itself. */
  readonly hasExpiringItems?: () => Promise<boolean>;
  /** Deletes what has expired (epoch milliseconds), which nobody is billed. */
  readonly deleteExpired?: (now: number) => Promise<void>;
  /** The tables before their latest changes; undefined where nothing is remembered. */
  readonly history?: TableHistory;
  /** The items of a table as they were at a moment (epoch milliseconds) that is remembered. */
  readonly itemsAt?: (table: string, moment: number) => Promise<readonly object[]>;
  close(): Promise<void>;
}

export interface DatabaseAnswer {
  readonly status: number;
  /** An error is `{__type, message}`. */
  readonly output: JsonObject;
  /** The charges of the call. */
  readonly charges?: readonly Charge[];
}
