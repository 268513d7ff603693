import type { End, Rect, RoutedLine, Track } from './column-plan.js';

/** Pixels between two ports of one side, at most. */
const PORT_GAP = 12;

/** A line at one side of its box, and where it leads from there. */
interface Port {
  readonly end: End;
  readonly other: End;
  readonly lane: Track | undefined;
}

/** Where on a side of its box each end is, as the distance from the middle of the side. */
export function portOffsets(
  lines: readonly RoutedLine[],
  rects: ReadonlyMap<string, Rect>,
  positions: ReadonlyMap<Track, number>,
): ReadonlyMap<End, number> {
  const sides = new Map<string, Port[]>();
  const add = (end: End, other: End, lane: Track | undefined) => {
    const place = `${end.side} ${end.box}`;
    const ports = sides.get(place);
    if (ports) ports.push({ end, other, lane });
    else sides.set(place, [{ end, other, lane }]);
  };
  for (const { start, end, lane } of lines) {
    add(start, end, lane);
    add(end, start, lane);
  }
  const offsets = new Map<End, number>();
  for (const ports of sides.values()) spread(ports, rects, positions, offsets);
  return offsets;
}

/** The ports of one side: what turns back first is outermost, so that lines of one side do not cross each other. */
function spread(
  ports: readonly Port[],
  rects: ReadonlyMap<string, Rect>,
  positions: ReadonlyMap<Track, number>,
  offsets: Map<End, number>,
): void {
  const [first] = ports;
  const own = first && rects.get(first.end.box);
  if (!own) return;
  const { side } = first.end;
  const isUpright = side === 'left' || side === 'right';
  const middleOf = (rect: Rect) => (isUpright ? rect.y + rect.height / 2 : rect.x + rect.width / 2);
  const middle = middleOf(own);
  const toward = ({ other, lane }: Port): number => {
    if (lane && isUpright) return lane.place === 'top' ? -1 : 1;
    const rect = rects.get(other.box);
    return rect ? Math.sign(middleOf(rect) - middle) : 0;
  };
  const nearFirst = side === 'right' || side === 'bottom' ? 1 : -1;
  const groups = [...new Set(ports.map(({ end }) => end.key))].map((key) => {
    const same = ports.filter(({ end }) => end.key === key);
    const track = same[0]?.end.track ?? same[0]?.lane;
    const signs = new Set(same.map(toward));
    const sign = track === undefined || signs.size !== 1 ? 0 : ([...signs][0] ?? 0);
    return { same, sign, near: track ? (positions.get(track) ?? 0) * nearFirst : 0, isStraight: !track };
  });
  groups.sort((one, other) => one.sign - other.sign || (one.sign < 0 ? 1 : -1) * (one.near - other.near));
  const gap = Math.min(PORT_GAP, (isUpright ? own.height : own.width) / (groups.length + 1));
  const straight = groups.findIndex(({ isStraight }) => isStraight);
  const centre = straight === -1 ? (groups.length - 1) / 2 : straight;
  groups.forEach(({ same }, index) => {
    for (const { end } of same) offsets.set(end, (index - centre) * gap);
  });
}
