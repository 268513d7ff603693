import type { Point } from './graph-picture.js';

/** How far from a corner its rounding begins: of a line along the axes, and of one that slants. */
const SQUARE = 7;
const SLANT = 36;

const towards = (from: Point, to: Point, most: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(most, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
};

const isSquare = (points: readonly Point[]): boolean =>
  points.every((point, index) => {
    const before = points[index - 1];
    return !before || point.x === before.x || point.y === before.y;
  });

/** The line through the points: with rounded corners. */
export function edgePath(points: readonly Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || first === last) return '';
  const reach = isSquare(points) ? SQUARE : SLANT;
  const corners = points.slice(1, -1).map((point, index) => {
    const before = towards(point, points[index] ?? first, reach);
    const after = towards(point, points[index + 2] ?? last, reach);
    return `L${before.x} ${before.y} Q${point.x} ${point.y} ${after.x} ${after.y}`;
  });
  return `M${first.x} ${first.y} ${corners.join(' ')} L${last.x} ${last.y}`;
}
