import { allotPlaces, type Stratum } from './allot-places.js';
import { bestTicket } from './draw-order.js';

/** A request that may be drawn. */
export interface Candidate {
  readonly id: string;
  /** 0: in no grid. */
  readonly grid: number;
  readonly tickets: number;
}

/**
 * The telephone sample, as docs/sampling.md describes it: stratified over all grids that have a candidate, drawn from
 * the seed alone, whatever the order of the candidates. By grid, in each in the order drawn.
 */
export function drawSample(
  candidates: readonly Candidate[],
  { seed, atLeast }: { readonly seed: string; readonly atLeast: number },
): Candidate[] {
  const grids = byGrid(candidates);
  const places = Math.min(candidates.length, Math.max(atLeast, grids.size));
  const allotted = allotPlaces([...grids].map(stratumOf), places, seed);
  return [...grids].flatMap(([grid, own]) => inDrawOrder(own, seed).slice(0, allotted.get(grid)));
}

function byGrid(candidates: readonly Candidate[]): ReadonlyMap<number, Candidate[]> {
  const grids = new Map<number, Candidate[]>();
  for (const candidate of candidates.toSorted((a, b) => a.grid - b.grid)) {
    const own = grids.get(candidate.grid) ?? [];
    own.push(candidate);
    grids.set(candidate.grid, own);
  }
  return grids;
}

const stratumOf = ([grid, own]: [number, Candidate[]]): Stratum => ({
  grid,
  size: own.length,
  tickets: own.reduce((total, { tickets }) => total + tickets, 0),
});

const inDrawOrder = (own: readonly Candidate[], seed: string): Candidate[] =>
  own
    .map((candidate) => ({ candidate, ticket: bestTicket(seed, candidate) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ candidate }) => candidate);
