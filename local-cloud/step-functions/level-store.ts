import { ClassicLevel } from 'classic-level';
import type { KeyValueStore } from './ports.js';

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

/**
 * A store in a LevelDB folder. A batch resolves once it is on the disk (`sync`); batches that arrive while one is
 * being written go to the disk together in the next, since it is the sync that costs.
 */
export async function openLevelStore(folder: string): Promise<LevelStore> {
  const level = new ClassicLevel(folder);
  await level.open();
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await level.batch(
          group.flatMap(({ writes }) => writes.map(operation)),
          { sync: true },
        );
        for (const batch of group) batch.done();
      } catch (reason) {
        for (const batch of group) batch.failed(reason);
      }
    }
    writing = undefined;
  }

  return {
    get: (key) => level.get(key),
    batch: (writes) =>
      new Promise<void>((done, failed) => {
        waiting.push({ writes, done, failed });
        writing ??= flush();
      }),
    async *range({ from, to, reverse, limit }) {
      const options = {
        gte: from,
        lt: to,
        reverse: reverse ?? false,
        ...(limit === undefined ? {} : { limit }),
      };
      for await (const [key, value] of level.iterator(options)) yield [key, value] as const;
    },
    async close() {
      await writing;
      await level.close();
    },
  };
}
