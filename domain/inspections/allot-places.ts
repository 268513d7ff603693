import { lot } from './draw-order.js';

/** The candidates of a grid. */
export interface Stratum {
  readonly grid: number;
  /** How many requests, and how many tickets these have together. */
  readonly size: number;
  readonly tickets: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const quotient = (a: number, b: number): number => (a - (a % b)) / b;

/**
 * How many requests of each grid are drawn: one of each, and the other places by the grids' tickets, by largest
 * remainder. A grid that would get more than it has is drawn whole, and the others share what is left. Whole numbers
 * only, so that every machine comes to the same. `places` is at least the number of grids and at most the number of
 * requests.
 */
export function allotPlaces(
  strata: readonly Stratum[],
  places: number,
  seed: string,
): ReadonlyMap<number, number> {
  const allotted = new Map(strata.map(({ grid }) => [grid, 1]));
  let open = strata.filter(({ size }) => size > 1);
  let rest = places - strata.length;
  for (let full = overfull(open, rest); full.length > 0; full = overfull(open, rest)) {
    for (const { grid, size } of full) allotted.set(grid, size);
    rest -= sum(full.map(({ size }) => size - 1));
    open = open.filter((stratum) => !full.includes(stratum));
  }
  for (const [grid, more] of shareOut(open, rest, seed)) allotted.set(grid, 1 + more);
  return allotted;
}

function overfull(open: readonly Stratum[], rest: number): Stratum[] {
  const total = sum(open.map(({ tickets }) => tickets));
  return open.filter(({ size, tickets }) => quotient(rest * tickets, total) >= size - 1);
}

/** By largest remainder; of equal remainders the one whose lot is lower. */
function shareOut(open: readonly Stratum[], rest: number, seed: string): [number, number][] {
  const total = sum(open.map(({ tickets }) => tickets));
  const shares = open.map(({ grid, tickets }) => ({
    grid,
    whole: quotient(rest * tickets, total),
    remainder: (rest * tickets) % total,
    lot: lot(seed, `grid ${grid}`),
  }));
  const left = rest - sum(shares.map(({ whole }) => whole));
  return shares
    .toSorted((a, b) => b.remainder - a.remainder || (a.lot < b.lot ? -1 : 1))
    .map(({ grid, whole }, i) => [grid, whole + (i < left ? 1 : 0)]);
}
