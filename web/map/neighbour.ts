import type { Spot } from '../../contracts/map/projection.js';

/** The arrow keys, as steps on the drawing. */
export const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The nearest of the others that lies this way, what lies aside counting double; undefined where nothing does. */
export function neighbour<Id>(
  places: readonly { readonly id: Id; readonly spot: Spot }[],
  [fromX, fromY]: Spot,
  [stepX, stepY]: Spot,
): Id | undefined {
  let [found, nearest]: [Id | undefined, number] = [undefined, Infinity];
  for (const { id, spot } of places) {
    const [dx, dy] = [spot[0] - fromX, spot[1] - fromY];
    const along = dx * stepX + dy * stepY;
    const aside = Math.abs(dx * stepY) + Math.abs(dy * stepX);
    const far = along + 2 * aside;
    if (along > aside / 2 && along > 0 && far < nearest) [found, nearest] = [id, far];
  }
  return found;
}
