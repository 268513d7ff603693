import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder is in use by another process, which would overwrite what this one stores. */
export class DataFolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number | undefined,
  ) {
    const holder = pid === undefined ? 'another process' : `process ${pid}`;
    super(`the data folder ${folder} is in use by ${holder}; stop it or choose another folder`);
    this.name = 'DataFolderInUse';
  }
}

const fileIn = (folder: string) => join(folder, 'lock');

function notedIn(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(fileIn(folder), 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The process that noted that it has the folder, while it lives. */
export function holderOf(folder: string): number | undefined {
  const pid = notedIn(folder);
  if (pid === undefined) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    const isAnothers = error instanceof Error && 'code' in error && error.code === 'EPERM';
    return isAnothers ? pid : undefined;
  }
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}

/**
 * Opens what may be open once only, and notes in the folder who has it; the returned function takes the note away.
 *
 * LevelDB's own lock decides: the kernel holds it and frees it when the process is gone, however it ended. The note
 * names the holder and decides nothing, since after a kill its number may belong to somebody else by now (in a
 * container even to the next host itself). Throws DataFolderInUse.
 */
export async function takeDataFolder<Store>(
  folder: string,
  open: () => Promise<Store>,
): Promise<{ store: Store; giveBack: () => void }> {
  const store = await open().catch((error: unknown) => {
    throw isLocked(error) ? new DataFolderInUse(folder, notedIn(folder)) : error;
  });
  writeFileSync(fileIn(folder), String(process.pid));
  return { store, giveBack: () => rmSync(fileIn(folder), { force: true }) };
}
