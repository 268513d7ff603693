import type { Box, Spot } from '../../contracts/map/projection.js';

/** How much larger than the whole a part of it is shown at most. */
const MOST = 12;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** The same, without leaving the drawing. */
const within = (box: Box, whole: Box): Box => ({
  ...box,
  x: between(whole.x, box.x, whole.x + whole.width - box.width),
  y: between(whole.y, box.y, whole.y + whole.height - box.height),
});

/** Larger by this factor, or smaller below one; what is at the spot stays there. */
export function zoomed(box: Box, factor: number, [x, y]: Spot, whole: Box): Box {
  const width = between(whole.width / MOST, box.width / factor, whole.width);
  const by = width / box.width;
  return within({ x: x - (x - box.x) * by, y: y - (y - box.y) * by, width, height: box.height * by }, whole);
}

export const moved = (box: Box, dx: number, dy: number, whole: Box): Box =>
  within({ ...box, x: box.x + dx, y: box.y + dy }, whole);

/** The same part, moved as far as it takes to see a spot. */
export function showing(box: Box, [x, y]: Spot, whole: Box): Box {
  const isSeen = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  return isSeen ? box : within({ ...box, x: x - box.width / 2, y: y - box.height / 2 }, whole);
}

export const centreOf = ({ x, y, width, height }: Box): Spot => [x + width / 2, y + height / 2];

export const isWhole = (box: Box, whole: Box): boolean => box.width >= whole.width;
