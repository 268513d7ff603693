import { cp, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { openLevelStore, takeDataFolder } from '@small-grid/local-cloud/data-folder';

/** Where the records of a town are read from. */
export interface KeptTown {
  /** A DynamoDB's address. */
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** The folder holds nothing that a town has left. */
export class NoTownKept extends Error {
  constructor(folder: string) {
    super(`${folder} holds no town; npm start makes one`);
    this.name = 'NoTownKept';
  }
}

/** Copies a data folder's tables while nobody else can write them. Throws DataFolderInUse. */
async function copyOf(folder: string): Promise<string> {
  if (!existsSync(join(folder, 'dynamodb'))) throw new NoTownKept(folder);
  const copy = await mkdtemp(join(tmpdir(), 'small-grid-replay-'));
  const { store, giveBack } = await takeDataFolder(folder, () => openLevelStore(join(folder, 'state')));
  try {
    await cp(join(folder, 'dynamodb'), copy, { recursive: true });
    return copy;
  } finally {
    giveBack();
    await store.close();
  }
}

/** Opens what a stopped town keeps in its data folder: a copy, so that a replay can change nothing. */
export async function openKeptTown(folder: string): Promise<KeptTown> {
  const path = await copyOf(folder);
  const server = dynalite({ path, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await rm(path, { recursive: true, force: true });
    },
  };
}
