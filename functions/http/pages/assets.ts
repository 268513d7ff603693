import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { zlib } from '../../../adapters/zlib.js';

/** The codings we send, the smaller first. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** One file of the pages, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  /**
   * The body compressed, on the first call for it; absent where that saves nothing. HTTP APIs compress nothing by
   * themselves, and a function that starts anew compresses what is asked for only, where the build did not
   * (`tools/compressed-beside.ts`).
   */
  readonly compressed?: Readonly<Record<Coding, () => Buffer>>;
  readonly etag: string;
}

/** The files by the path they are asked for ("/main.js"). */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** These are compressed in themselves. */
const COMPRESSED = new Set(['.png', '.ico', '.woff2']);

/** Bytes up to which the second best level costs 0.01 s or so; larger ones are compressed as quickly as by gzip. */
const SMALL = 500_000;

function brotli(body: Buffer): Buffer {
  const { brotliCompressSync, constants } = zlib();
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: body.length < SMALL ? 9 : 5 },
  });
}

function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined;
  return () => (made ??= make());
}

const etagOf = (body: Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Text that is sent under this type. */
export const textAsset = (type: string, body: Buffer, compress = () => brotli(body)): Asset => ({
  type,
  body,
  etag: etagOf(body),
  compressed: { br: once(compress), gzip: once(() => zlib().gzipSync(body)) },
});

/** Whether what was compressed is of the file as it is: a watch lays a newer one there. */
const isOf = (built: string, file: string): boolean =>
  existsSync(built) && statSync(built).mtimeMs >= statSync(file).mtimeMs;

function readAsset(file: string): Asset | undefined {
  const extension = extname(file);
  const type = TYPES[extension];
  if (type === undefined) return undefined;
  const body = readFileSync(file);
  if (COMPRESSED.has(extension)) return { type, body, etag: etagOf(body) };
  const built = `${file}.br`;
  return textAsset(type, body, () => (isOf(built, file) ? readFileSync(built) : brotli(body)));
}

/**
 * Reads every file of a folder that has a type we serve. Only what was read here is ever served: a path is looked up
 * among these names and never put together with the folder's, so that no path can lead out of it.
 */
export function readAssets(folder: string): Assets {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const assets = files.map(({ name }) => [`/${name}`, readAsset(join(folder, name))] as const);
  return new Map(assets.flatMap(([path, asset]) => (asset ? [[path, asset] as const] : [])));
}
