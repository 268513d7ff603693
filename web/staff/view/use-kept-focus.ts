import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * An element that takes the focus over where what had it is gone with a change of state: whoever reads by ear or keys
 * goes on there, and not from the top of the page.
 *
 * @param before what the state was before the first drawing; by default the same, for a page that opens begins at its top.
 */
export function useKeptFocus<Place extends HTMLElement>(state: string, before: string | undefined = state) {
  const place = useRef<Place>(null);
  const known = useRef(before);
  // Before anything else is done on the page, and not only once it is painted.
  useLayoutEffect(() => {
    if (known.current === state) return;
    known.current = state;
    if (document.activeElement === document.body || document.activeElement === null)
      place.current?.focus({ preventScroll: true });
  }, [state]);
  return place;
}
