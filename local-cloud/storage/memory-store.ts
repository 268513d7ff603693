import type { KeyValueStore } from './key-value-store.js';
import { SortedKeys } from './sorted-keys.js';

/** A store that is gone with the process. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  const keys = new SortedKeys();

  function write(key: string, value: string | undefined): void {
    if (value !== undefined) {
      if (!values.has(key)) keys.add(key);
      values.set(key, value);
    } else if (values.delete(key)) {
      keys.remove(key);
    }
  }

  return {
    get: (key) => Promise.resolve(values.get(key)),
    async batch(writes) {
      for (const { key, value } of writes) write(key, value);
      await Promise.resolve();
    },
    async *range({ from, to, reverse, limit }) {
      const between = keys.between(from, to);
      const found = reverse === true ? between.toReversed() : between;
      for (const key of found.slice(0, limit)) {
        const value = values.get(key);
        if (value !== undefined) yield [key, value] as const;
      }
      await Promise.resolve();
    },
  };
}
