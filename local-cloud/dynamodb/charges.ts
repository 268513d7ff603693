import type { Attribute, IndexDescription, Item, TableDescription } from './dynalite-parts.js';
import { itemSize } from './item-size.js';

/** The charge of one read or write, in units, at a table or at one of its indexes. */
export interface Charge {
  readonly unit: 'read' | 'write';
  readonly table: string;
  readonly index?: string | undefined;
  /** A local index, which is billed with its table and reported apart. */
  readonly isLocal?: boolean | undefined;
  /** The partition key of the item in its table, as text; empty where nothing was found. */
  readonly key: string;
  readonly units: number;
}

const WRITE_UNIT = 1024;
const READ_UNIT = 4096;
/** A transaction prepares and commits. */
const TRANSACTED = 2;

const unitsOf = (size: number, unit: number): number => Math.max(1, Math.ceil(size / unit));

const sizeOf = (item: Item | undefined, only?: readonly string[]): number =>
  item === undefined ? 0 : itemSize(item, only);

/** `{"S": "x"}` as `x`. */
function scalar(value: Attribute | undefined): string {
  return value?.S ?? value?.N ?? value?.B ?? '';
}

/** The partition key of an item in its table. */
export const partitionOf = (table: TableDescription, item: Item | undefined): string =>
  scalar(item?.[table.KeySchema[0]?.AttributeName ?? '']);

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)));
}

const keysOf = ({ KeySchema }: Pick<TableDescription, 'KeySchema'>): string[] =>
  KeySchema.map(({ AttributeName }) => AttributeName);

/** The attributes that an index holds of an item; undefined for all. */
function projected(table: TableDescription, index: IndexDescription): readonly string[] | undefined {
  if (index.Projection.ProjectionType === 'ALL') return undefined;
  const { NonKeyAttributes = [] } = index.Projection;
  return [...new Set([...keysOf(index), ...keysOf(table), ...NonKeyAttributes])];
}

/**
 * The units of one index when an item changes: nothing where what the index holds of it does not change, one write
 * where it comes, goes or changes in place (of the larger), two where a key of the index changes: the old entry goes, a
 * new one comes.
 */
function indexUnits(
  table: TableDescription,
  index: IndexDescription,
  before: Item | undefined,
  after: Item | undefined,
): number {
  const keys = keysOf(index);
  const held = (item: Item | undefined): Item | undefined =>
    item !== undefined && keys.every((key) => item[key] !== undefined) ? item : undefined;
  const [old, now] = [held(before), held(after)];
  if (old === undefined && now === undefined) return 0;
  const only = projected(table, index);
  const [oldUnits, nowUnits] = [old, now].map((item) =>
    item === undefined ? 0 : unitsOf(sizeOf(item, only), WRITE_UNIT),
  ) as [number, number];
  if (old === undefined || now === undefined) return oldUnits + nowUnits;
  if (!keys.every((key) => isSame(old[key], now[key]))) return oldUnits + nowUnits;
  const changes = only === undefined ? !isSame(old, now) : only.some((name) => !isSame(old[name], now[name]));
  return changes ? Math.max(oldUnits, nowUnits) : 0;
}

function indexCharges(
  table: TableDescription,
  key: string,
  before: Item | undefined,
  after: Item | undefined,
): Charge[] {
  const all = [
    ...(table.GlobalSecondaryIndexes ?? []).map((index) => ({ index, isLocal: false })),
    ...(table.LocalSecondaryIndexes ?? []).map((index) => ({ index, isLocal: true })),
  ];
  return all
    .map(({ index, isLocal }) => ({
      unit: 'write' as const,
      table: table.TableName,
      index: index.IndexName,
      isLocal,
      key,
      units: indexUnits(table, index, before, after),
    }))
    .filter(({ units }) => units > 0);
}

export interface Change {
  readonly table: TableDescription;
  readonly key: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** The charge of a refused condition, and of a check that writes nothing: the item that was looked at. */
export function lookedAt({ table, key, before }: Omit<Change, 'after'>, isTransacted = false): Charge {
  const units = unitsOf(sizeOf(before), WRITE_UNIT) * (isTransacted ? TRANSACTED : 1);
  return { unit: 'write', table: table.TableName, key, units };
}

/**
 * The charges of a write: the larger of before and after at the table, and the changes in each index. In a transaction
 * the table's part is twice as much and the indexes' is not (measured on AWS).
 */
export function writeCharges(change: Change, isTransacted = false): Charge[] {
  const { table, key, before, after } = change;
  const larger = unitsOf(Math.max(sizeOf(before), sizeOf(after)), WRITE_UNIT);
  const units = larger * (isTransacted ? TRANSACTED : 1);
  return [{ unit: 'write', table: table.TableName, key, units }, ...indexCharges(table, key, before, after)];
}

/** The charge of a transaction that was sent again: its items are read. */
export function replayCharge({ table, key, before, after }: Change): Charge {
  const units = unitsOf(Math.max(sizeOf(before), sizeOf(after)), READ_UNIT) * TRANSACTED;
  return { unit: 'read', table: table.TableName, key, units };
}

export type Consistency = 'eventual' | 'strong' | 'transaction';

const FACTOR: Readonly<Record<Consistency, number>> = { eventual: 0.5, strong: 1, transaction: TRANSACTED };

/**
 * The charge of reading one item, or of finding that it is not there; several are rounded together, as a query's page
 * is.
 */
export function readCharge(
  where: Pick<Charge, 'table' | 'index' | 'isLocal' | 'key'>,
  items: readonly Item[],
  consistency: Consistency,
): Charge {
  const size = items.reduce((total, item) => total + itemSize(item), 0);
  return { unit: 'read', ...where, units: unitsOf(size, READ_UNIT) * FACTOR[consistency] };
}
