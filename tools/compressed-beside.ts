import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Pages are text; a file that does not change under its name is worth the best there is. */
const LASTING = /-[A-Z0-9]{8}\.(?:js|css)$/;
/** What a function sends is compressed when it is built, too: on the first call it could not be as well. */
export const EVERY_SCRIPT = /\.(?:js|css)$/;

/** What the console loads after its beginning: half of its scripts. */
const LATER = /^(?:later|papers?|workbook)-/;
/**
 * How hard it is tried: `best` for what is sent to many, over networks; `quick` for this machine: a fiftieth larger in
 * two fifths of the time, and what comes later a tenth larger in a fiftieth.
 */
const QUALITY = {
  best: { first: constants.BROTLI_MAX_QUALITY, later: constants.BROTLI_MAX_QUALITY },
  quick: { first: 10, later: 5 },
} as const;
export type Effort = keyof typeof QUALITY;

/**
 * Puts a `.br` beside every script and style of a folder that is named after its content, as it is sent. That takes
 * seconds for a large one, so `kept` holds what was compressed before by its content; what no file of the folder has
 * any more is removed from there.
 */
export async function compressBeside(
  folder: string,
  kept: string,
  effort: Effort = 'best',
  which = LASTING,
): Promise<void> {
  await mkdir(kept, { recursive: true });
  const files = (await readdir(folder)).filter((file) => which.test(file));
  const names = await Promise.all(
    files.map(async (file) => {
      const body = await readFile(join(folder, file));
      const name = `${createHash('sha256').update(body).digest('hex')}-${effort}.br`;
      const compressed = await readFile(join(kept, name)).catch(() =>
        compressInto(join(kept, name), body, QUALITY[effort][LATER.test(file) ? 'later' : 'first']),
      );
      await writeFile(join(folder, `${file}.br`), compressed);
      return name;
    }),
  );
  const left = (await readdir(kept)).filter((name) => !names.includes(name));
  await Promise.all(left.map((name) => rm(join(kept, name))));
}

async function compressInto(file: string, body: Buffer, quality: number): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const compressed = await compress(body, { params });
  await writeFile(`${file}.${process.pid}`, compressed);
  await rename(`${file}.${process.pid}`, file);
  return compressed;
}
