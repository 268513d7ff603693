import { Graph, layout } from '@dagrejs/dagre';
import { boxKind, type GraphPicture, type PlacedState, type Point } from './graph-picture.js';
import { END, isFailureKind, type GraphState, type MachineGraph, START } from './machine-graph.js';
import { nameLines, textWidth } from './name-lines.js';
import type { Sized } from './column-picture.js';
import { edgesWith, gatheredOf, kindsOf, MARK } from './gathered.js';
import { framedPicture, frameOf } from './framed-picture.js';
import { START_BOX, stepPicture, stepsOf } from './step-picture.js';

/** The text in the box of a state. */
type LabelOf = (state: string) => string;

const LINE_HEIGHT = 16;
/** Room for a container's name above what it holds, and around it. */
const TITLE = 40;
const PADDING = 16;
const BETWEEN_BRANCHES = 24;
/** Around lines that run outside of all states. */
const EDGE = 8;

/** Pixels: wider names are broken, for states side by side would be too wide to see; on a tablet held upright the four steps are seen at once. */
export const WIDEST_LINE = { desk: 128, tablet: 72 } as const;
/** Right of the name. */
const BEHIND_NAME = 12;
const NARROWEST_LINE = 48;
/** Left of the name is the sign of how the state stands. */
export const SIGN = 22;

/** A container is as large as the machines in it, side by side. */
function sizeOf(state: GraphState, labelOf: LabelOf, widestLine: number): Sized {
  const label = labelOf(state.name);
  if (state.inner.length === 0) {
    const lines = nameLines(label, widestLine);
    const width = Math.max(NARROWEST_LINE, ...lines.map(textWidth)) + SIGN + BEHIND_NAME;
    return { width, height: Math.max(2, lines.length) * LINE_HEIGHT + 10, inner: [] };
  }
  let x = PADDING;
  const inner = state.inner
    .map((machine) => layOut(machine, labelOf, widestLine, 0))
    .map((picture) => {
      const placed = { ...picture, x, y: TITLE };
      x += picture.width + BETWEEN_BRANCHES;
      return placed;
    });
  const height = Math.max(...inner.map((picture) => picture.height)) + TITLE + PADDING;
  const width = Math.max(textWidth(label) + SIGN + 24, x - BETWEEN_BRANCHES + PADDING);
  return { width, height, inner };
}

/** Pixels: what a desk's screen shows as it is, and what it shows so large that names can be read. */
const DESK = 900;
const WIDEST = 1000;

/**
 * Where everything of a machine is drawn: by its steps from left to right, where its states are named after steps; else
 * across where there is room for that, or downwards.
 */
export function layOut(
  machine: MachineGraph,
  labelOf: LabelOf,
  widestLine: number = WIDEST_LINE.desk,
  room = DESK,
): GraphPicture {
  const size = (state: GraphState) => sizeOf(state, labelOf, widestLine);
  const frame = frameOf(machine);
  if (frame)
    return framedPicture(machine, frame, {
      sizeOf: size,
      layOut: (inside) => layOut(inside, labelOf, widestLine),
    });
  if (stepsOf(machine).length > 0) return stepPicture(machine, size);
  const across = drawn(machine, 'LR', size);
  if (across.width <= room) return across;
  const down = drawn(machine, 'TB', size);
  return down.width <= WIDEST || down.width <= across.width ? down : across;
}

/**
 * The same in one direction. What is inside a container is laid out by itself and then placed as one box: laid out
 * together, the arrows of a retry would run through it.
 */
function drawn(
  machine: MachineGraph,
  rankdir: 'TB' | 'LR',
  size: (state: GraphState) => Sized,
): GraphPicture {
  const graph = new Graph();
  graph.setGraph({ rankdir, nodesep: 18, ranksep: 44, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const gathered = gatheredOf(machine);
  const sizes = new Map<string, Sized>([
    [START, { ...START_BOX, inner: [] }],
    ...machine.states.map((state) => [state.name, size(state)] as const),
    ...gathered.map(({ kind }) => [kind, MARK] as const),
  ]);
  for (const [name, { width, height }] of sizes) graph.setNode(name, { width, height });
  const known = edgesWith(gathered, machine.edges).filter(({ from, to }) => sizes.has(from) && sizes.has(to));
  for (const { from, to, kind } of known) graph.setEdge(from, to, { weight: isFailureKind(kind) ? 1 : 3 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const states = new Map(machine.states.map((state) => [state.name, state]));
  const ends = new Set(machine.edges.filter(({ to }) => to === END).map(({ from }) => from));
  return withinBounds({
    width,
    height,
    bands: [],
    states: [...sizes].map(([name, { inner, ...extent }]): PlacedState => {
      const { x, y } = graph.node(name) as Point;
      const corner = { x: x - extent.width / 2, y: y - extent.height / 2 };
      return {
        name,
        ...extent,
        ...corner,
        kind: boxKind(name),
        state: states.get(name),
        inner,
        isEnd: ends.has(name),
        gathered: kindsOf(gathered, name),
      };
    }),
    edges: known.map((edge) => {
      const { points = [] } = graph.edge(edge.from, edge.to) as { points?: readonly Point[] };
      return { ...edge, points };
    }),
  });
}

/** Lines may be drawn around everything: the picture holds them too. */
function withinBounds(picture: GraphPicture): GraphPicture {
  const points = picture.edges.flatMap((edge) => edge.points);
  const extent = (axis: 'x' | 'y', size: number): readonly [number, number] => [
    Math.min(0, ...points.map((point) => point[axis] - EDGE)),
    Math.max(size, ...points.map((point) => point[axis] + EDGE)),
  ];
  const [left, right] = extent('x', picture.width);
  const [top, bottom] = extent('y', picture.height);
  const move = <P extends Point>(point: P): P => ({ ...point, x: point.x - left, y: point.y - top });
  return {
    ...picture,
    width: right - left,
    height: bottom - top,
    states: picture.states.map(move),
    edges: picture.edges.map((edge) => ({ ...edge, points: edge.points.map(move) })),
  };
}
