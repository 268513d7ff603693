import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** A folder of files that the host serves under `/_local/pages/PATH/`. */
export interface Pages {
  readonly path: string;
  readonly dir: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

const trim = (path: string) => path.replace(/^\/+|\/+$/g, '');

/** The file for a path below `/_local/pages/`, or undefined. Never one outside the folder. */
export async function findPage(
  pages: readonly Pages[],
  path: string,
): Promise<{ type: string; body: Buffer } | undefined> {
  const wanted = decodeURIComponent(trim(path));
  const folder = pages.find((page) => wanted === trim(page.path) || wanted.startsWith(`${trim(page.path)}/`));
  if (folder === undefined) return undefined;
  const root = resolve(folder.dir);
  const file = resolve(root, `.${sep}${wanted.slice(trim(folder.path).length)}`);
  if (file !== root && !file.startsWith(`${root}${sep}`)) return undefined;
  const found = await stat(file).catch(() => undefined);
  const target = found?.isDirectory() === true ? join(file, 'index.html') : file;
  const body = await readFile(target).catch(() => undefined);
  return body === undefined
    ? undefined
    : { type: TYPES[extname(target)] ?? 'application/octet-stream', body };
}
