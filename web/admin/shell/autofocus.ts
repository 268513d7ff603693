/** Moves the focus to `autoFocus` each time it is shown; browsers do it once a page, and Preact leaves it to them. */
export function followAutofocus(place: HTMLElement): void {
  const focusIn = (node: Node): void => {
    if (!(node instanceof HTMLElement)) return;
    const wished = node.matches('[autofocus]') ? node : node.querySelector<HTMLElement>('[autofocus]');
    wished?.focus();
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(focusIn);
  }).observe(place, { childList: true, subtree: true });
}
