import type * as z from 'zod';
import type { mapAnswer } from '../../../contracts/resident/map.js';
import type { Town } from '../../../domain/town/schema.js';

/** The data for drawing the town's map. */
export const mapOf = ({ grids, villages, map, settings }: Town): z.input<typeof mapAnswer> => ({
  grids: grids.map(({ number, name, village, polygon }) => ({ number, name, village, ring: polygon })),
  villages: villages.map(({ id, name }) => ({ id, name })),
  features: map,
  points: settings.map.pointsForResidents,
});
