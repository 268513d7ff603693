/** Longitude and latitude. */
export type Position = readonly [number, number];
/** A place on the drawing. */
export type Spot = readonly [number, number];

/** A part of the drawing, or the whole. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width of the drawing, in its own units. */
const WIDTH = 900;

/** From the globe to the drawing. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly spot: (position: Position) => Spot;
}

/** Positions on a plane that holds all of these: in a town a degree of longitude is one length everywhere. */
export function projectionOf(positions: readonly Position[]): Projection {
  const lngs = positions.map(([lng]) => lng);
  const lats = positions.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * squeeze, 1e-9);
  return {
    width: WIDTH,
    height: (north - south) * scale,
    spot: ([lng, lat]) => [(lng - west) * squeeze * scale, (north - lat) * scale],
  };
}

/** A line through spots as SVG draws it. */
export const pathOf = (spots: readonly Spot[], closed = false): string =>
  `M${spots.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${closed ? 'Z' : ''}`;

/** The centre of mass of a closed ring: where its name is written. */
export function middleOf(ring: readonly Spot[]): Spot {
  let [area, x, y] = [0, 0, 0];
  for (const [position, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(position + 1) % ring.length] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  const [first = [0, 0]] = ring;
  return area === 0 ? first : [x / (3 * area), y / (3 * area)];
}
