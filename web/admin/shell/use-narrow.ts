import { useEffect, useState } from 'react';

/** Below this a table of several columns would have to be scrolled; the design system's own bound of a phone. */
const NARROW = '(max-width: 688px)';

/** Below this a page has no room beside the open navigation: a tablet held upright. */
export const NO_ROOM_BESIDE = '(max-width: 900px)';

/** Whether the window is as narrow as a phone's, or as another bound says. */
export function useNarrow(bound = NARROW): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(bound).matches);
  useEffect(() => {
    const query = matchMedia(bound);
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [bound]);
  return isNarrow;
}
