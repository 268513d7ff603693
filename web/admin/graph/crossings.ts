import type { GraphPicture, Point } from './graph-picture.js';

interface Segment {
  readonly line: number;
  readonly from: Point;
  readonly to: Point;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const segmentsOf = (lines: readonly (readonly Point[])[]): readonly Segment[] =>
  lines.flatMap((points, line) =>
    points.slice(1).map((to, index) => {
      const from = points[index] ?? to;
      return {
        line,
        from,
        to,
        left: Math.min(from.x, to.x),
        right: Math.max(from.x, to.x),
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
      };
    }),
  );

/** Pixels: what is nearer than this is in one place. */
const NEAR = 0.5;

const isApart = (one: Segment, other: Segment): boolean =>
  one.right < other.left - NEAR ||
  other.right < one.left - NEAR ||
  one.bottom < other.top - NEAR ||
  other.bottom < one.top - NEAR;

type Meeting = { readonly at: Point; readonly isThrough: boolean } | 'along';

/** How two segments meet: along each other, through each other, or by the end of one. */
function meeting(one: Segment, other: Segment): Meeting | undefined {
  const dx = one.to.x - one.from.x;
  const dy = one.to.y - one.from.y;
  const ex = other.to.x - other.from.x;
  const ey = other.to.y - other.from.y;
  const gx = other.from.x - one.from.x;
  const gy = other.from.y - one.from.y;
  const turn = dx * ey - dy * ex;
  if (Math.abs(turn) < 1e-6)
    return Math.abs(gx * dy - gy * dx) < Math.hypot(dx, dy) * NEAR ? 'along' : undefined;
  const [t, u] = [(gx * ey - gy * ex) / turn, (gx * dy - gy * dx) / turn];
  const slack = 1e-6;
  if ([t, u].some((part) => part < -slack || part > 1 + slack)) return undefined;
  return {
    at: { x: one.from.x + t * dx, y: one.from.y + t * dy },
    isThrough: [t, u].every((part) => part > slack && part < 1 - slack),
  };
}

export interface Meetings {
  /** Points at which lines cross, each once however many run along one track there. */
  readonly crossings: number;
  /** Places where one line runs into another, or along it, though the two have nothing in common. */
  readonly overlaps: number;
}

/** How often lines get in each other's way. `share` says of two lines that they may run on one track. */
export function meetingsOf(
  lines: readonly (readonly Point[])[],
  share: (one: number, other: number) => boolean,
): Meetings {
  const segments = segmentsOf(lines);
  const points = new Set<string>();
  let overlaps = 0;
  segments.forEach((one, index) => {
    for (let next = index + 1; next < segments.length; next += 1) {
      const other = segments[next];
      if (!other || other.line === one.line || isApart(one, other)) continue;
      const met = meeting(one, other);
      if (!met) continue;
      if (met !== 'along' && met.isThrough) points.add(`${Math.round(met.at.x)} ${Math.round(met.at.y)}`);
      else if (!share(one.line, other.line)) overlaps += 1;
    }
  });
  return { crossings: points.size, overlaps };
}

/** How many crossings somebody sees in a picture, those inside its boxes included. */
export function crossingsOf({ edges, states }: GraphPicture): number {
  const own = meetingsOf(
    edges.map(({ points }) => points),
    () => true,
  ).crossings;
  return states.flatMap(({ inner }) => inner).reduce((sum, inner) => sum + crossingsOf(inner), own);
}
