import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..', '..');

/** Unpacked once a machine; 200 MB. */
const UNPACKED = join(tmpdir(), `small-grid-chromium-${manifest.devDependencies['@sparticuz/chromium']}`);

/** The package unpacks into the folder for temporary files and takes half a file there for a whole one: it gets its own. */
const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/** Where the packed Chromium, made for Linux on x86-64, does not run: what is installed. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
];

async function unpack(): Promise<void> {
  const aside = await mkdtemp(`${UNPACKED}.`);
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: aside },
    });
    // Moved when whole: of test files that begin together the first to finish counts.
    await rename(aside, UNPACKED);
  } catch (error) {
    if (!existsSync(UNPACKED)) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** `CHROMIUM_PATH`, else the Chromium of the development dependencies, else an installed one. */
export async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  if (process.platform === 'linux' && process.arch === 'x64') {
    if (!existsSync(UNPACKED)) await unpack();
    return join(UNPACKED, 'chromium');
  }
  const found = INSTALLED.find((path) => existsSync(path));
  if (found === undefined) throw new Error('no browser to test with: install Chrome or set CHROMIUM_PATH');
  return found;
}

/**
 * Writes a fontconfig file into a folder, and answers its path. Chinese text needs a font that few servers have: the
 * one of the development dependencies (Noto Sans, under the OFL).
 */
export async function fontsFile(folder: string): Promise<string> {
  const fonts = [join(ROOT, 'node_modules/@embedpdf/fonts-sc/fonts'), join(UNPACKED, 'fonts')];
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    [
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
      ...fonts.map((path) => `<dir>${path}</dir>`),
      `<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
    ].join('\n'),
  );
  return file;
}
