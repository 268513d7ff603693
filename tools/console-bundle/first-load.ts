import type { Metafile } from 'esbuild';

export interface FirstLoad {
  /** Files that are loaded with the page, as they were built; the one that begins is first. */
  readonly scripts: readonly string[];
  /** Sources of the styles that these need, in their order. */
  readonly styles: readonly string[];
  /** Of all other styles. */
  readonly laterStyles: readonly string[];
}

/** The file that was built of an entry, or of what is imported while it runs. */
export function builtOf({ outputs }: Metafile, entry: string): string {
  const [built] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? [];
  if (built === undefined) throw new Error(`nothing was built of ${entry}`);
  return built;
}

/**
 * The files that a page loads by itself when its script begins at `entry`, and the styles that wait for its later
 * parts.
 */
export function firstLoad(metafile: Metafile, entry: string): FirstLoad {
  const { outputs } = metafile;
  const main = builtOf(metafile, entry);
  const scripts = new Set([main]);
  for (const script of scripts)
    for (const { path, kind } of outputs[script]?.imports ?? [])
      if (kind === 'import-statement') scripts.add(path);
  const needed = new Set([...scripts].flatMap((script) => Object.keys(outputs[script]?.inputs ?? {})));
  const all = Object.keys(outputs[outputs[main]?.cssBundle ?? '']?.inputs ?? {});
  return {
    scripts: [...scripts],
    styles: all.filter((style) => needed.has(style)),
    laterStyles: all.filter((style) => !needed.has(style)),
  };
}

/** The pages of the console that are in some of what was built. */
export const pagesAmong = ({ outputs }: Metafile, scripts: readonly string[]): string[] =>
  scripts
    .flatMap((script) => Object.keys(outputs[script]?.inputs ?? {}))
    .filter((source) => /^web\/admin\/.*-page\.tsx$/.test(source));
