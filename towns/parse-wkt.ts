import type { Grid } from '../domain/town/schema.js';

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const POLYGON = /^\s*POLYGON\s*\(\s*\(([^()]*)\)\s*\)\s*$/i;
const CORNER = new RegExp(String.raw`^\s*(${NUMBER})\s+(${NUMBER})\s*$`);

/**
 * Reads a polygon without holes in Well-Known Text, `POLYGON((lng lat, lng lat, ...))` (OGC 06-103r4, 7.2). Undefined
 * when it is none; whether the ring is a sound one is checked with the other grids.
 */
export function parseWkt(text: string): Grid['polygon'] | undefined {
  const corners = POLYGON.exec(text)?.[1]?.split(',');
  if (!corners) return undefined;
  const ring: Grid['polygon'] = [];
  for (const corner of corners) {
    const [, lng, lat] = CORNER.exec(corner) ?? [];
    if (lng === undefined || lat === undefined) return undefined;
    ring.push([Number(lng), Number(lat)]);
  }
  return ring;
}

/** The same polygon in Well-Known Text. */
export const writeWkt = (ring: Grid['polygon']): string =>
  `POLYGON((${ring.map(([lng, lat]) => `${decimal(lng)} ${decimal(lat)}`).join(', ')}))`;

/** Within a metre of the equator or of Greenwich JavaScript would write an exponent, which is no coordinate. */
const decimal = (degrees: number): string => {
  const text = String(degrees);
  return text.includes('e') ? degrees.toFixed(20).replace(/(?<!0)0+$/, '') : text;
};
