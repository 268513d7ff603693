import { useEffect } from 'react';

/** Looks again every so many milliseconds while the page is in sight; without a number not at all. */
export function useWhileSeen(every: number | undefined, look: () => unknown): void {
  useEffect(() => {
    if (every === undefined) return undefined;
    const timer = setInterval(() => document.hidden || look(), every);
    return () => clearInterval(timer);
  }, [every, look]);
}
