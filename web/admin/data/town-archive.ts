import { strFromU8, strToU8, unzip, zip } from 'fflate';

/** Files of a town by name; those of programmes are `programmes/NAME.yaml`. */
export type TownFiles = Readonly<Record<string, string>>;

const isTownFile = (name: string): boolean => /\.(?:csv|ya?ml)$/i.test(name);

/** A zip of a folder has the folder before each name; a town's own folders are its programmes. */
export function townFileName(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const name = parts.at(-1) ?? '';
  return parts.at(-2) === 'programmes' ? `programmes/${name}` : name;
}

/** The files of a town as one zip. */
export function packTown(files: TownFiles): Promise<Uint8Array> {
  const given = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return new Promise((resolve, reject) => {
    zip(given, (error, packed) => (error ? reject(error) : resolve(packed)));
  });
}

/** The town's files in a zip; whatever else is in it is left out. Rejects when it is no zip. */
export function unpackTown(packed: Uint8Array): Promise<TownFiles> {
  return new Promise((resolve, reject) => {
    unzip(packed, { filter: ({ name }) => isTownFile(name) }, (error, files) => {
      if (error) reject(error);
      else
        resolve(
          Object.fromEntries(
            Object.entries(files).map(([path, bytes]) => [townFileName(path), strFromU8(bytes)]),
          ),
        );
    });
  });
}

/** What somebody chose: files of a town, zips of them. Rejects with the name of the file that cannot be read. */
export async function readChosen(chosen: readonly File[]): Promise<TownFiles> {
  const files: Record<string, string> = {};
  for (const file of chosen) {
    try {
      if (/\.zip$/i.test(file.name))
        Object.assign(files, await unpackTown(new Uint8Array(await file.arrayBuffer())));
      else files[townFileName(file.webkitRelativePath || file.name)] = await file.text();
    } catch {
      throw new UnreadableFile(file.name);
    }
  }
  return files;
}

/** A file that was chosen and cannot be read. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(readonly file: string) {
    super(file);
  }
}
