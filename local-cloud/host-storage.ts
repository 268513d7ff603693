import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { takeDataFolder } from './data-folder-lock.js';
import { openLevelStore } from './step-functions/level-store.js';
import { createMemoryStore } from './step-functions/memory-store.js';
import type { KeyValueStore } from './step-functions/ports.js';

export interface HostStorage {
  readonly store: KeyValueStore;
  /** Folder of the embedded database; undefined in memory. */
  readonly databaseFolder: string | undefined;
  readonly logFile: string | undefined;
  close(): Promise<void>;
}

/** Opens the data folder for this process alone, or a memory that is gone with it. Throws DataFolderInUse. */
export async function openStorage(folder: string | undefined): Promise<HostStorage> {
  if (folder === undefined) {
    return {
      store: createMemoryStore(),
      databaseFolder: undefined,
      logFile: undefined,
      close: () => Promise.resolve(),
    };
  }
  mkdirSync(folder, { recursive: true });
  const { store, giveBack } = await takeDataFolder(folder, () => openLevelStore(join(folder, 'state')));
  return {
    store,
    databaseFolder: join(folder, 'dynamodb'),
    logFile: join(folder, 'functions.log'),
    close: async () => {
      // The note goes first: once the store is closed, the folder may be somebody else's.
      giveBack();
      await store.close();
    },
  };
}
