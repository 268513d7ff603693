import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedLog, readLog, type LogContent } from './log-file.js';
import { damageOf } from './table-file.js';
import { readVersion, type Version } from './version-edits.js';

/** A file of the folder that is not as it was written. */
export interface Damage {
  readonly file: string;
  readonly what: string;
}

export interface FolderReport {
  readonly files: number;
  readonly bytes: number;
  readonly damages: readonly Damage[];
  /** Logs and manifests whose last record was written in part. */
  readonly torn: readonly string[];
}

/** Tells that a file cannot be relied on. */
class Damaged extends Error {
  constructor(
    readonly file: string,
    readonly what: string,
  ) {
    super(`${file}: ${what}`);
  }
}

/** Names of LevelDB's files of data and of what tells of them; others hold nothing. */
const OF_LEVELDB = /^(?:CURRENT|MANIFEST-\d+|\d+\.(?:log|ldb|sst))$/;
const numberOf = (file: string) => Number(/\d+/.exec(file)?.[0]);

/**
 * Reads every file of a LevelDB folder that nobody has open and finds what is not as it was written: by the checksum of
 * each block and record, by the sizes that the manifest names, and by what must be there. LevelDB itself, as its
 * binding opens it, skips over damaged records of a log and does not look at the checksums of tables.
 *
 * A last record that was written in part, by a host that was killed or had no room, is no damage: nobody was told that
 * it is stored.
 */
export async function checkFolder(folder: string): Promise<FolderReport> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => OF_LEVELDB.test(name));
  if (files.length === 0) return { files: 0, bytes: 0, damages: [], torn: [] };
  let bytes = 0;
  const read = async (file: string): Promise<Buffer> => {
    if (!files.includes(file)) throw new Damaged(file, 'it is missing');
    const content = await readFile(join(folder, file));
    bytes += content.length;
    return content;
  };
  const damages: Damage[] = [];
  const torn: string[] = [];
  const recordsOf = async (file: string): Promise<readonly Buffer[]> => {
    const { records, tornAt } = recordsIn(file, await read(file));
    if (tornAt !== undefined) torn.push(join(folder, file));
    return records;
  };
  const note = async (check: () => Promise<void>): Promise<void> => {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      damages.push({ file: join(folder, error.file), what: error.what });
    }
  };
  await note(async () => {
    const version = await currentVersion(files, { read, recordsOf });
    for (const [number, size] of version.tables) await note(() => checkTable(number, size, { files, read }));
    for (const log of logsOf(version, files)) await note(async () => void (await recordsOf(log)));
  });
  return { files: files.length, bytes, damages, torn };
}

type Read = (file: string) => Promise<Buffer>;

function recordsIn(file: string, bytes: Buffer): LogContent {
  try {
    return readLog(bytes);
  } catch (error) {
    throw error instanceof DamagedLog ? new Damaged(file, error.message) : error;
  }
}

async function currentVersion(
  files: readonly string[],
  {
    read,
    recordsOf,
  }: { readonly read: Read; readonly recordsOf: (file: string) => Promise<readonly Buffer[]> },
): Promise<Version> {
  const named = /^(MANIFEST-\d+)\n$/.exec((await read('CURRENT')).toString('latin1'))?.[1];
  if (named === undefined) throw new Damaged('CURRENT', 'it names no manifest');
  const records = await recordsOf(named);
  const version = versionIn(named, records);
  // LevelDB names the log in each edit before it deletes the one before: an older name is of a manifest cut short.
  const isThere = files.some((file) => file.endsWith('.log') && numberOf(file) === version.logNumber);
  if (records.length === 0 || (version.logNumber > 0 && !isThere))
    throw new Damaged(named, 'it ends too early');
  return version;
}

function versionIn(file: string, records: readonly Buffer[]): Version {
  try {
    return readVersion(records);
  } catch (error) {
    throw error instanceof RangeError ? new Damaged(file, 'its records are none of a manifest') : error;
  }
}

async function checkTable(
  number: number,
  size: number,
  { files, read }: { readonly files: readonly string[]; readonly read: Read },
): Promise<void> {
  const name = String(number).padStart(6, '0');
  const file = files.find((one) => one === `${name}.sst`) ?? `${name}.ldb`;
  const content = await read(file);
  if (content.length !== size) throw new Damaged(file, `it has ${content.length} of ${size} bytes`);
  const offset = whereDamaged(content);
  if (offset !== undefined) throw new Damaged(file, `damaged at byte ${offset}`);
}

/** A footer that points outside of its table is damaged as well. */
function whereDamaged(table: Buffer): number | undefined {
  try {
    return damageOf(table);
  } catch (error) {
    if (error instanceof RangeError) return table.length;
    throw error;
  }
}

const logsOf = ({ logNumber }: Version, files: readonly string[]): readonly string[] =>
  files.filter((file) => file.endsWith('.log') && numberOf(file) >= logNumber);
