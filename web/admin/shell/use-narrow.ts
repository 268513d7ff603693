import { useEffect, useState } from 'react';

/** Below this a table of several columns would have to be scrolled; the design system's own bound of a phone. */
const NARROW = '(max-width: 688px)';

/** Whether the window is as narrow as a phone's. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
