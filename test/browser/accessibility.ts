import { source as axeSource } from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[];
}

/** Words that are still fading in have no contrast yet. What turns for ever, a spinner, is not waited for. */
const WHEN_STILL = `Promise.all(
  document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished.catch(() => undefined)),
)`;

/**
 * What axe finds wrong with a page as it stands: rule, element, advice; none is what a test expects. The script is evaluated
 * through the debugger, which no content security policy of the page forbids.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(WHEN_STILL);
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
