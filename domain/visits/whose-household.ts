import type { Household, Staff, Town } from '../town/schema.js';
import { householdOf } from './visit-round.js';

/** The household that a visitor means by a number, or why it is not known. */
export type Meant =
  | { readonly kind: 'household'; readonly household: Household }
  /** Not in a grid of theirs: only its team records the visits of a grid. */
  | { readonly kind: 'not-yours' }
  /** They serve several grids and did not say which. */
  | { readonly kind: 'which-grid'; readonly grids: readonly number[] }
  | { readonly kind: 'unknown' };

/** The grids in whose team this member of staff is. */
export const gridsOf = (town: Town, { id }: Pick<Staff, 'id'>): number[] =>
  town.grids.filter(({ posts }) => Object.values(posts).includes(id)).map(({ number }) => number);

/** The grid they mean: the one named, else their only one. */
export function whichGrid(
  town: Town,
  staff: Staff,
  named: number | undefined,
): { readonly kind: 'grid'; readonly grid: number } | Exclude<Meant, { kind: 'household' | 'unknown' }> {
  const grids = gridsOf(town, staff);
  const [only, ...more] = named === undefined ? grids : grids.filter((grid) => grid === named);
  if (only === undefined) return { kind: 'not-yours' };
  return more.length > 0 ? { kind: 'which-grid', grids } : { kind: 'grid', grid: only };
}

export function whoseHousehold(
  town: Town,
  staff: Staff,
  { grid: named, household: number }: { readonly grid?: number; readonly household: number },
): Meant {
  const meant = whichGrid(town, staff, named);
  if (meant.kind !== 'grid') return meant;
  const household = householdOf(town, meant.grid, number);
  return household ? { kind: 'household', household } : { kind: 'unknown' };
}
