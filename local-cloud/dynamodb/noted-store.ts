import type { Callback, Item, KeyRange, Keys, Store, TableDescription } from './dynalite-parts.js';

/** One item as a call found it, and as the call left it. */
export interface Note {
  readonly table: string;
  readonly isWritten: boolean;
  readonly before: Item | undefined;
  /** Undefined for what was deleted. */
  readonly after: Item | undefined;
}

/** Writes to be made once a whole transaction may be. */
interface Held {
  readonly keys: Keys;
  readonly key: string;
  readonly value: object | undefined;
}

/** Keys of a table's items or of an index, as one call sees them. */
class NotedKeys implements Keys {
  constructor(
    private readonly keys: Keys,
    private readonly store: NotedStore,
    /** Undefined for an index. */
    private readonly table: string | undefined,
  ) {}

  get(key: string, callback: Callback<unknown>): void {
    this.keys.get(key, (error, value) => {
      if (this.table !== undefined)
        this.store.note(this.table, key, { before: error ? undefined : (value as Item) });
      callback(error, value);
    });
  }

  put(key: string, value: object, callback: Callback<void>): void {
    if (this.table !== undefined) this.store.note(this.table, key, { isWritten: true, after: value as Item });
    if (this.store.hold({ keys: this.keys, key, value })) callback();
    else this.keys.put(key, value, callback);
  }

  del(key: string, callback: Callback<void>): void {
    if (this.table !== undefined) this.store.note(this.table, key, { isWritten: true, after: undefined });
    if (this.store.hold({ keys: this.keys, key, value: undefined })) callback();
    else this.keys.del(key, callback);
  }

  batch(operations: Parameters<Keys['batch']>[0], callback: Callback<void>): void {
    this.keys.batch(operations, callback);
  }

  createKeyStream(range?: KeyRange): NodeJS.EventEmitter {
    return this.keys.createKeyStream(range);
  }

  createValueStream(range?: KeyRange): NodeJS.EventEmitter {
    const stream = this.keys.createValueStream(range);
    stream.on('data', (item) => this.store.read.push(item as Item));
    return stream;
  }

  createReadStream(range?: KeyRange): NodeJS.EventEmitter {
    return this.createValueStream(range);
  }

  /** Whoever holds back what is written has locked before. */
  lock(key: string, work: Parameters<Keys['lock']>[1]): void {
    if (this.store.isHeld) work((done) => done);
    else this.keys.lock(key, work);
  }
}

/**
 * The store as one call sees it, which notes what the call finds and changes: what it costs follows from that. For a
 * transaction it holds back what is written, until `release`.
 */
export class NotedStore implements Store {
  readonly options: Store['options'];
  readonly tableDb: Store['tableDb'];
  /** By table and key. */
  readonly notes = new Map<string, Note>();
  /** The items that a query or a scan went over, one more than it evaluated perhaps. */
  readonly read: Item[] = [];
  readonly tables = new Map<string, TableDescription>();
  private readonly held: Held[] = [];

  constructor(
    private readonly store: Store,
    readonly isHeld = false,
  ) {
    this.options = store.options;
    this.tableDb = store.tableDb;
  }

  note(table: string, key: string, found: Partial<Note>): void {
    const name = `${table}~${key}`;
    const known = this.notes.get(name) ?? { table, isWritten: false, before: undefined, after: undefined };
    this.notes.set(name, { ...known, ...found });
  }

  /** Whether it is held back. */
  hold(write: Held): boolean {
    if (this.isHeld) this.held.push(write);
    return this.isHeld;
  }

  /** Writes what was held back; calls back once, with the first error. */
  release(callback: Callback<void>): void {
    const writes = this.held.splice(0);
    let left = writes.length;
    let failure: unknown;
    const done: Callback<void> = (error) => {
      failure ??= error;
      left -= 1;
      if (left === 0) callback(failure);
    };
    if (left === 0) callback();
    for (const { keys, key, value } of writes) {
      if (value === undefined) keys.del(key, done);
      else keys.put(key, value, done);
    }
  }

  getItemDb(table: string): Keys {
    return new NotedKeys(this.store.getItemDb(table), this, table);
  }

  deleteItemDb(table: string, callback: Callback<void>): void {
    this.store.deleteItemDb(table, callback);
  }

  getIndexDb(type: string, table: string, index: string): Keys {
    return new NotedKeys(this.store.getIndexDb(type, table, index), this, undefined);
  }

  deleteIndexDb(type: string, table: string, index: string, callback: Callback<void>): void {
    this.store.deleteIndexDb(type, table, index, callback);
  }

  getTagDb(table: string): Keys {
    return this.store.getTagDb(table);
  }

  deleteTagDb(table: string, callback: Callback<void>): void {
    this.store.deleteTagDb(table, callback);
  }

  getTable(
    name: string,
    checkStatus: false | Callback<TableDescription>,
    callback: Callback<TableDescription> = () => undefined,
  ): void {
    const done = checkStatus === false ? callback : checkStatus;
    const noted: Callback<TableDescription> = (error, table) => {
      if (table !== undefined) this.tables.set(name, table);
      done(error, table);
    };
    if (checkStatus === false) this.store.getTable(name, false, noted);
    else this.store.getTable(name, noted);
  }
}
