import type { Page } from 'playwright-core';

/** Until the app is kept on the device, with the page and every file of it. */
export async function keptOnDevice(page: Page, files: readonly string[]): Promise<void> {
  await page.waitForFunction(async (wanted) => {
    const kept = await Promise.all(wanted.map((file) => caches.match(file, { ignoreVary: true })));
    return navigator.serviceWorker.controller !== null && kept.every((file) => file !== undefined);
  }, files);
}
