/** Puts the focus where `autoFocus` says each time something so marked is shown; a browser does it once a page, and Preact leaves it to the browser. */
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
