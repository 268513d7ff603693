import { gridByGroup } from '../geography/grid-lookup.js';
import type { Town, Village } from '../town/schema.js';

/** The one grid of a village, where its groups share one. */
function onlyGrid(village: Village | undefined): number | undefined {
  const grids = new Set(village?.groups.map(({ grid }) => grid));
  const [grid, ...more] = grids;
  return more.length === 0 ? grid : undefined;
}

/** The grid that a village and a group decide, or the village alone where it is served by one. */
export const gridOfPlace = (
  town: Town,
  { village, group }: { village?: string | undefined; group?: number | undefined },
): number | undefined =>
  village === undefined
    ? undefined
    : ((group === undefined ? undefined : gridByGroup(town, village, group)?.number) ??
      onlyGrid(town.villages.find(({ id }) => id === village)));
