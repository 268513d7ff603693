import pointInPolygon from 'point-in-polygon-hao';
import type { Corner } from './ring-faults.js';
import { splitSides } from './split-sides.js';
import { type Face, traceFaces } from './trace-faces.js';

/** A piece of ground with a simple, closed ring of [longitude, latitude]. */
export interface Plot {
  readonly number: number;
  readonly ring: readonly Corner[];
}

/** Ground that several plots claim, or that lies between plots and belongs to none. */
export interface TilingFault {
  readonly kind: 'overlap' | 'gap';
  /** The plots that claim it, or that lie around it; ascending. */
  readonly plots: readonly number[];
  /** A place inside it. */
  readonly at: Corner;
  readonly squareMetres: number;
}

/** Places are compared as millionths of a degree: 11 cm, finer than any town draws. */
const UNITS = 1e6;
const METRES_PER_UNIT = 0.1113;

/** A strip thinner than this (about half a metre) is an inaccuracy of drawing, where corners were not shared. */
const THINNEST = 5;

/** Where plots overlap or leave gaps between them. The outline is whatever the plots together enclose. */
export function tilingFaults(plots: readonly Plot[]): TilingFault[] {
  const drawn = plots.map(({ number, ring }) => ({
    number,
    ring: ring.map(([lng, lat]): Corner => [Math.round(lng * UNITS), Math.round(lat * UNITS)]),
  }));
  const faults = traceFaces(splitSides(drawn.map(({ ring }) => ring))).flatMap((face) =>
    faultOf(face, drawn),
  );
  return mergeOverlaps(faults);
}

function faultOf(face: Face, plots: readonly Plot[]): TilingFault[] {
  const longest = Math.max(...sidesOf(face).map(({ length }) => length));
  const thickness = face.area / longest;
  if (thickness < THINNEST) return [];
  // Close to the side, so that even in a face of odd shape the place is on the side's own left.
  const far = Math.min(thickness / 4, THINNEST);
  const inside = sidesOf(face)
    .find(({ length }) => length === longest)
    ?.beside(far);
  if (!inside) return [];
  const holders = plotsAt(inside, plots);
  if (holders.length === 1) return [];
  const around = sidesOf(face).flatMap(({ beside }) => plotsAt(beside(-far), plots));
  const [lng, lat] = inside;
  return [
    {
      kind: holders.length === 0 ? 'gap' : 'overlap',
      plots: holders.length === 0 ? [...new Set(around)].sort((p, q) => p - q) : holders,
      at: [lng / UNITS, lat / UNITS],
      squareMetres: face.area * METRES_PER_UNIT ** 2 * Math.cos((lat / UNITS / 180) * Math.PI),
    },
  ];
}

interface FaceSide {
  readonly length: number;
  /** The place so far to the left of the middle of the side: inside the face; outside when negative. */
  readonly beside: (far: number) => Corner;
}

const sidesOf = ({ corners }: Face): FaceSide[] =>
  corners.map((a, index) => {
    const b = corners[(index + 1) % corners.length] ?? a;
    const [x, y] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(x, y);
    return {
      length,
      beside: (far) => [(a[0] + b[0]) / 2 - (y / length) * far, (a[1] + b[1]) / 2 + (x / length) * far],
    };
  });

const plotsAt = (place: Corner, plots: readonly Plot[]): number[] =>
  plots
    .filter(({ ring }) => pointInPolygon([...place], [ring.map(([x, y]) => [x, y])]) === true)
    .map(({ number }) => number)
    .sort((p, q) => p - q);

/** Two plots that overlap in several places are one fault, shown at its largest place. */
function mergeOverlaps(faults: readonly TilingFault[]): TilingFault[] {
  const merged = new Map<string, TilingFault>();
  for (const [index, fault] of faults.entries()) {
    const key = fault.kind === 'gap' ? `gap ${index}` : fault.plots.join(' ');
    const known = merged.get(key);
    const larger = known && known.squareMetres > fault.squareMetres ? known : fault;
    merged.set(key, { ...larger, squareMetres: fault.squareMetres + (known?.squareMetres ?? 0) });
  }
  return [...merged.values()];
}
