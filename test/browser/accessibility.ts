import { source as axeSource } from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly AxeNode[];
}

/** Words that are still fading in have no contrast yet. What turns for ever, a spinner, is not waited for. */
const WHEN_STILL = `Promise.all(
  document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished.catch(() => undefined)),
)`;

/** Every rule is asked; what holds is not described, element by element, which took longer than all else. */
const BROKEN_RULES = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)`;

/**
 * What axe finds wrong with a page as it stands: rule, element, advice; none is what a test expects. The script is evaluated
 * through the debugger, which no content security policy of the page forbids.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(WHEN_STILL);
  await page.evaluate(axeSource);
  const broken = await page.evaluate<readonly AxeViolation[]>(BROKEN_RULES);
  return broken.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
