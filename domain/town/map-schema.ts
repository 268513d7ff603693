import * as z from 'zod';
import { MAP_KINDS } from './map-kinds.js';
import { bilingualSchema } from '../words/language.js';

/** Longitude and latitude in WGS 84. */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

export const mapFeatureSchema = z.strictObject({
  kind: z.enum(MAP_KINDS),
  name: bilingualSchema.optional(),
  points: z.array(position).min(1).max(2000),
});
export type MapFeature = z.infer<typeof mapFeatureSchema>;

/** More would be a burden to a phone; a town's main roads and rivers are some dozens. */
const MOST_FEATURES = 500;
export const mapSchema = z.array(mapFeatureSchema).max(MOST_FEATURES);
