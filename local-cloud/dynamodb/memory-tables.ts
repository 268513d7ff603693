import { Stream } from 'node:stream';
import { SortedKeys } from '../storage/sorted-keys.js';
import type { Callback, KeyRange, Keys, Owner, TimesOptions } from './dynalite-parts.js';
import type { TableHistory } from './table-history.js';
import { boundsOf, NOT_FOUND, Tables, type TableKeys } from './tables.js';

/** Without the attributes that an index would hold and the item has not: text would lose them. */
function held(value: object): object {
  const isWhole = Object.values(value).every((part) => part !== undefined);
  return isWhole ? value : Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/** Keys and values in memory. Every call is over when it returns, so that nothing needs to be locked. */
class MemoryKeys implements TableKeys {
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

  /** Nobody holds them any more. */
  clear(): Promise<void> {
    return Promise.resolve();
  }

  lock(_key: string, work: Parameters<Keys['lock']>[1]): void {
    work((done) => done);
  }

  private within(range: KeyRange): readonly string[] {
    const { reverse = false, limit = -1 } = range;
    const { from, to } = boundsOf(range);
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

/** Tables in memory, gone with the process: what is stored is kept as it is, not as text. */
export const memoryTables = (times: TimesOptions, owner: Owner, history: TableHistory): Tables =>
  new Tables(times, owner, () => new MemoryKeys(), history);
