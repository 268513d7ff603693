import type { PictureStore } from '../../web/picture-store.js';

/** A `PictureStore` that forgets everything with the test. */
export function memoryPictures({ isFull = false } = {}): PictureStore {
  const kept = new Map<string, readonly string[]>();
  return {
    get: (name) => Promise.resolve(kept.get(name) ?? []),
    put(name, pictures) {
      if (isFull) return Promise.reject(new Error('QuotaExceededError'));
      kept.set(name, pictures);
      return Promise.resolve();
    },
    delete: (name) => Promise.resolve(void kept.delete(name)),
    names: () => Promise.resolve([...kept.keys()]),
  };
}
