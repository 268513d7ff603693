import type { Grid } from '../../../domain/town/schema.js';

/** Width of the drawing, in its own units. */
const WIDTH = 900;

export interface MapPicture {
  readonly width: number;
  readonly height: number;
  readonly grids: readonly {
    readonly number: number;
    readonly path: string;
    readonly middle: readonly [number, number];
  }[];
}

/** Rings of longitude and latitude on a plane: a town is small enough that a degree of longitude is one length all over it. */
export function projectGrids(grids: readonly Pick<Grid, 'number' | 'polygon'>[]): MapPicture {
  const points = grids.flatMap(({ polygon }) => polygon);
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * squeeze, 1e-9);
  const place = ([lng, lat]: readonly [number, number]): [number, number] => [
    (lng - west) * squeeze * scale,
    (north - lat) * scale,
  ];
  return {
    width: WIDTH,
    height: (north - south) * scale,
    grids: grids.map(({ number, polygon }) => {
      const placed = polygon.map(place);
      const path = `M${placed.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L')} Z`;
      return { number, path, middle: centroid(placed) };
    }),
  };
}

/** The centre of mass of a closed ring: where its number is written. */
function centroid(ring: readonly (readonly [number, number])[]): [number, number] {
  let [area, x, y] = [0, 0, 0];
  for (const [position, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(position + 1) % ring.length] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  const [first = [0, 0] as const] = ring;
  return area === 0 ? [first[0], first[1]] : [x / (3 * area), y / (3 * area)];
}
