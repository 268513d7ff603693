import type { Page } from 'playwright-core';

/** Two frames: after the first a page knows its new width, after the second it is drawn for it. */
const WHEN_DRAWN = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

/** What does not fit on a page as it stands: what is wrong, and the words where it is. None is what a test expects. */
export async function layoutFaults(page: Page): Promise<string[]> {
  await page.evaluate(WHEN_DRAWN);
  return [
    ...(await page.evaluate(beyondTheScreen)),
    ...(await page.evaluate(cutText)),
    ...(await page.evaluate(brokenAnywhere)),
    ...(await page.evaluate(brokenWords)),
    ...(await page.evaluate(overlapping)),
  ];
}

/* Each of these runs in the page, and so is whole in itself. */

/** What reaches beyond the screen, and lies in nothing that can be scrolled. */
function beyondTheScreen(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const seen = { visibilityProperty: true, opacityProperty: true };
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    element !== document.documentElement &&
    element !== document.body &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const outside = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    const isSeen = width > 2 && height > 2 && element.checkVisibility(seen);
    // What lies wholly to the left waits there until it has the focus, or is for screen readers.
    const isAside = right <= 0;
    return (
      isSeen &&
      !isAside &&
      (right > clientWidth + 1 || left < -1) &&
      !element.closest('svg *') &&
      !scrolls(element)
    );
  });
  const outermost = outside.filter((element) => !outside.includes(element.parentElement as Element));
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide on ${clientWidth}`] : [];
  return [
    ...page,
    ...outermost.map(
      (element) =>
        `beyond the screen: <${element.tagName} class="${element.className}"> ${element.textContent?.slice(0, 60)}`,
    ),
  ];
}

/** Text of which a part cannot be seen, where no title says the whole. */
function cutText(): string[] {
  const seen = { visibilityProperty: true, opacityProperty: true };
  const isCutBy = (box: Element, text: DOMRect): boolean => {
    const { overflowX, overflowY } = getComputedStyle(box);
    const { left, right, top, bottom, width, height } = box.getBoundingClientRect();
    // What is a point wide is there for screen readers.
    if (width <= 2 || height <= 2) return false;
    const aside = /hidden|clip/.test(overflowX) && (text.right > right + 2 || text.left < left - 2);
    return aside || (/hidden|clip/.test(overflowY) && (text.bottom > bottom + 4 || text.top < top - 4));
  };
  const cutBy = (box: Element | null, text: DOMRect): Element | undefined => {
    if (box === null || box === document.body) return undefined;
    if (/auto|scroll/.test(getComputedStyle(box).overflow) || box.hasAttribute('title')) return undefined;
    return isCutBy(box, text) ? box : cutBy(box.parentElement, text);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set<string>();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('svg, option, script, style') || !node.textContent?.trim()) continue;
    if (!parent.checkVisibility(seen) || parent.getBoundingClientRect().width <= 2) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    const box = rect.width > 0 ? cutBy(parent, rect) : undefined;
    if (box)
      found.add(`cut: ${node.textContent.trim().slice(0, 60)} by <${box.tagName} class="${box.className}">`);
  }
  return [...found];
}

/** Text that is broken in the middle of its words where a line ends. */
function brokenAnywhere(): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => getComputedStyle(element).wordBreak === 'break-all')
    .flatMap(({ childNodes }) => [...childNodes])
    .filter(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim())
    .map(({ textContent }) => `broken anywhere: ${textContent?.trim().slice(0, 60)}`);
}

/** A word on a button that goes on in the next line. */
function brokenWords(): string[] {
  return [...document.querySelectorAll('button, a.second')]
    .flatMap(({ childNodes }) => [...childNodes])
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .flatMap((node) =>
      [...(node.textContent ?? '').matchAll(/[\p{Script=Latin}]+/gu)].flatMap(({ 0: word, index }) => {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [`broken: ${word}`] : [];
      }),
    );
}

/** Two things to press or fill in of which one lies upon the other; what stays while the page moves under it is meant to. */
function overlapping(): string[] {
  const seen = { visibilityProperty: true, opacityProperty: true };
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"]';
  const stays = (element: Element | null): boolean =>
    element !== null &&
    (/fixed|sticky/.test(getComputedStyle(element).position) || stays(element.parentElement));
  const shownPart = (element: Element): DOMRect => {
    let { left, right, top, bottom } = element.getBoundingClientRect();
    for (let box = element.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible' || box === document.body) continue;
      const around = box.getBoundingClientRect();
      [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
      [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const controls = [...document.querySelectorAll(CONTROLS)]
    .filter((one) => one.checkVisibility(seen) && !one.closest('svg') && !stays(one))
    .map((element) => ({ element, box: shownPart(element) }))
    .filter(({ box }) => box.width > 2 && box.height > 2);
  const named = ({ element }: { element: Element }) =>
    `<${element.tagName}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
  return controls.flatMap((one, at) =>
    controls.slice(at + 1).flatMap((other) => {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across <= 2 || down <= 2) return [];
      const isInside = one.element.contains(other.element) || other.element.contains(one.element);
      // A field holds the button that empties it.
      return isInside || one.element.matches('input') ? [] : [`overlapping: ${named(one)} / ${named(other)}`];
    }),
  );
}
