import type { Page } from 'playwright-core';

const fits = (): boolean => document.documentElement.scrollWidth <= innerWidth;

/** Pixels by which a page is wider than the window, once it has laid itself out for this width: its library does so a moment after. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  await page.waitForFunction(fits, undefined, { timeout: 10_000 }).catch(() => undefined);
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}
