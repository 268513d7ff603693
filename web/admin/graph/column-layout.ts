import { drawing, type Drawing } from './column-geometry.js';
import type { Box, Lane, Plan, Route, Side, Way } from './column-plan.js';
import { meetingsOf } from './crossings.js';
import type { Point } from './graph-picture.js';

/** Boxes that stand in columns, and the lines between them. */
export interface Columns {
  readonly columns: readonly (readonly Box[])[];
  readonly ways: readonly Way[];
  /** Where lines may run that pass a column by. */
  readonly lanes: readonly Lane[];
  /** The boxes of a column stay in the order that was given. */
  readonly isOrdered?: boolean;
}

const SIDES: readonly Side[] = ['left', 'right'];

/** Every way that a line may go. */
function routesOf({ from, to }: Way, { columns, lanes }: Columns): readonly Route[] {
  const columnOf = (name: string) => columns.findIndex((boxes) => boxes.some((box) => box.name === name));
  const distance = columnOf(to) - columnOf(from);
  const along = lanes.flatMap((lane) =>
    SIDES.flatMap((out) => SIDES.map((into): Route => ({ kind: 'lane', lane, out, into }))),
  );
  if (distance === 0) return SIDES.map((side) => ({ kind: 'beside', side }));
  return Math.abs(distance) === 1 ? [{ kind: 'across' }, ...along] : along;
}

/**
 * The faults that make a drawing hard to read: a line in another most of all, a crossing more than a detour, an order
 * that is not the definition's less.
 */
const COSTS = { overlap: 3000, crossing: 260, lane: 60, track: 12, disorder: 8, bend: 6, pixel: 0.1 };

function costOf(plan: Plan, { columns, ways }: Columns): number {
  const { lines, keys, tracks } = drawing(plan, ways);
  const share = (one: number, other: number) => keys[one]?.some((key) => keys[other]?.includes(key)) ?? false;
  const { crossings, overlaps } = meetingsOf(lines, share);
  const detours = plan.routes.filter(({ kind }) => kind === 'lane').length;
  return (
    overlaps * COSTS.overlap +
    crossings * COSTS.crossing +
    detours * COSTS.lane +
    tracks * COSTS.track +
    disorder(plan.columns, columns) * COSTS.disorder +
    lines.reduce((sum, points) => sum + lengthOf(points), 0)
  );
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, { x, y }, index) => {
    const before = points[index] ?? { x, y };
    return sum + COSTS.bend + (Math.abs(x - before.x) + Math.abs(y - before.y)) * COSTS.pixel;
  }, 0);

/** How many pairs of a column stand the other way round than they were given. */
function disorder(now: readonly (readonly Box[])[], given: readonly (readonly Box[])[]): number {
  return now.reduce((sum, boxes, column) => {
    const places = boxes.map((box) => given[column]?.indexOf(box) ?? 0);
    return (
      sum + places.flatMap((place, row) => places.slice(row + 1).filter((below) => below < place)).length
    );
  }, 0);
}

type Move = (plan: Plan) => Plan;

const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((one, index) => (index === at ? value : one));

/** The list with the member at one place moved to another. */
function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

const pairs = (size: number): readonly (readonly [number, number])[] =>
  Array.from({ length: size }, (_, from) =>
    Array.from({ length: size }, (_other, to) => [from, to] as const).filter(([, to]) => to !== from),
  ).flat();

/** Each single change of a plan: a box elsewhere in its column, a line on another route, a track elsewhere. */
function movesOf(
  plan: Plan,
  routes: readonly (readonly Route[])[],
  { ways, isOrdered = false }: Columns,
): readonly Move[] {
  const rows = (isOrdered ? [] : plan.columns).flatMap((boxes, column) =>
    pairs(boxes.length).map(([from, to]): Move => (now) => ({
      ...now,
      columns: now.columns.map((one, index) => (index === column ? moved(one, from, to) : one)),
    })),
  );
  const detours = routes.flatMap((choices, line) =>
    choices
      .filter((route) => route !== plan.routes[line])
      .map((route): Move => (now) => ({ ...now, routes: replaced(now.routes, line, route) })),
  );
  const tracks = [...drawing(plan, ways).order].flatMap(([place, keys]) =>
    pairs(keys.length).map(([from, to]): Move => (now) => ({
      ...now,
      order: new Map([...now.order, [place, moved(keys, from, to)]]),
    })),
  );
  return [...detours, ...tracks, ...rows];
}

/** Rounds of trying every change; the machines of this town need four. */
const MOST_ROUNDS = 12;

/**
 * Where columns of boxes and their lines are drawn so that lines cross as little as they can: beginning with the order
 * that was given, every change that makes it better is kept, until none does.
 */
export function layOutColumns(given: Columns): Drawing {
  const { ways } = given;
  const routes = ways.map((way) => routesOf(way, given));
  let best: Plan = {
    columns: given.columns,
    routes: routes.map(([first]) => first ?? { kind: 'across' }),
    order: new Map(),
  };
  let cost = costOf(best, given);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = cost;
    for (const move of movesOf(best, routes, given)) {
      const tried = move(best);
      const triedCost = costOf(tried, given);
      if (triedCost < cost - 0.01) [best, cost] = [tried, triedCost];
    }
    if (cost === before) break;
  }
  return drawing(best, ways);
}
