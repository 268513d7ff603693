import type { Point } from './graph-picture.js';

/** A box of a column. */
export interface Box {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Way {
  readonly from: string;
  readonly to: string;
}

/** Above all boxes, or below them. */
export type Lane = 'top' | 'bottom';
export type Side = 'left' | 'right';

/**
 * How a line goes: beside its own column, across the channel to the next column, or along a lane, to which it comes
 * through a channel beside its box (boxes at the edge leave straight into it).
 */
export type Route =
  | { readonly kind: 'beside'; readonly side: Side }
  | { readonly kind: 'across' }
  | { readonly kind: 'lane'; readonly lane: Lane; readonly out: Side; readonly into: Side };

/**
 * The decisions of the search: the order of each column, the route of each line, who runs where in a channel or lane.
 */
export interface Plan {
  readonly columns: readonly (readonly Box[])[];
  readonly routes: readonly Route[];
  readonly order: ReadonlyMap<string, readonly string[]>;
}

/** A part of a line with its own track: a vertical in the channel before a column, or a horizontal in a lane. */
export interface Track {
  /** `0`, `1` ... the channel before that column; `top` or `bottom`. */
  readonly place: string;
  /** Lines with the same key run on one track and through one port: they fan out from one box, or in to it. */
  readonly key: string;
}

export interface End {
  readonly box: string;
  readonly side: Side | Lane;
  readonly key: string;
  /** The track that the line takes from here; none where it goes straight. */
  readonly track: Track | undefined;
}

export interface RoutedLine {
  readonly start: End;
  readonly end: End;
  /** The lane between the two, where it takes one. */
  readonly lane: Track | undefined;
}

/** Between two boxes of a column. */
const ROW_GAP = 13;

export interface Seat {
  readonly column: number;
  readonly row: number;
  readonly rows: number;
  /** From the top of the first row to the middle of the box. */
  readonly middle: number;
}

/** The boxes of the first row stand on one line, whatever their heights: it is the way of the work. */
export function seatsOf({ columns }: Plan): ReadonlyMap<string, Seat> {
  const first = Math.max(0, ...columns.map(([box]) => box?.height ?? 0));
  return new Map(
    columns.flatMap((boxes, column) => {
      let y = (first - (boxes[0]?.height ?? 0)) / 2;
      return boxes.map(({ name, height }, row) => {
        const middle = y + height / 2;
        y += height + ROW_GAP;
        return [name, { column, row, rows: boxes.length, middle }] as const;
      });
    }),
  );
}

const degreesOf = (ways: readonly Way[]): ReadonlyMap<string, number> => {
  const degrees = new Map<string, number>();
  for (const { from, to } of ways)
    for (const name of [from, to]) degrees.set(name, (degrees.get(name) ?? 0) + 1);
  return degrees;
};

/** The channel on a side of a column. */
const channel = (column: number, side: Side): string => String(side === 'left' ? column : column + 1);

/** The same track for the same place and key. */
type TrackOf = (place: string, key: string) => Track;

function internTracks(): TrackOf {
  const places = new Map<string, Map<string, Track>>();
  return (place, key) => {
    const known = places.get(place) ?? new Map<string, Track>();
    places.set(place, known);
    const track = known.get(key) ?? { place, key };
    known.set(key, track);
    return track;
  };
}

/** The ends and tracks of one line. */
function routed(
  way: Way,
  route: Route,
  hub: string,
  { at, trackOf }: { at: (name: string) => Seat; trackOf: TrackOf },
): RoutedLine {
  const [from, to] = [at(way.from), at(way.to)];
  const straight = (side: Side | Lane, other: Side | Lane): RoutedLine => {
    const key = `straight ${[way.from, way.to].toSorted().join('|')}`;
    const end = (box: string, of: Side | Lane): End => ({ box, side: of, key, track: undefined });
    return { start: end(way.from, side), end: end(way.to, other), lane: undefined };
  };
  if (route.kind === 'beside') {
    if (to.row === from.row + 1) return straight('bottom', 'top');
    if (to.row === from.row - 1) return straight('top', 'bottom');
    const key = `beside ${hub}`;
    const track = trackOf(channel(from.column, route.side), key);
    const end = (box: string): End => ({ box, side: route.side, key, track });
    return { start: end(way.from), end: end(way.to), lane: undefined };
  }
  if (route.kind === 'across') {
    const [side, other] =
      to.column > from.column ? (['right', 'left'] as const) : (['left', 'right'] as const);
    if (from.middle === to.middle) return straight(side, other);
    const key = `across ${hub} ${side}`;
    const track = trackOf(channel(from.column, side), key);
    return {
      start: { box: way.from, side, key, track },
      end: { box: way.to, side: other, key, track },
      lane: undefined,
    };
  }
  const { lane } = route;
  const key = `${lane} ${hub} ${way.to === hub ? 'in' : 'out'}`;
  const end = (box: string, seat: Seat, side: Side): End =>
    seat.row === (lane === 'top' ? 0 : seat.rows - 1)
      ? { box, side: lane, key, track: undefined }
      : { box, side, key, track: trackOf(channel(seat.column, side), key) };
  return {
    start: end(way.from, from, route.out),
    end: end(way.to, to, route.into),
    lane: trackOf(lane, key),
  };
}

/** Every line of a plan, with its ends and tracks. */
export function routedLines(
  { routes }: Plan,
  ways: readonly Way[],
  seats: ReadonlyMap<string, Seat>,
): readonly RoutedLine[] {
  const degrees = degreesOf(ways);
  const degree = (name: string): number => degrees.get(name) ?? 0;
  const at = (name: string): Seat => seats.get(name) ?? { column: 0, row: 0, rows: 1, middle: 0 };
  const trackOf = internTracks();
  return ways.map((way, index) => {
    const hub = degree(way.from) > degree(way.to) ? way.from : way.to;
    return routed(way, routes[index] ?? { kind: 'across' }, hub, { at, trackOf });
  });
}
