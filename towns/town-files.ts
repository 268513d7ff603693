/** The files of a town, wherever they are: in a folder, or sent as texts. */
export interface TownFiles {
  /** The names at the top, or in the folder of programmes; sorted, none where there is no such folder. */
  names(folder?: 'programmes'): string[];
  /** A file by its name, as `programmes/gas-emergency.yaml`; undefined when it is missing. Throws when unreadable. */
  read(file: string): Uint8Array | undefined;
}

/** Where a town's programmes are. */
export const PROGRAMMES = 'programmes/';

/** Files that were sent as texts, by their names. */
export function sentFiles(texts: Readonly<Record<string, string>>): TownFiles {
  const known = new Map(Object.entries(texts));
  const names = [...known.keys()].sort();
  return {
    names: (folder) =>
      folder === undefined
        ? names.filter((name) => !name.startsWith(PROGRAMMES))
        : names.filter((name) => name.startsWith(PROGRAMMES)).map((name) => name.slice(PROGRAMMES.length)),
    read: (file) => {
      const text = known.get(file);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  };
}
