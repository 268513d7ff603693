import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { KeyedQueue } from '../storage/keyed-queue.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import type { Callback, KeyRange, Keys, Owner, TimesOptions } from './dynalite-parts.js';
import type { TableHistory } from './table-history.js';
import { boundsOf, NOT_FOUND, Tables, type TableKeys } from './tables.js';

type Writes = Parameters<KeyValueStore['batch']>[0];

/** Writes to be made when a lock is released, by whoever holds it. */
interface Staged {
  isOpen: boolean;
  readonly writes: Writes[number][];
}

/** The parts that all keys of one store share. */
interface Shared {
  readonly store: KeyValueStore;
  readonly locks: KeyedQueue;
  readonly staged: AsyncLocalStorage<Staged>;
}

/**
 * The keys of one table or index, under a prefix. What is written under a lock goes to the store in one batch, so that
 * an item and its places in the indexes are there together or not at all; the lock is released when they are on the
 * disk, and its holder learns it when they are not.
 */
class FolderKeys implements TableKeys {
  constructor(
    private readonly prefix: string,
    private readonly shared: Shared,
  ) {}

  get(key: string, callback: Callback<unknown>): void {
    this.shared.store
      .get(this.prefix + key)
      .then(
        (text) => (text === undefined ? callback(NOT_FOUND) : callback(null, JSON.parse(text))),
        callback,
      );
  }

  put(key: string, value: object, callback: Callback<void>): void {
    this.write([{ key: this.prefix + key, value: JSON.stringify(value) }], callback);
  }

  del(key: string, callback: Callback<void>): void {
    this.write([{ key: this.prefix + key, value: undefined }], callback);
  }

  batch(operations: Parameters<Keys['batch']>[0], callback: Callback<void>): void {
    const writes = operations.map(({ type, key, value }) => ({
      key: this.prefix + key,
      value: type === 'put' ? JSON.stringify(value ?? {}) : undefined,
    }));
    this.write(writes, callback);
  }

  createKeyStream(range: KeyRange = {}): Readable {
    return Readable.from(this.within(range, ([key]) => key.slice(this.prefix.length)));
  }

  createValueStream(range: KeyRange = {}): Readable {
    return Readable.from(this.within(range, ([, text]): unknown => JSON.parse(text)));
  }

  createReadStream(range: KeyRange = {}): Readable {
    return this.createValueStream(range);
  }

  lock(key: string, work: Parameters<Keys['lock']>[1]): void {
    const { locks, staged } = this.shared;
    const holding: Staged = { isOpen: true, writes: [] };
    void locks.run(
      this.prefix + key,
      () =>
        new Promise<void>((released) => {
          staged.run(holding, () => work(this.releaser(holding, released)));
        }),
    );
  }

  async clear(): Promise<void> {
    const gone: Writes[number][] = [];
    for await (const key of this.within({}, ([whole]) => whole)) gone.push({ key, value: undefined });
    await this.shared.store.batch(gone);
  }

  /** Every key of the range, or with its value; an iterator that nobody reads any more is closed. */
  private async *within<Result>(
    range: KeyRange,
    read: (entry: readonly [string, string]) => Result,
  ): AsyncGenerator<Result> {
    const { reverse = false, limit = -1 } = range;
    const { from, to } = boundsOf(range);
    const bounds = { from: this.prefix + from, to: this.prefix + to, reverse };
    const entries = this.shared.store.range(limit < 0 ? bounds : { ...bounds, limit });
    for await (const entry of entries) yield read(entry);
  }

  private write(writes: Writes, callback: Callback<void>): void {
    const holding = this.shared.staged.getStore();
    if (holding?.isOpen === true) {
      holding.writes.push(...writes);
      callback();
    } else this.shared.store.batch(writes).then(() => callback(), callback);
  }

  /** dynalite's way to release: it wraps what is called at the end, here with the writing before it. */
  private releaser(holding: Staged, released: () => void): <Done>(done: Done) => Done {
    return <Done>(done: Done): Done => {
      const finish = async (...results: unknown[]): Promise<void> => {
        holding.isOpen = false;
        const failure = results[0] ? undefined : await this.flush(holding.writes);
        released();
        (done as Callback<unknown>)(...(failure === undefined ? results : [failure.reason]));
      };
      return ((...results: unknown[]) => void finish(...results)) as Done;
    };
  }

  private async flush(writes: Writes): Promise<{ readonly reason: unknown } | undefined> {
    if (writes.length === 0) return undefined;
    return this.shared.store.batch(writes).then(
      () => undefined,
      (reason: unknown) => ({ reason }),
    );
  }
}

/** Tables in a folder's store, under the keys that dynalite itself gives them, so that its own folders open. */
export function folderTables(
  store: KeyValueStore,
  times: TimesOptions,
  owner: Owner,
  history: TableHistory,
): Tables {
  const shared: Shared = { store, locks: new KeyedQueue(), staged: new AsyncLocalStorage() };
  return new Tables(times, owner, (name) => new FolderKeys(`${name}~`, shared), history);
}
