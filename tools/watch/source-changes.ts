import { relative } from 'node:path';
import { watch } from 'chokidar';

/** An editor that saves writes a file more than once, and all files at about the same time. Milliseconds. */
const QUIET = 40;

/** Tells of changed files below these folders, by path, those of one moment together. The result ends the watching. */
export async function onSourceChange(
  root: string,
  folders: readonly string[],
  tell: (files: readonly string[]) => void,
): Promise<() => Promise<void>> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  // Node's own watching of folders loses a file once an editor has put another in its place.
  const watcher = watch([...folders], {
    cwd: root,
    ignoreInitial: true,
    // Editors keep what is not saved yet in files beside.
    ignored: (path) => /(^|\/)[.#]|~$|\.sw.$/.test(relative(root, path)),
  });
  watcher.on('all', (_event, file) => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell([...changed].sort());
      changed.clear();
    }, QUIET);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
