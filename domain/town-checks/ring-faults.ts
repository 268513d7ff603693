/** [longitude, latitude] in degrees. */
export type Corner = readonly [number, number];

/** The faults of one ring by itself. */
export type RingFault = 'open' | 'too few corners' | 'repeated corner' | 'crosses itself' | 'out of range';

/** Twice the signed area of a triangle: positive when a, b, c turn left. */
export const turn = (a: Corner, b: Corner, c: Corner): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const same = (a: Corner, b: Corner): boolean => a[0] === b[0] && a[1] === b[1];

/** The first fault of a ring, or none: closed, at least a triangle, no corner twice, no side over another. */
export function ringFault(ring: readonly Corner[]): RingFault | undefined {
  const [first] = ring;
  const last = ring.at(-1);
  if (!ring.every(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return 'out of range';
  if (!first || !last || !same(first, last)) return 'open';
  const corners = ring.slice(0, -1);
  if (corners.length < 3) return 'too few corners';
  if (new Set(corners.map(String)).size < corners.length) return 'repeated corner';
  return crossesItself(corners) ? 'crosses itself' : undefined;
}

function crossesItself(corners: readonly Corner[]): boolean {
  const sides = corners.map((from, index): [Corner, Corner] => [
    from,
    corners[(index + 1) % corners.length] ?? from,
  ]);
  return sides.some(([a, b], i) =>
    sides.slice(i + 1).some(([c, d]) => {
      // Neighbouring sides share a corner; they only clash when one folds back over the other.
      if (same(b, c)) return foldsBack(a, b, d);
      if (same(d, a)) return foldsBack(c, d, b);
      return touches(a, b, c, d);
    }),
  );
}

const foldsBack = (a: Corner, b: Corner, c: Corner): boolean =>
  turn(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0;

const between = (p: Corner, a: Corner, b: Corner): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

function touches(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [c1, d1, a1, b1] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (c1 * d1 < 0 && a1 * b1 < 0) return true;
  return (
    (c1 === 0 && between(c, a, b)) ||
    (d1 === 0 && between(d, a, b)) ||
    (a1 === 0 && between(a, c, d)) ||
    (b1 === 0 && between(b, c, d))
  );
}
