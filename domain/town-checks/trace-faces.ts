import type { Corner } from './ring-faults.js';
import type { Piece } from './split-sides.js';

/** An area enclosed by pieces and divided by none: its corners counter-clockwise, and its size in square units. */
export interface Face {
  readonly corners: readonly Corner[];
  readonly area: number;
}

/** The enclosed faces of a net of pieces. Walks every piece both ways, always turning as far left as it can. */
export function traceFaces(pieces: readonly Piece[]): Face[] {
  const around = neighboursByAngle(pieces);
  const walked = new Set<string>();
  const faces: Face[] = [];
  for (const [a, b] of pieces) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (walked.has(way(from, to))) continue;
      const corners = walk(from, to, around, walked);
      const area = signedArea(corners);
      // The walk along the outside of the net runs clockwise.
      if (area > 0) faces.push({ corners, area });
    }
  }
  return faces;
}

/** A piece walked one way. */
const way = (from: Corner, to: Corner): string => `${String(from)} ${String(to)}`;

type Around = ReadonlyMap<string, readonly Corner[]>;

function neighboursByAngle(pieces: readonly Piece[]): Around {
  const around = new Map<string, Corner[]>();
  const add = (from: Corner, to: Corner) => {
    const known = around.get(String(from));
    if (known) known.push(to);
    else around.set(String(from), [to]);
  };
  for (const [a, b] of pieces) {
    add(a, b);
    add(b, a);
  }
  for (const [key, corners] of around) {
    const [lng = 0, lat = 0] = key.split(',').map(Number);
    const angle = (corner: Corner): number => Math.atan2(corner[1] - lat, corner[0] - lng);
    corners.sort((p, q) => angle(p) - angle(q));
  }
  return around;
}

function walk(start: Corner, second: Corner, around: Around, walked: Set<string>): Corner[] {
  const corners: Corner[] = [];
  let [from, to] = [start, second];
  while (!walked.has(way(from, to))) {
    walked.add(way(from, to));
    corners.push(from);
    const ways = around.get(String(to)) ?? [];
    const back = ways.findIndex((corner) => String(corner) === String(from));
    // The way just clockwise of the one we came by keeps the face on our left.
    const next = ways.at(back - 1) ?? from;
    [from, to] = [to, next];
  }
  return corners;
}

function signedArea(corners: readonly Corner[]): number {
  const [origin] = corners;
  if (!origin) return 0;
  // Measured from the first corner, so that the products stay exact.
  const sum = corners.reduce((total, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? origin;
    return total + (x - origin[0]) * (nextY - origin[1]) - (nextX - origin[0]) * (y - origin[1]);
  }, 0);
  return sum / 2;
}
