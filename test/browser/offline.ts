import type { Page } from 'playwright-core';

/** Milliseconds. */
const LOOK_EVERY = 50;

const isKept = (page: Page, files: readonly string[]): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    const kept = await Promise.all(wanted.map((file) => caches.match(file, { ignoreVary: true })));
    return navigator.serviceWorker.controller !== null && kept.every((file) => file !== undefined);
  }, files);

/** Until the app is kept on the device, with the page and every file of it. */
export async function keptOnDevice(page: Page, files: readonly string[]): Promise<void> {
  // The page's own way to wait for a condition takes the promise of an answer for a yes.
  while (!(await isKept(page, files))) await page.waitForTimeout(LOOK_EVERY);
}
