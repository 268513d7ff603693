import { loadWorkbook } from '../tables/load-workbook.js';
import { type SheetFile, sheetFiles } from '../tables/sheet-files.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Files of a town by name; those of programmes are `programmes/NAME.yaml`. */
export type TownFiles = Readonly<Record<string, string>>;

const isTownFile = (name: string): boolean => /\.(?:csv|ya?ml)$/i.test(name);

/** A zip of a folder has the folder before each name; a town's own folders are its programmes. */
export function townFileName(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const name = parts.at(-1) ?? '';
  return parts.at(-2) === 'programmes' ? `programmes/${name}` : name;
}

/** The files of a town as one zip. Made at once: the other way needs a worker of a blob, which the policy forbids. */
export async function packTown(files: TownFiles): Promise<Uint8Array> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Folders, hidden files, and what is for people: none is meant for the town. */
const isBeside = (path: string): boolean => /(?:^|\/)(?:\.|__MACOSX\/)|\/$|\.md$/i.test(path);

/**
 * The town's files in a zip. Whatever else is in it is there by its name, without what it holds, so that whoever reads
 * the town tells of it. Rejects when it is no zip.
 */
export async function unpackTown(packed: Uint8Array): Promise<TownFiles> {
  const others: string[] = [];
  const filter = ({ name }: { name: string }): boolean => {
    if (!isTownFile(name) && !isBeside(name)) others.push(name);
    return isTownFile(name) && !isBeside(name);
  };
  const files = unzipSync(packed, { filter });
  return named([...Object.entries(files), ...others.map((path) => [path, new Uint8Array()] as const)]);
}

/** Two of one name would be one: the second keeps the whole of its own. */
function named(found: readonly (readonly [string, Uint8Array])[]): TownFiles {
  const files: Record<string, string> = {};
  for (const [path, bytes] of found) {
    const name = townFileName(path);
    files[name in files ? path : name] = strFromU8(bytes);
  }
  return files;
}

/** The files of a town that are tables, and so can be sheets of a workbook. */
export const TABLE_FILES = [
  'villages.csv',
  'groups.csv',
  'grids.csv',
  'posts.csv',
  'households.csv',
  'staff.csv',
  'leave.csv',
  'supervisors.csv',
  'examples.csv',
];

/** The chosen files, and which of them come from the sheets of which workbook. */
export interface Chosen {
  readonly files: TownFiles;
  readonly sheets: readonly (SheetFile & { readonly workbook: string })[];
}

/**
 * Reads the chosen files: those of a town, zips of them, workbooks. Rejects with the name of a file that cannot be
 * read.
 */
export async function readChosen(chosen: readonly File[]): Promise<Chosen> {
  const files: Record<string, string> = {};
  const sheets: Chosen['sheets'][number][] = [];
  for (const file of chosen) {
    try {
      if (/\.xlsx$/i.test(file.name)) {
        for (const one of await readSheets(file)) {
          files[one.file] = one.text;
          sheets.push({ ...one, workbook: file.name });
        }
      } else if (/\.zip$/i.test(file.name))
        Object.assign(files, await unpackTown(new Uint8Array(await file.arrayBuffer())));
      else files[townFileName(file.webkitRelativePath || file.name)] = await file.text();
    } catch {
      throw new UnreadableFile(file.name);
    }
  }
  return { files, sheets };
}

async function readSheets(file: File): Promise<SheetFile[]> {
  const { readWorkbook } = await loadWorkbook();
  return sheetFiles(file.name, await readWorkbook(file), TABLE_FILES);
}

/** A file that was chosen and cannot be read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(readonly file: string) {
    super(file);
  }
}
