import type { Page } from 'playwright-core';

/** What has the focus; the body where something that had it is gone, and whoever reads by ear or keys begins from the top. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? 'nothing');
