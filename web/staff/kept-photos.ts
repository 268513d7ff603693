import type { PictureStore } from '../picture-store.js';

type Pictures = readonly string[];

/** Photos that go with answers and are not sent yet, in base64, by the answer they go with. */
export interface KeptPhotos {
  /** Rejects where the device cannot be asked for them. */
  get(of: string): Promise<Pictures>;
  /** Answers whether they outlive the page. Where the device has no room for them, they are held while it is open. */
  set(of: string, pictures: Pictures): Promise<boolean>;
  /** Forgets those that go with anything else. */
  retain(of: readonly string[]): Promise<void>;
}

/** @param open may fail: a browser may have no such store, or refuse it in a private window. */
export function createKeptPhotos(open: () => Promise<PictureStore>): KeptPhotos {
  const held = new Map<string, Pictures>();
  let opened: Promise<PictureStore> | undefined;
  const kept = (): Promise<PictureStore> => (opened ??= open());
  const attempt = async <T>(use: (store: PictureStore) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await use(await kept());
    } catch {
      return otherwise;
    }
  };
  const forget = (of: string): Promise<void> => attempt((store) => store.delete(of), undefined);
  return {
    get: async (of) => held.get(of) ?? (await kept()).get(of),
    async set(of, pictures) {
      if (pictures.length === 0) held.delete(of);
      else held.set(of, pictures);
      const isKept = await attempt(async (store) => {
        await (pictures.length === 0 ? store.delete(of) : store.put(of, pictures));
        return true;
      }, pictures.length === 0);
      // Photos that were kept before are not to be sent in their place.
      if (!isKept) await forget(of);
      return isKept;
    },
    async retain(of) {
      const names = await attempt((store) => store.names(), []);
      for (const name of names) if (!of.includes(name)) await forget(name);
    },
  };
}
