import { DomainError } from '../domain-error.js';

/** Something to be checked, and who may check it. */
export interface Shareable {
  readonly id: string;
  readonly inspectors: readonly string[];
}

/**
 * Gives each to one of those who may check it, so that all have as equal a share as can be: first what few may check,
 * each to whoever has least, then from whoever has more to whoever has less while that evens it out.
 */
export function shareCalls(
  drawn: readonly Shareable[],
  inspectors: readonly string[],
): ReadonlyMap<string, string> {
  const shares = new Map<string, string>();
  const loads = new Map(inspectors.map((inspector) => [inspector, 0]));
  const load = (inspector: string): number => loads.get(inspector) ?? 0;
  const give = (id: string, to: string): void => {
    const before = shares.get(id);
    if (before !== undefined) loads.set(before, load(before) - 1);
    shares.set(id, to);
    loads.set(to, load(to) + 1);
  };
  for (const one of drawn.toSorted((a, b) => a.inspectors.length - b.inspectors.length))
    give(one.id, leastLoaded(one, load));
  for (let moved = true; moved;) {
    moved = false;
    for (const one of drawn) {
      const to = leastLoaded(one, load);
      if (load(to) + 2 > load(shares.get(one.id) ?? to)) continue;
      give(one.id, to);
      moved = true;
    }
  }
  return shares;
}

function leastLoaded({ id, inspectors }: Shareable, load: (inspector: string) => number): string {
  const [first, ...others] = inspectors;
  if (first === undefined) throw new DomainError('NoInspector', `nobody may check ${id}`, { request: id });
  return others.reduce((least, one) => (load(one) < load(least) ? one : least), first);
}
