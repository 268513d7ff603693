import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWhole, DataFolderDamaged, noteOpened, STATE, TABLES } from './check-data-folder.js';
import { DataFolderInUse, takeDataFolder } from './data-folder-lock.js';
import type { KeyValueStore } from './key-value-store.js';
import { openLevelStore, type LevelStore } from './level-store.js';
import { createMemoryStore } from './memory-store.js';
import { StorageFailure } from './storage-failure.js';

export interface HostStorage {
  /** Executions, queues, texts and the host's own. */
  readonly store: KeyValueStore;
  /** Tables of the embedded database; undefined in memory. */
  readonly tables: KeyValueStore | undefined;
  readonly logFile: string | undefined;
  /** Where the code of published versions of functions stays. */
  readonly codeFolder: string | undefined;
  close(): Promise<void>;
}

/** Room that must be there before a host relies on a folder, bytes: a LevelDB folder grows by less in a step. */
const PROBE = 256 * 1024;

interface OpenOptions {
  /** Whether the host has had this folder: an empty one is then another, as under a disk that went away. */
  readonly isKnown?: boolean;
}

/** Makes the folder, its owner's alone, and proves that it can be written. */
function prepare(folder: string, { isKnown = false }: OpenOptions): void {
  if (isKnown && !existsSync(join(folder, STATE, 'CURRENT'))) throw new Error('it holds nothing any more');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const probe = join(folder, 'probe');
  try {
    writeFileSync(probe, Buffer.alloc(PROBE, 1), { flush: true });
  } finally {
    rmSync(probe, { force: true });
  }
}

async function openBoth(
  folder: string,
  onFailure: (failure: StorageFailure) => void,
): Promise<{ store: LevelStore; tables: LevelStore; giveBack: () => void }> {
  const { store, giveBack } = await takeDataFolder(folder, () =>
    openLevelStore(join(folder, STATE), onFailure),
  );
  try {
    return { store, tables: await openLevelStore(join(folder, TABLES), onFailure), giveBack };
  } catch (error) {
    giveBack();
    await store.close();
    throw error;
  }
}

async function openFolder(
  folder: string,
  onFailure: (failure: StorageFailure) => void,
  options: OpenOptions,
): Promise<HostStorage> {
  prepare(folder, options);
  await checkWhole(folder);
  let failed = false;
  const { store, tables, giveBack } = await openBoth(folder, (failure) => {
    failed = true;
    onFailure(failure);
  });
  const noteClosed = await noteOpened(folder);
  return {
    store,
    tables,
    logFile: join(folder, 'functions.log'),
    codeFolder: join(folder, 'code'),
    close: async () => {
      // The note goes first: once the store is closed, the folder may be somebody else's.
      giveBack();
      await Promise.all([store.close(), tables.close()]);
      if (!failed) await noteClosed();
    },
  };
}

/**
 * Opens the data folder for this process alone, or a memory that is gone with it. `onFailure` is told when the folder
 * can be written or read no more. Rejects with DataFolderInUse, DataFolderDamaged or StorageFailure.
 */
export async function openStorage(
  folder: string | undefined,
  onFailure: (failure: StorageFailure) => void = () => undefined,
  options: OpenOptions = {},
): Promise<HostStorage> {
  if (folder === undefined)
    return {
      store: createMemoryStore(),
      tables: undefined,
      logFile: undefined,
      codeFolder: undefined,
      close: () => Promise.resolve(),
    };
  return openFolder(folder, onFailure, options).catch((error: unknown) => {
    const isTold = error instanceof DataFolderInUse || error instanceof DataFolderDamaged;
    throw isTold ? error : new StorageFailure(folder, error);
  });
}
