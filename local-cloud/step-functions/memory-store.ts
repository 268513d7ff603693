import type { KeyValueStore } from './ports.js';

/** UTF-16 code units in the order of their UTF-8 bytes: surrogates stand for characters above all others. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

function bytewise(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A store that is gone with the process. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  const keys: string[] = [];

  /** Where `key` stands among the keys, or would. */
  function position(key: string): number {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (bytewise(keys[middle] ?? '', key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function write(key: string, value: string | undefined): void {
    const known = values.has(key);
    if (value !== undefined) {
      if (!known) keys.splice(position(key), 0, key);
      values.set(key, value);
    } else if (known) {
      keys.splice(position(key), 1);
      values.delete(key);
    }
  }

  return {
    get: (key) => Promise.resolve(values.get(key)),
    async batch(writes) {
      for (const { key, value } of writes) write(key, value);
      await Promise.resolve();
    },
    async *range({ from, to, reverse, limit }) {
      const found = keys.slice(position(from), position(to));
      if (reverse === true) found.reverse();
      for (const key of found.slice(0, limit)) {
        const value = values.get(key);
        if (value !== undefined) yield [key, value] as const;
      }
      await Promise.resolve();
    },
  };
}
