import * as z from 'zod';
import type { JsonObject } from '../assembly/json.js';
import { chargesOf, refusalCharges } from './call-charges.js';
import type { Charge } from './charges.js';
import { consumedCapacity } from './consumed-capacity.js';
import type { Database, DatabaseAnswer } from './database.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { engine, type Item, OPERATIONS, type Owner, type TableDescription } from './dynalite-parts.js';
import { folderTables } from './folder-tables.js';
import { memoryTables } from './memory-tables.js';
import { NotedStore } from './noted-store.js';
import { isRefusedCondition, oldItem, refusal, refusedBy, wantsOldItem } from './refusals.js';
import { TableHistory } from './table-history.js';
import type { Tables } from './tables.js';
import { TimeToLive } from './time-to-live.js';
import { Transactions } from './transactions.js';

/** Tables are there at once. */
const TIMES = { createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 };

const UNKNOWN: DatabaseAnswer = {
  status: 400,
  output: { __type: 'com.amazon.coral.service#UnknownOperationException' },
};

/** Members that dynalite takes and would ignore. */
const UNSUPPORTED: Readonly<Record<string, readonly string[]>> = {
  CreateTable: ['StreamSpecification'],
  UpdateTable: ['StreamSpecification', 'ReplicaUpdates'],
};

/** A stream that is switched off is none. */
const switchedOff = z.object({ StreamEnabled: z.literal(false) });

function assertSupported(operation: string, input: JsonObject): void {
  for (const member of UNSUPPORTED[operation] ?? []) {
    const given = input[member];
    if (given !== undefined && given !== null && !switchedOff.safeParse(given).success)
      throw refusal('ValidationException', `The local cloud does not support ${member}`);
  }
}

/** The capacity that a call asked to be told, as its operation answers it: one table's or a list. */
function reported(operation: string, asked: unknown, charges: readonly Charge[]): JsonObject {
  if (asked !== 'TOTAL' && asked !== 'INDEXES') return {};
  const tables = consumedCapacity(charges, asked);
  return { ConsumedCapacity: operation.startsWith('Batch') ? tables : (tables[0] ?? {}) };
}

const OWN = ['TransactWriteItems', 'TransactGetItems', 'UpdateTimeToLive', 'DescribeTimeToLive'] as const;

/** The calls that are answered; every other is refused by name. */
export const DYNAMODB_CALLS: readonly string[] = [...new Set([...OPERATIONS.keys(), ...OWN])];

/** One operation by dynalite, without the server that it puts before them. */
class EmbeddedDatabase implements Database {
  readonly tellsCharges = true;
  private readonly transactions: Transactions;
  private readonly timeToLive: TimeToLive;

  constructor(
    private readonly tables: Tables,
    readonly history: TableHistory,
    now: () => number,
  ) {
    this.transactions = new Transactions(tables, now);
    this.timeToLive = new TimeToLive(tables, (operation, input) => this.call(operation, input));
  }

  async itemsAt(table: string, moment: number): Promise<readonly Item[]> {
    const description = await new Promise<TableDescription>((resolve, reject) =>
      this.tables.getTable(table, false, (error, found) => (found ? resolve(found) : reject(error))),
    );
    const items = new Map<string, Item>();
    await new Promise<void>((resolve, reject) => {
      const stream = this.tables.getItemDb(table).createValueStream();
      stream.on('data', (item: Item) => items.set(engine.createKey(item, description), item));
      stream.on('error', reject);
      stream.on('end', () => resolve());
    });
    this.history.takeBack(table, items, moment);
    return [...items.values()];
  }

  hasExpiringItems(): Promise<boolean> {
    return this.timeToLive.isUsed();
  }

  deleteExpired(now: number): Promise<void> {
    return this.timeToLive.deleteExpired(now);
  }

  async call(operation: string, input: JsonObject): Promise<DatabaseAnswer> {
    try {
      return await this.perform(operation, input);
    } catch (error) {
      const answer = refusedBy(error);
      if (answer === undefined) throw error;
      return answer;
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private perform(operation: string, input: JsonObject): Promise<DatabaseAnswer> {
    switch (operation) {
      case 'TransactWriteItems':
        return this.transactions.write(input);
      case 'TransactGetItems':
        return this.transactions.get(input);
      case 'UpdateTimeToLive':
        return this.timeToLive.update(input);
      case 'DescribeTimeToLive':
        return this.timeToLive.describe(input);
      case 'DeleteTable':
        return this.timeToLive.forget(input).then(() => this.act(operation, input));
      default:
        return this.act(operation, input);
    }
  }

  private act(name: string, input: JsonObject): Promise<DatabaseAnswer> {
    const operation = OPERATIONS.get(name);
    if (operation === undefined) return Promise.resolve(UNKNOWN);
    assertSupported(name, input);
    const wantsOld = wantsOldItem(input);
    const store = new NotedStore(this.tables);
    const { ReturnConsumedCapacity: asked, ...checked } = operation.check(input, store);
    return new Promise<DatabaseAnswer>((resolve, reject) => {
      operation.act(store, checked, (error, answer) => {
        if (error) {
          const refused = refusedBy(error);
          if (refused === undefined) reject(error);
          else resolve(billedRefusal(refused, store, wantsOld));
          return;
        }
        // An operation that answers nothing says so with an empty text.
        const output = answer || {};
        const charges = chargesOf(name, store, checked, output);
        resolve({ status: 200, output: { ...output, ...reported(name, asked, charges) }, charges });
      });
    });
  }
}

/** A refused condition costs what looking at the item costs; other refusals are free. */
function billedRefusal(refused: DatabaseAnswer, store: NotedStore, wantsOld: boolean): DatabaseAnswer {
  if (!isRefusedCondition(refused)) return refused;
  const [note] = store.notes.values();
  return {
    status: refused.status,
    output: { ...refused.output, ...(wantsOld && oldItem(note?.before)) },
    charges: refusalCharges(store),
  };
}

export interface EmbeddedDatabaseOptions extends Owner {
  /** Where the tables are kept; without it they are in memory. */
  readonly store?: KeyValueStore | undefined;
  /** The host's time, epoch milliseconds. */
  readonly now: () => number;
}

/** dynalite's operations in this process, on a store of a folder or (without one) in memory. */
export function openEmbeddedDatabase({ store, now, ...owner }: EmbeddedDatabaseOptions): Database {
  const history = new TableHistory(now);
  const tables =
    store === undefined ? memoryTables(TIMES, owner, history) : folderTables(store, TIMES, owner, history);
  return new EmbeddedDatabase(tables, history, now);
}
