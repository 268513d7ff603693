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

/** The bar that the console's component library draws on phones says its orientation, which its role does not allow. */
const OF_THE_LIBRARY = /^aria-allowed-attr: [^]*aria-orientation="horizontal"/;

/**
 * Words that are still fading in have no contrast yet, and a page learns with its next frame that it is to be dark. What turns for ever,
 * a spinner, is not waited for.
 */
const WHEN_STILL = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
  Promise.all(
    document.getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      .map((one) => one.finished.catch(() => undefined)),
  ),
)`;

/** The console's library is told of the dark by a class, some time after the page's own colours know. */
const SAYS_ITS_COLOURS = `document.querySelector('[class*="awsui"]') === null ||
  document.body.classList.contains('awsui-dark-mode') === matchMedia('(prefers-color-scheme: dark)').matches`;
/** Questions to the page, until it has heard. */
const ASKED_AGAIN = 500;

/** Every rule is asked; what holds is not described, element by element, which took longer than all else. */
const BROKEN_RULES = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)`;

/** Nothing but colours differs in the dark. */
const BROKEN_COLOURS = `axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] }).then(({ violations }) => violations)`;

/**
 * What axe finds wrong with a page as it stands, in the light and in the dark: rule, element, advice; none is what a test expects. The
 * script is evaluated through the debugger, which no content security policy of the page forbids.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const inTheLight = await broken(page, BROKEN_RULES);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inTheDark = await broken(page, BROKEN_COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inTheLight, ...inTheDark.map((line) => `in the dark: ${line}`)].filter(
    (line) => !OF_THE_LIBRARY.test(line),
  );
}

async function broken(page: Page, rules: string): Promise<string[]> {
  for (let asked = 0; asked < ASKED_AGAIN && !(await page.evaluate<boolean>(SAYS_ITS_COLOURS)); asked += 1);
  await page.evaluate(WHEN_STILL);
  const found = await page.evaluate<readonly AxeViolation[]>(rules);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
