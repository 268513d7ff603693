/**
 * A page's store on the device. A browser may refuse it (private mode, full disk): then nothing is kept and the page
 * works on.
 */
export interface Keep {
  read(name: string): string | null;
  write(name: string, value: string): void;
  drop(name: string): void;
}

/**
 * A `Keep` on the browser's local storage. Names are shared by all pages of one origin, so ours carry the product's,
 * and the town's where the page's address names one: its villages are not another's.
 */
export function createKeep(storage: () => Storage, town?: string): Keep {
  const named = (name: string): string =>
    ['small-grid', ...(town === undefined ? [] : [town]), name].join('.');
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (name) => attempt((store) => store.getItem(named(name)), null),
    write: (name, value) => attempt((store) => store.setItem(named(name), value), undefined),
    drop: (name) => attempt((store) => store.removeItem(named(name)), undefined),
  };
}
