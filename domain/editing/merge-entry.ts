import { type Entry, isObject, isSame } from './entry.js';

/**
 * Puts one's own change of an entry on top of what it is now: a field that one changed is as one wants it, any other as it stands. Groups of
 * fields are put together in the same way, lists are taken whole.
 */
export function mergeEntry(base: Entry, mine: Entry, now: Entry): Entry {
  const names = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(now)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = merged(base[name], mine[name], now[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function merged(base: unknown, mine: unknown, now: unknown): unknown {
  if (isSame(base, mine)) return now;
  if (isObject(base) && isObject(mine) && isObject(now)) {
    const both = mergeEntry(base, mine, now);
    // Of two ways to say one thing, as an allowance is said in hours or days, only one can hold.
    return isSame(Object.keys(base).toSorted(), Object.keys(mine).toSorted()) ? both : mine;
  }
  return mine;
}
