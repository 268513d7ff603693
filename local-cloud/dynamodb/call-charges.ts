import { isJsonObject, type JsonObject } from '../assembly/json.js';
import {
  lookedAt,
  partitionOf,
  readCharge,
  writeCharges,
  type Change,
  type Charge,
  type Consistency,
} from './charges.js';
import type { Item, TableDescription } from './dynalite-parts.js';
import type { Note, NotedStore } from './noted-store.js';

/** A note with its table's description. */
export function changeOf(tables: NotedStore['tables'], { table: name, before, after }: Note): Change {
  const table = tables.get(name);
  if (table === undefined)
    throw new Error(`a call touched an item of the table ${name} without looking at it`);
  return { table, key: partitionOf(table, after ?? before), before, after };
}

const consistency = (input: unknown): Consistency =>
  isJsonObject(input as JsonObject) && (input as JsonObject)['ConsistentRead'] === true
    ? 'strong'
    : 'eventual';

/** How a table's items are read one by one: BatchGetItem says it for each table. */
function singleReads(input: JsonObject, table: string): Consistency {
  const { RequestItems: tables } = input;
  return consistency(isJsonObject(tables) ? tables[table] : input);
}

const found = (items: readonly (Item | undefined)[]): Item[] =>
  items.filter((item): item is Item => item !== undefined);

/** A page of a query or a scan, and what of its items had to be fetched from the table. */
function pageCharges(store: NotedStore, input: JsonObject, output: JsonObject): Charge[] {
  const { TableName: name, IndexName: index } = input;
  const table = typeof name === 'string' ? store.tables.get(name) : undefined;
  if (table === undefined) return [];
  const items = store.read.slice(0, Number(output['ScannedCount'] ?? 0));
  const where = {
    table: table.TableName,
    key: partitionOf(table, items[0]),
    ...(typeof index === 'string' && { index, isLocal: isLocal(table, index) }),
  };
  const fetched = [...store.notes.values()].map(({ before }) =>
    readCharge(
      { table: table.TableName, key: partitionOf(table, before) },
      found([before]),
      consistency(input),
    ),
  );
  return [readCharge(where, items, consistency(input)), ...fetched];
}

const isLocal = ({ LocalSecondaryIndexes = [] }: TableDescription, index: string): boolean =>
  LocalSecondaryIndexes.some(({ IndexName }) => IndexName === index);

/** The charges of an answered call, from the items it found and changed. */
export function chargesOf(
  operation: string,
  store: NotedStore,
  input: JsonObject,
  output: JsonObject,
): readonly Charge[] {
  if (operation === 'Query' || operation === 'Scan') return pageCharges(store, input, output);
  return [...store.notes.values()].flatMap((note) => {
    const change = changeOf(store.tables, note);
    if (note.isWritten) return writeCharges(change);
    const { table, key, before } = change;
    return [
      readCharge({ table: table.TableName, key }, found([before]), singleReads(input, table.TableName)),
    ];
  });
}

/** The charge of a refused condition: as much as the item that it was put to. */
export const refusalCharges = (store: NotedStore): readonly Charge[] =>
  [...store.notes.values()].map((note) => lookedAt(changeOf(store.tables, note)));
