import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Keeps pictures of the whole page, in the light and in the dark, for a person to look at, where BROWSER_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['BROWSER_PICTURES'];
  if (folder === undefined || folder === '') return;
  await mkdir(folder, { recursive: true });
  const file = name.replaceAll(' ', '-');
  await page.screenshot({ path: join(folder, `${file}.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(folder, `${file}-dark.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Keeps a file that a page made, by its path or what it holds, beside the pictures. */
export async function keepFile(file: string | Uint8Array, name: string): Promise<void> {
  const folder = process.env['BROWSER_PICTURES'];
  if (folder === undefined || folder === '') return;
  await mkdir(folder, { recursive: true });
  const kept = join(folder, name.replaceAll(' ', '-'));
  await (typeof file === 'string' ? copyFile(file, kept) : writeFile(kept, file));
}
