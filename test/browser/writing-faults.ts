import type { Page } from 'playwright-core';

/** What no reader of Chinese would write: a space after a full-width sign, or a half-width sign after a character. */
const NOT_WRITTEN = String.raw`[\u3001\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f] [\u4e00-\u9fff]|[\u4e00-\u9fff] ?[,:;!?(](?![\w/])`;

/** Signs of writing on a Chinese page that are not Chinese, with the words around them; more than one space is room to write in. */
export const writingFaults = (page: Page): Promise<string[]> => page.evaluate(faultsIn, NOT_WRITTEN);

/* Runs in the page, and so is whole in itself. */
function faultsIn(notWritten: string): string[] {
  const found = new Set<string>();
  if (document.documentElement.lang !== 'zh-CN') return [];
  for (const element of document.body.querySelectorAll('*:not(script, style)')) {
    // What is a point wide, or aside, is there for screen readers.
    const { width, right } = element.getBoundingClientRect();
    if (width <= 2 || right <= 0) continue;
    // What a page puts together of several words stands in several nodes; what another element holds is a new beginning.
    const runs = [...element.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : '\n'));
    for (const { index, 0: fault } of runs.join('').matchAll(new RegExp(notWritten, 'g')))
      found.add(`not so written: ${runs.join('').slice(Math.max(0, index - 12), index + fault.length + 4)}`);
  }
  return [...found];
}
