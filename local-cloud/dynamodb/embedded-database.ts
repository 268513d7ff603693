import * as z from 'zod';
import type { JsonObject } from '../assembly/json.js';
import type { Database, DatabaseAnswer } from './database.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { OPERATIONS, type Owner, type Store } from './dynalite-parts.js';
import { folderTables } from './folder-tables.js';
import { memoryTables } from './memory-tables.js';

/** Tables are there at once. */
const TIMES = { createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 };

const UNKNOWN: DatabaseAnswer = {
  status: 400,
  output: { __type: 'com.amazon.coral.service#UnknownOperationException' },
};

const refusalSchema = z.object({ statusCode: z.number(), body: z.record(z.string(), z.json()) });

/** What DynamoDB says of a call that it refuses; anything else is thrown. */
function refused(error: unknown): DatabaseAnswer {
  const refusal = refusalSchema.safeParse(error);
  if (!refusal.success) throw error;
  return { status: refusal.data.statusCode, output: refusal.data.body };
}

/** One operation by dynalite, without the server that it puts before them. */
function perform(store: Store, name: string, input: JsonObject): Promise<DatabaseAnswer> {
  const operation = OPERATIONS.get(name);
  if (operation === undefined) return Promise.resolve(UNKNOWN);
  return new Promise<DatabaseAnswer>((resolve, reject) => {
    operation.act(store, operation.check(input, store), (error, output) => {
      if (error) reject(error);
      // An operation that answers nothing says so with an empty text.
      else resolve({ status: 200, output: output || {} });
    });
  }).catch(refused);
}

export interface EmbeddedDatabaseOptions extends Owner {
  /** Where the tables are kept; without it they are in memory. */
  readonly store?: KeyValueStore | undefined;
}

/** dynalite's operations in this process, on a store of a folder or (without one) in memory. */
export function openEmbeddedDatabase({ store, ...owner }: EmbeddedDatabaseOptions): Database {
  const tables = store === undefined ? memoryTables(TIMES, owner) : folderTables(store, TIMES, owner);
  return { call: (operation, input) => perform(tables, operation, input), close: () => Promise.resolve() };
}
