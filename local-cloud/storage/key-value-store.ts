/**
 * Where everything is kept that the host stores: a LevelDB folder or a map in memory. A batch resolves once it is on
 * the disk. Keys are strings ordered bytewise.
 */
export interface KeyValueStore {
  get(key: string): Promise<string | undefined>;
  /** All writes or none. A value of `undefined` deletes. */
  batch(writes: readonly { readonly key: string; readonly value: string | undefined }[]): Promise<void>;
  /** Entries with `from <= key < to`, in order (or reverse). */
  range(options: {
    from: string;
    to: string;
    reverse?: boolean;
    limit?: number;
  }): AsyncIterable<readonly [string, string]>;
}
