import pointInPolygon from 'point-in-polygon-hao';
import type { Grid, Town } from '../town/schema.js';
import type { Point } from './point.js';

/** The grid a village's group belongs to; undefined when the village or the group is not known. */
export function gridByGroup(town: Town, villageId: string, groupNumber: number): Grid | undefined {
  const village = town.villages.find((one) => one.id === villageId);
  const group = village?.groups.find((one) => one.number === groupNumber);
  return group && town.grids.find((grid) => grid.number === group.grid);
}

/**
 * The grid a point lies in; undefined outside the town. A point on an edge that grids share belongs to exactly one of
 * them: the one with the lowest number.
 */
export function gridByPoint(town: Town, point: Point): Grid | undefined {
  // The library answers 0 for "on an edge"; only false is outside.
  const holding = town.grids.filter(
    (grid) => pointInPolygon([point.lng, point.lat], [grid.polygon]) !== false,
  );
  return holding.reduce<Grid | undefined>(
    (lowest, grid) => (lowest && lowest.number < grid.number ? lowest : grid),
    undefined,
  );
}

/** Where something is, as far as it is known. */
interface Place {
  readonly village?: string | undefined;
  readonly group?: number | undefined;
  readonly location?: Point | undefined;
}

/** The grid of a villager group, else the one that all groups of its village share, else that of the point. */
export function gridOfPlace(town: Town, { village, group, location }: Place): Grid | undefined {
  const groups = town.villages.find(({ id }) => id === village)?.groups ?? [];
  const isOne = new Set(groups.map(({ grid }) => grid)).size === 1;
  const found = groups.find(({ number }) => number === group) ?? (isOne ? groups[0] : undefined);
  return found
    ? town.grids.find(({ number }) => number === found.grid)
    : location && gridByPoint(town, location);
}
