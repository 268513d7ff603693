import { type Corner, turn } from './ring-faults.js';

/** How near a corner must be to a side to count as lying on it, in the rings' unit. */
const NEAR = 1.5;

interface Side {
  readonly a: Corner;
  readonly b: Corner;
  readonly cuts: Corner[];
}

/** A piece of a side that no other side crosses or ends on. */
export type Piece = readonly [Corner, Corner];

/**
 * All sides of all rings, cut wherever another side crosses them or a corner lies on them, each piece once. Rings are
 * in whole units (millionths of a degree), so that equal places are equal numbers.
 */
export function splitSides(rings: readonly (readonly Corner[])[]): Piece[] {
  const sides = uniqueSides(rings).sort((p, q) => west(p) - west(q));
  for (const [index, side] of sides.entries()) {
    const east = Math.max(side.a[0], side.b[0]) + NEAR;
    for (let next = index + 1; next < sides.length; next += 1) {
      const other = sides[next];
      // Sorted by their west end: the rest begins east of this side.
      if (!other || west(other) > east) break;
      if (overlapsInLatitude(side, other)) cutEachOther(side, other);
    }
  }
  const pieces = new Map<string, Piece>();
  for (const side of sides) for (const piece of piecesOf(side)) pieces.set(keyOf(...piece), piece);
  return [...pieces.values()];
}

const west = ({ a, b }: Side): number => Math.min(a[0], b[0]);

const keyOf = (a: Corner, b: Corner): string => [String(a), String(b)].sort().join(' ');

function uniqueSides(rings: readonly (readonly Corner[])[]): Side[] {
  const sides = new Map<string, Side>();
  for (const ring of rings) {
    for (const [index, a] of ring.slice(0, -1).entries()) {
      const b = ring[index + 1];
      if (b && String(a) !== String(b)) sides.set(keyOf(a, b), { a, b, cuts: [] });
    }
  }
  return [...sides.values()];
}

const overlapsInLatitude = (p: Side, q: Side): boolean =>
  Math.min(p.a[1], p.b[1]) <= Math.max(q.a[1], q.b[1]) + NEAR &&
  Math.min(q.a[1], q.b[1]) <= Math.max(p.a[1], p.b[1]) + NEAR;

function cutEachOther(p: Side, q: Side): void {
  const onP = [q.a, q.b].filter((corner) => liesOn(corner, p));
  const onQ = [p.a, p.b].filter((corner) => liesOn(corner, q));
  p.cuts.push(...onP);
  q.cuts.push(...onQ);
  if (onP.length + onQ.length > 0) return;
  const crossing = crossingOf(p, q);
  if (!crossing) return;
  p.cuts.push(crossing);
  q.cuts.push(crossing);
}

function liesOn(corner: Corner, { a, b }: Side): boolean {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const along = ((corner[0] - a[0]) * (b[0] - a[0]) + (corner[1] - a[1]) * (b[1] - a[1])) / length;
  return along >= 0 && along <= length && Math.abs(turn(a, b, corner)) / length <= NEAR;
}

function crossingOf(p: Side, q: Side): Corner | undefined {
  const [qa, qb] = [turn(p.a, p.b, q.a), turn(p.a, p.b, q.b)];
  if (qa * qb >= 0 || turn(q.a, q.b, p.a) * turn(q.a, q.b, p.b) >= 0) return undefined;
  const share = qa / (qa - qb);
  return [Math.round(q.a[0] + share * (q.b[0] - q.a[0])), Math.round(q.a[1] + share * (q.b[1] - q.a[1]))];
}

function piecesOf({ a, b, cuts }: Side): Piece[] {
  const fromA = (corner: Corner): number => (corner[0] - a[0]) ** 2 + (corner[1] - a[1]) ** 2;
  const stops = [a, ...cuts.sort((p, q) => fromA(p) - fromA(q)), b];
  return stops.flatMap((from, index): Piece[] => {
    const to = stops[index + 1];
    return to && String(from) !== String(to) ? [[from, to]] : [];
  });
}
