import * as z from 'zod';
import { MAP_KINDS } from '../domain/town/map-kinds.js';
import { type MapFeature, mapSchema } from '../domain/town/map-schema.js';
import type { ImportReport } from './import-report.js';
import type { TownFiles } from './town-files.js';
import { fit, readYaml } from './yaml-file.js';

const FILE = 'map.geojson';

const spot = z.array(z.number()).min(2);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: spot }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(spot).min(2) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(spot).min(4)).min(1) }),
]);

/** GeoJSON as every map program writes it; what a town's map does not show is passed over. */
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({
        kind: z.enum(MAP_KINDS),
        name_zh: z.string().min(1).optional(),
        name_en: z.string().min(1).optional(),
      }),
      geometry,
    }),
  ),
});
type Collection = z.infer<typeof collection>;

/** Reads map.geojson; a town without one is drawn by its grids alone. JSON is YAML, so that an error names its line. */
export function readMap(files: TownFiles, report: ImportReport): MapFeature[] {
  if (!files.names().includes(FILE)) return [];
  const yaml = readYaml(files, FILE, report);
  if (!yaml) return [];
  report.remember(['map'], yaml.locate);
  const read = fit(collection, yaml.value, yaml.locate, report);
  return (read && fit(mapSchema, read.features.map(featureOf), yaml.locate, report)) ?? [];
}

/** Of an area its outer ring; a height that stands beside longitude and latitude is dropped. */
function featureOf({
  properties: { kind, name_zh, name_en },
  geometry: drawn,
}: Collection['features'][number]) {
  const spots =
    drawn.type === 'Point'
      ? [drawn.coordinates]
      : drawn.type === 'LineString'
        ? drawn.coordinates
        : (drawn.coordinates[0] ?? []);
  const name = name_zh ?? name_en;
  return {
    kind,
    ...(name === undefined ? {} : { name: { 'zh-CN': name, en: name_en ?? name } }),
    points: spots.map(([lng, lat]) => [lng, lat]),
  };
}

/** The same as the file it was read from. */
export function writeMap(map: readonly MapFeature[]): Record<string, string> {
  if (map.length === 0) return {};
  const features = map.map(({ kind, name, points }) => ({
    type: 'Feature',
    properties: { kind, ...(name ? { name_zh: name['zh-CN'], name_en: name.en } : {}) },
    geometry:
      kind === 'lake'
        ? { type: 'Polygon', coordinates: [points] }
        : kind === 'place'
          ? { type: 'Point', coordinates: points[0] }
          : { type: 'LineString', coordinates: points },
  }));
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return { [FILE]: `{"type":"FeatureCollection","features":[\n${lines}\n]}\n` };
}
