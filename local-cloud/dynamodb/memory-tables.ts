import { Stream } from 'node:stream';
import { isJsonObject, type Json, type JsonObject } from '../assembly/json.js';
import { SortedKeys } from '../step-functions/sorted-keys.js';
import type { Callback, KeyRange, Keys, Owner, Store, TimesOptions } from './dynalite-parts.js';

/** DynamoDB's limit, bytes. */
const LARGEST_ITEM = 400 * 1024;
/** Above every key: keys are hexadecimal digits and `~`. */
const ABOVE_ALL = '\uffff';

/** One for all, for most puts look first, and where in the code that was is of no use to anybody. */
const NOT_FOUND = Object.assign(new Error('NotFound'), { name: 'NotFoundError' });

/** Without the attributes that an index would hold and the item has not: text would lose them. */
function held(value: object): object {
  const isWhole = Object.values(value).every((part) => part !== undefined);
  return isWhole ? value : Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/** Keys and values in memory. Every call is over when it returns, so that nothing needs to be locked. */
class MemoryKeys implements Keys {
  private readonly values = new Map<string, object>();
  private readonly keys = new SortedKeys();

  get(key: string, callback: Callback<unknown>): void {
    const value = this.values.get(key);
    if (value === undefined) callback(NOT_FOUND);
    else callback(null, value);
  }

  put(key: string, value: object, callback: Callback<void>): void {
    if (!this.values.has(key)) this.keys.add(key);
    this.values.set(key, held(value));
    callback();
  }

  del(key: string, callback: Callback<void>): void {
    if (this.values.delete(key)) this.keys.remove(key);
    callback();
  }

  batch(operations: Parameters<Keys['batch']>[0], callback: Callback<void>): void {
    for (const { type, key, value } of operations) {
      if (type === 'put') this.put(key, value ?? {}, () => undefined);
      else this.del(key, () => undefined);
    }
    callback();
  }

  createKeyStream(range: KeyRange = {}): Stream {
    return streamOf(this.within(range));
  }

  createValueStream(range: KeyRange = {}): Stream {
    return streamOf(this.within(range).map((key) => this.values.get(key)));
  }

  createReadStream(range: KeyRange = {}): Stream {
    return this.createValueStream(range);
  }

  lock(_key: string, work: Parameters<Keys['lock']>[1]): void {
    work((done) => done);
  }

  private within({ gt, gte, lt, lte, reverse = false, limit = -1 }: KeyRange): readonly string[] {
    const from = gt === undefined ? (gte ?? '') : `${gt}\0`;
    const to = lte === undefined ? (lt ?? ABOVE_ALL) : `${lte}\0`;
    const between = this.keys.between(from, to);
    const found = reverse ? between.toReversed() : between;
    return limit < 0 ? found : found.slice(0, limit);
  }
}

/** Told after whoever asked has begun to listen, until somebody has enough. */
function streamOf(values: readonly unknown[]): Stream {
  let isOver = false;
  const destroy = () => {
    isOver = true;
  };
  const stream = Object.assign(new Stream(), { destroy });
  queueMicrotask(() => {
    for (const value of values) {
      if (isOver) break;
      stream.emit('data', value);
    }
    stream.emit('end');
  });
  return stream;
}

/** A table is there as soon as it is made, though dynalite calls it so a moment later. */
const isUsable = (table: JsonObject): boolean => table['TableStatus'] !== 'DELETING';

const noTable = (reason: string): Error =>
  Object.assign(new Error(reason), {
    name: 'NotFoundError',
    statusCode: 400,
    body: { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message: reason },
  });

/** What dynalite's operations work on, in memory and gone with the process: what is stored is kept as it is, not as text. */
export class MemoryTables implements Store {
  readonly options: Store['options'];
  readonly tableDb: Store['tableDb'];
  private readonly databases = new Map<string, MemoryKeys>();

  constructor(times: TimesOptions, owner: Owner) {
    this.tableDb = Object.assign(new MemoryKeys(), owner);
    this.options = { ...times, maxItemSize: LARGEST_ITEM };
  }

  getItemDb(table: string): Keys {
    return this.database(`item ${table}`);
  }

  deleteItemDb(table: string, callback: Callback<void>): void {
    this.forget(`item ${table}`, callback);
  }

  getIndexDb(type: string, table: string, index: string): Keys {
    return this.database(`${type.toLowerCase()} ${table} ${index}`);
  }

  deleteIndexDb(type: string, table: string, index: string, callback: Callback<void>): void {
    this.forget(`${type.toLowerCase()} ${table} ${index}`, callback);
  }

  getTagDb(table: string): Keys {
    return this.database(`tag ${table}`);
  }

  deleteTagDb(table: string, callback: Callback<void>): void {
    this.forget(`tag ${table}`, callback);
  }

  getTable(
    name: string,
    checkStatus: false | Callback<JsonObject>,
    callback: Callback<JsonObject> = () => undefined,
  ): void {
    const done = checkStatus === false ? callback : checkStatus;
    this.tableDb.get(name, (_error, found) => {
      const table = isJsonObject(found as Json) ? (found as JsonObject) : undefined;
      if (table !== undefined && (checkStatus === false || isUsable(table))) done(null, table);
      else
        done(
          noTable(`Requested resource not found${checkStatus === false ? `: Table: ${name} not found` : ''}`),
        );
    });
  }

  private database(name: string): MemoryKeys {
    let known = this.databases.get(name);
    if (known === undefined) this.databases.set(name, (known = new MemoryKeys()));
    return known;
  }

  private forget(name: string, callback: Callback<void>): void {
    this.databases.delete(name);
    callback();
  }
}
