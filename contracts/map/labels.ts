import type { Spot } from './projection.js';

export interface Label {
  readonly text: string;
  readonly spot: Spot;
}

/** How wide letters are, of their height: Chinese ones are square. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2E80' ? 1 : 0.56), 0);

/** A name moved so far from the edge of the drawing that it stands there whole. */
export const inside = <L extends Label>(label: L, size: number, width: number): L => {
  const half = ((widthOf(label.text) + 0.5) * size) / 2;
  const [x, y] = label.spot;
  return { ...label, spot: [Math.max(half, Math.min(width - half, x)), y] };
};

/** Which names there is room for, the first before the others; `size` is the height of a letter on the drawing. */
export function withRoom<L extends Label>(labels: readonly L[], size: number): L[] {
  const kept: L[] = [];
  for (const label of labels) {
    const isFree = kept.every(({ text, spot }) => {
      const wide = ((widthOf(text) + widthOf(label.text)) / 2 + 0.5) * size;
      const [dx, dy] = [Math.abs(spot[0] - label.spot[0]), Math.abs(spot[1] - label.spot[1])];
      return dx > wide || dy > size * 1.35;
    });
    if (isFree) kept.push(label);
  }
  return kept;
}
