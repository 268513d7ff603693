import { inside, type Label, withRoom } from './labels.js';
import { type Box, middleOf, pathOf, type Position, projectionOf, type Spot } from './projection.js';

/** The data that a town's map is drawn from. */
export interface Ground {
  readonly areas: readonly {
    readonly id: number;
    readonly village: string;
    readonly ring: readonly Position[];
  }[];
  /** The villages' names. */
  readonly villages: readonly { readonly id: string; readonly name: string }[];
  /** Rivers, lakes, roads and places of the town's own map. */
  readonly features: readonly {
    readonly kind: string;
    readonly name?: string | undefined;
    readonly points: readonly Position[];
  }[];
}

export interface DrawnArea {
  readonly id: number;
  readonly spot: Spot;
  readonly path: string;
}

/** A town on the plane. */
export interface Drawing {
  readonly whole: Box;
  readonly areas: readonly DrawnArea[];
  readonly lines: readonly { readonly kind: string; readonly path: string }[];
  readonly names: readonly (Label & { readonly kind: string })[];
  readonly spot: (position: Position) => Spot;
}

const average = (spots: readonly Spot[]): Spot => [
  spots.reduce((sum, [x]) => sum + x, 0) / spots.length,
  spots.reduce((sum, [, y]) => sum + y, 0) / spots.length,
];

/** Lakes are closed, the rest are lines; a place is a name alone. */
const isArea = (kind: string): boolean => kind === 'lake';

export function drawingOf({ areas, villages, features }: Ground): Drawing {
  const { width, height, spot } = projectionOf(areas.flatMap(({ ring }) => ring));
  const drawn = areas.map(({ id, village, ring }) => {
    const spots = ring.map(spot);
    return { id, village, spot: middleOf(spots), path: pathOf(spots, true) };
  });
  const ofVillages = villages.flatMap(({ id, name }) => {
    const spots = drawn.filter(({ village }) => village === id).map((area) => area.spot);
    return spots.length === 0 ? [] : [{ kind: 'village', text: name, spot: average(spots) }];
  });
  const ofFeatures = features.flatMap(({ kind, name, points }) => {
    const at = points[Math.floor(points.length * 0.4)];
    const middle = isArea(kind) ? middleOf(points.map(spot)) : at && spot(at);
    return name === undefined || !middle ? [] : [{ kind, text: name, spot: middle }];
  });
  return {
    whole: { x: 0, y: 0, width, height },
    areas: drawn,
    lines: features.map(({ kind, points }) => ({ kind, path: pathOf(points.map(spot), isArea(kind)) })),
    names: [
      ...ofFeatures.filter(({ kind }) => isArea(kind)),
      ...ofVillages,
      ...ofFeatures.filter(({ kind }) => !isArea(kind)),
    ],
    spot,
  };
}

/** The names that there is room for in this part, where a letter is so high on the drawing. */
export const namesIn = ({ names, whole }: Drawing, size: number): Drawing['names'] =>
  withRoom(
    names.map((name) => inside(name, size, whole.width)),
    size,
  );
