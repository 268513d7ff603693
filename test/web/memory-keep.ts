import type { Keep } from '../../web/keep.js';

/** A `Keep` that forgets everything with the test. */
export function memoryKeep(): Keep {
  const values = new Map<string, string>();
  return {
    read: (name) => values.get(name) ?? null,
    write: (name, value) => void values.set(name, value),
    drop: (name) => void values.delete(name),
  };
}
