import type { Callback, Item, KeyRange, Keys } from './dynalite-parts.js';

/** How many of a table's latest changes are remembered, in memory; earlier states cannot be restored. */
const MOST_CHANGES = 20_000;
/** As many are forgotten at once, so that what is remembered stays about as much. */
const FORGOTTEN_AT_ONCE = 500;

interface Change {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly key: string;
  /** Undefined where there was none. */
  readonly before: Item | undefined;
}

interface Remembered {
  since: number;
  changes: Change[];
}

/** The items of tables before their latest changes, in this life of the host. */
export class TableHistory {
  private readonly tables = new Map<string, Remembered>();

  constructor(private readonly now: () => number) {}

  /** From now on; what is remembered already stays. */
  keep(table: string): void {
    if (!this.tables.has(table)) this.tables.set(table, { since: this.now(), changes: [] });
  }

  forget(table: string): void {
    this.tables.delete(table);
  }

  /** Since when; epoch milliseconds. Undefined of a table whose changes are not remembered. */
  since(table: string): number | undefined {
    return this.tables.get(table)?.since;
  }

  add(table: string, key: string, before: Item | undefined): void {
    const remembered = this.tables.get(table);
    if (remembered === undefined) return;
    remembered.changes.push({ at: this.now(), key, before });
    if (remembered.changes.length <= MOST_CHANGES) return;
    const [last] = remembered.changes.splice(0, FORGOTTEN_AT_ONCE).slice(-1);
    remembered.since = (last?.at ?? 0) + 1;
  }

  /** Makes of the items of now, by key, those of a moment: what was changed later is taken back. */
  takeBack(table: string, items: Map<string, Item>, moment: number): void {
    for (const { at, key, before } of (this.tables.get(table)?.changes ?? []).toReversed()) {
      if (at <= moment) return;
      if (before === undefined) items.delete(key);
      else items.set(key, before);
    }
  }
}

/** Keys of a table's items that tell the history what was there before each change. */
export class RememberedKeys implements Keys {
  constructor(
    private readonly keys: Keys,
    private readonly table: string,
    private readonly history: TableHistory,
  ) {}

  get(key: string, callback: Callback<unknown>): void {
    this.keys.get(key, callback);
  }

  put(key: string, value: object, callback: Callback<void>): void {
    this.remember(key, () => this.keys.put(key, value, callback));
  }

  del(key: string, callback: Callback<void>): void {
    this.remember(key, () => this.keys.del(key, callback));
  }

  batch(operations: Parameters<Keys['batch']>[0], callback: Callback<void>): void {
    const [first, ...others] = operations;
    if (first === undefined) callback();
    else
      this.remember(first.key, () =>
        this.keys.batch([first], (error) => {
          if (error) callback(error);
          else this.batch(others, callback);
        }),
      );
  }

  createKeyStream(range?: KeyRange): NodeJS.EventEmitter {
    return this.keys.createKeyStream(range);
  }

  createValueStream(range?: KeyRange): NodeJS.EventEmitter {
    return this.keys.createValueStream(range);
  }

  createReadStream(range?: KeyRange): NodeJS.EventEmitter {
    return this.keys.createReadStream(range);
  }

  lock(key: string, work: Parameters<Keys['lock']>[1]): void {
    this.keys.lock(key, work);
  }

  private remember(key: string, change: () => void): void {
    if (this.history.since(this.table) === undefined) return change();
    this.keys.get(key, (error, before) => {
      this.history.add(this.table, key, error ? undefined : (before as Item));
      change();
    });
  }
}
