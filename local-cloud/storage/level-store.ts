import { setImmediate } from 'node:timers/promises';
import { ClassicLevel } from 'classic-level';
import type { KeyValueStore } from './key-value-store.js';
import { StorageFailure } from './storage-failure.js';

type Writes = Parameters<KeyValueStore['batch']>[0];

interface Waiting {
  readonly writes: Writes;
  done(): void;
  failed(reason: unknown): void;
}

function operation({ key, value }: Writes[number]) {
  return value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value };
}

export interface LevelStore extends KeyValueStore {
  close(): Promise<void>;
}

interface Range {
  readonly gte: string;
  readonly lt: string;
  readonly reverse: boolean;
  readonly limit?: number;
}

/** The used part of LevelDB; a test may give one that fails. */
export interface Level {
  get(key: string): Promise<string | undefined>;
  batch(operations: ReturnType<typeof operation>[], options: { readonly sync: boolean }): Promise<void>;
  iterator(range: Range): AsyncIterable<[string, string]>;
  close(): Promise<void>;
}

/**
 * A store in a LevelDB folder. A batch resolves once it is on the disk (`sync`); batches that arrive while one is
 * being written go to the disk together in the next, since it is the sync that costs.
 *
 * After the first failure everything is refused with that StorageFailure: LevelDB would go on behind a record that it
 * wrote in part, and read nothing of what follows when it is opened again.
 */
class OpenLevelStore implements LevelStore {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;
  private failure: StorageFailure | undefined;

  constructor(
    private readonly level: Level,
    private readonly folder: string,
    private readonly onFailure: (failure: StorageFailure) => void,
  ) {}

  async get(key: string): Promise<string | undefined> {
    this.refuseAfterFailure();
    return this.level.get(key).catch((cause: unknown) => {
      throw this.fail(cause);
    });
  }

  batch(writes: Writes): Promise<void> {
    return new Promise<void>((done, failed) => {
      this.waiting.push({ writes, done, failed });
      this.writing ??= this.flush();
    });
  }

  async *range(options: Parameters<KeyValueStore['range']>[0]): AsyncGenerator<readonly [string, string]> {
    const { from, to, reverse = false, limit } = options;
    this.refuseAfterFailure();
    const iterator = this.level.iterator({
      gte: from,
      lt: to,
      reverse,
      ...(limit === undefined ? {} : { limit }),
    });
    try {
      for await (const [key, value] of iterator) yield [key, value];
    } catch (cause) {
      throw this.fail(cause);
    }
  }

  async close(): Promise<void> {
    await this.writing;
    await this.level.close();
  }

  private async flush(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        this.refuseAfterFailure();
        await this.level.batch(
          group.flatMap(({ writes }) => writes.map(operation)),
          { sync: true },
        );
        for (const batch of group) batch.done();
      } catch (cause) {
        const failure = this.fail(cause);
        for (const batch of group) batch.failed(failure);
      }
    }
    this.writing = undefined;
  }

  private refuseAfterFailure(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private fail(cause: unknown): StorageFailure {
    if (this.failure === undefined) {
      this.failure = cause instanceof StorageFailure ? cause : new StorageFailure(this.folder, cause);
      this.onFailure(this.failure);
    }
    return this.failure;
  }
}

const openLevel = async (folder: string): Promise<Level> => {
  const level = new ClassicLevel(folder);
  await level.open();
  return {
    // What LevelDB or the system has in its caches is there sooner than a thread of libuv's pool could be woken to fetch it; for
    // what it has not, this thread waits for the disk.
    get: async (key) => level.getSync(key),
    iterator: (range) => level.iterator(range),
    close: () => level.close(),
    batch: (operations, options) => writeTogether(level, operations, options),
  };
};

/** After so many others are let on. */
const HANDED_OVER_AT_ONCE = 2_000;

/** One by one into LevelDB's own batch: an array of thousands takes this thread three to ten times as long. */
async function writeTogether(
  level: ClassicLevel,
  operations: Parameters<Level['batch']>[0],
  options: Parameters<Level['batch']>[1],
): Promise<void> {
  const together = level.batch();
  for (const [index, one] of operations.entries()) {
    if (one.type === 'put') together.put(one.key, one.value);
    else together.del(one.key);
    if ((index + 1) % HANDED_OVER_AT_ONCE === 0) await setImmediate();
  }
  await together.write(options);
}

/** Rejects with LevelDB's own error when the folder cannot be opened. `onFailure` is told of the first failure only. */
export async function openLevelStore(
  folder: string,
  onFailure: (failure: StorageFailure) => void = () => undefined,
  open: (folder: string) => Promise<Level> = openLevel,
): Promise<LevelStore> {
  return new OpenLevelStore(await open(folder), folder, onFailure);
}
