import {
  type End,
  type Plan,
  type Rect,
  type RoutedLine,
  routedLines,
  type Seat,
  seatsOf,
  type Track,
  type Way,
} from './column-plan.js';
import { portOffsets } from './column-ports.js';
import type { Point } from './graph-picture.js';

/** Pixels. */
const TRACK_GAP = 12;
const CHANNEL_EDGE = 16;
const LANE_EDGE = 10;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Rect>;
  readonly lines: readonly (readonly Point[])[];
  /** The key of each line's tracks: lines that share one are no obstacle to each other. */
  readonly keys: readonly (readonly string[])[];
  /** The tracks of each channel and lane, in their order. */
  readonly order: ReadonlyMap<string, readonly string[]>;
  /** How many tracks there are. */
  readonly tracks: number;
}

/** The tracks of each channel and lane, in their order. */
type Tracks = ReadonlyMap<string, readonly Track[]>;

/** The tracks of every channel and lane, in the order of the plan; what it does not know comes last. */
function tracksOf(lines: readonly RoutedLine[], plan: Plan): Tracks {
  const places = new Map<string, Set<Track>>();
  for (const { start, end, lane } of lines)
    for (const track of [start.track, lane, end.track])
      if (track) places.set(track.place, (places.get(track.place) ?? new Set<Track>()).add(track));
  return new Map(
    [...places].map(([place, tracks]) => {
      const wished = plan.order.get(place) ?? [];
      const rank = ({ key }: Track): number => {
        const found = wished.indexOf(key);
        return found === -1 ? wished.length : found;
      };
      return [place, [...tracks].toSorted((one, other) => rank(one) - rank(other))] as const;
    }),
  );
}

const laneHeight = (tracks: readonly Track[] | undefined): number =>
  tracks === undefined ? 0 : LANE_EDGE * 2 + (tracks.length - 1) * TRACK_GAP;

/** Where the boxes stand, and the tracks beside and above them. */
function placed({ columns }: Plan, seats: ReadonlyMap<string, Seat>, tracks: Tracks) {
  const rects = new Map<string, Rect>();
  const positions = new Map<Track, number>();
  const put = (place: string, first: number) =>
    tracks.get(place)?.forEach((track, index) => positions.set(track, first + index * TRACK_GAP));
  const roomOf = (place: string): number => (tracks.get(place)?.length ?? 0) * TRACK_GAP;
  const top = laneHeight(tracks.get('top'));
  let x = 0;
  columns.forEach((boxes, column) => {
    put(String(column), x + CHANNEL_EDGE);
    x += CHANNEL_EDGE * 2 - TRACK_GAP + Math.max(TRACK_GAP, roomOf(String(column)));
    const width = Math.max(...boxes.map((box) => box.width));
    for (const { name, ...box } of boxes) {
      const y = top + (seats.get(name)?.middle ?? 0) - box.height / 2;
      rects.set(name, { x: x + (width - box.width) / 2, y, ...box });
    }
    x += width;
  });
  put(String(columns.length), x + CHANNEL_EDGE);
  const behind = CHANNEL_EDGE * 2 - TRACK_GAP + Math.max(TRACK_GAP, roomOf(String(columns.length)));
  const bottom = Math.max(0, ...[...rects.values()].map(({ y, height }) => y + height));
  put('bottom', bottom + LANE_EDGE);
  // The nearest lane is the lowest: the first of the order lies at the top.
  put('top', LANE_EDGE);
  return {
    rects,
    positions,
    width: x + behind,
    height: bottom + laneHeight(tracks.get('bottom')),
  };
}

/** Everything of a plan where it is drawn. */
export function drawing(plan: Plan, ways: readonly Way[]): Drawing {
  const seats = seatsOf(plan);
  const lines = routedLines(plan, ways, seats);
  const tracks = tracksOf(lines, plan);
  const { rects, positions, width, height } = placed(plan, seats, tracks);
  const offsets = portOffsets(lines, rects, positions);
  const port = (end: End): Point => {
    const { box, side } = end;
    const rect = rects.get(box) ?? { x: 0, y: 0, width: 0, height: 0 };
    const offset = offsets.get(end) ?? 0;
    if (side === 'left' || side === 'right')
      return { x: rect.x + (side === 'right' ? rect.width : 0), y: rect.y + rect.height / 2 + offset };
    return { x: rect.x + rect.width / 2 + offset, y: rect.y + (side === 'bottom' ? rect.height : 0) };
  };
  const at = (track: Track): number => positions.get(track) ?? 0;
  return {
    width,
    height,
    boxes: rects,
    order: new Map([...tracks].map(([place, keys]) => [place, keys.map(({ key }) => key)])),
    tracks: [...tracks.values()].reduce((sum, some) => sum + some.length, 0),
    keys: lines.map(({ start, end }) => [start.key, end.key]),
    lines: lines.map(({ start, end, lane }) => {
      const [first, last] = [port(start), port(end)];
      const y = lane && at(lane);
      const [out, into] = [start.track ? at(start.track) : first.x, end.track ? at(end.track) : last.x];
      return withoutIdle([
        first,
        { x: out, y: first.y },
        ...(y === undefined
          ? []
          : [
              { x: out, y },
              { x: into, y },
            ]),
        { x: into, y: last.y },
        last,
      ]);
    }),
  };
}

/** Without points at which a line does not turn. */
function withoutIdle(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && isNear(last.x, point.x) && isNear(last.y, point.y)) continue;
    const goesOn =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (goesOn) kept.pop();
    kept.push(point);
  }
  return kept;
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 0.01;
