import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { SHAPE } from '../adapters/stored.js';

/**
 * The names that the table, functions and machines are hosted under. It is raised when they change: what lies in a
 * folder under earlier ones would not be found.
 */
const NAMES = 2;

const noteSchema = z.object({
  shape: z.number().int(),
  names: z.number().int().default(1),
  version: z.string(),
});
/** Which version of small-grid used a data folder last, in which shape it stores things, and under which names. */
export type FolderNote = z.infer<typeof noteSchema>;

const fileIn = (folder: string): string => join(folder, 'small-grid.json');

/** This version. */
export function noteOf(root: string): FolderNote {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return { shape: SHAPE, names: NAMES, version };
}

/** The note in a folder; undefined in an empty one, and in one from before 30 November 2026. */
export function readNote(folder: string): FolderNote | undefined {
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export const writeNote = (folder: string, note: FolderNote): void =>
  writeFileSync(fileIn(folder), `${JSON.stringify(note)}\n`);

/** Whether a version has kept its data there before. */
export const isUsed = (folder: string): boolean =>
  ['state', 'dynamodb', 'small-grid.json'].some((name) => existsSync(join(folder, name)));

/** A data folder that this version cannot open. */
export class OtherVersionsFolder extends Error {
  constructor(
    readonly folder: string,
    /** Undefined: from before versions were noted. */
    readonly version: string | undefined,
    readonly reason: string,
  ) {
    super(`the data folder ${folder} cannot be opened: ${reason}`);
    this.name = 'OtherVersionsFolder';
  }
}

/** Errors of a folder whose stored items or tables are not as this version stores them. */
const NOT_AS_STORED: ReadonlySet<string> = new Set(['StoredUnreadable', 'StoredLater', 'AssemblyError']);

/**
 * Opens a data folder and notes in it which version did. Throws OtherVersionsFolder where a later version stored in a
 * shape that this one does not know, or what an earlier one stored cannot be opened or found.
 */
export async function openFolder<Opened>(
  folder: string | undefined,
  now: FolderNote,
  open: () => Promise<Opened>,
): Promise<Opened> {
  if (folder === undefined) return open();
  const before = readNote(folder);
  const wasUsed = isUsed(folder);
  if (before && before.shape > now.shape)
    throw new OtherVersionsFolder(
      folder,
      before.version,
      `it stores in shape ${before.shape}, this version knows shape ${now.shape}`,
    );
  if (wasUsed && (before?.names ?? 1) < now.names)
    throw new OtherVersionsFolder(
      folder,
      before?.version,
      'its table and workflows have names of an earlier version',
    );
  try {
    const opened = await open();
    writeNote(folder, now);
    return opened;
  } catch (error) {
    const isSame = before?.shape === now.shape && before.version === now.version;
    if (!(error instanceof Error) || !wasUsed || isSame || !NOT_AS_STORED.has(error.name)) throw error;
    throw new OtherVersionsFolder(folder, before?.version, error.message);
  }
}
