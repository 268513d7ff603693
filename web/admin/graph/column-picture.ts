import type { Drawing } from './column-geometry.js';
import type { Box, Rect } from './column-plan.js';
import { type Gathered, kindsOf } from './gathered.js';
import {
  boxKind,
  type GraphPicture,
  type PlacedEdge,
  type PlacedState,
  type Point,
} from './graph-picture.js';
import { END, type GraphEdge, type GraphState, type MachineGraph } from './machine-graph.js';

/** How large a state is drawn, with what is inside it. */
export interface Sized {
  readonly width: number;
  readonly height: number;
  readonly inner: readonly (GraphPicture & Point)[];
}
export type SizeOf = (state: GraphState) => Sized;

/** Whether a way leads from one of some states to another of them. */
export const isAmong = (names: ReadonlySet<string>) => (edge: GraphEdge) =>
  edge.from !== edge.to && names.has(edge.from) && names.has(edge.to);

/** States as boxes of one height, so that rows of neighbouring columns stand on one line. */
export function boxesOf(states: readonly GraphState[], sizes: ReadonlyMap<string, Sized>): readonly Box[] {
  return states.map(({ name }) => {
    const { width = 0, height = 0 } = sizes.get(name) ?? {};
    return { name, width, height };
  });
}

export function evenSizes(states: readonly GraphState[], sizeOf: SizeOf): ReadonlyMap<string, Sized> {
  const sizes = states.map((state) => [state, sizeOf(state)] as const);
  const plain = sizes.filter(([{ inner }]) => inner.length === 0).map(([, size]) => size);
  const width = Math.max(...plain.map((size) => size.width));
  const height = Math.max(...plain.map((size) => size.height));
  return new Map(
    sizes.map(
      ([{ name, inner }, size]) => [name, inner.length === 0 ? { ...size, width, height } : size] as const,
    ),
  );
}

interface Columned {
  readonly machine: MachineGraph;
  readonly sizes: ReadonlyMap<string, Sized>;
  /** The ways that are drawn between columns, in the order of the drawing's lines. */
  readonly edges: readonly GraphEdge[];
  readonly drawn: Drawing;
  readonly gathered: readonly Gathered[];
}

/** The columns of a machine as a picture, moved to where it belongs. */
export function columnPicture(
  { machine, sizes, edges, drawn, gathered }: Columned,
  by: Point,
): Pick<GraphPicture, 'states' | 'edges'> {
  const ends = new Set(machine.edges.filter(({ to }) => to === END).map(({ from }) => from));
  const states = new Map(machine.states.map((state) => [state.name, state]));
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  const loops = machine.edges.flatMap((edge): PlacedEdge[] => {
    const rect = edge.from === edge.to ? drawn.boxes.get(edge.from) : undefined;
    return rect ? [{ ...edge, points: loopAt(rect).map(move) }] : [];
  });
  return {
    states: [...drawn.boxes].map(([name, rect]): PlacedState => ({
      name,
      ...rect,
      ...move(rect),
      kind: boxKind(name),
      state: states.get(name),
      inner: sizes.get(name)?.inner ?? [],
      isEnd: ends.has(name),
      gathered: kindsOf(gathered, name),
    })),
    edges: [
      ...edges.map((edge, index): PlacedEdge => ({ ...edge, points: drawn.lines[index]?.map(move) ?? [] })),
      ...loops,
    ],
  };
}

/** How far a line that leads back to its own state keeps off it. */
const OFF = 8;

/** Out of the upper right corner, and into it again. */
function loopAt({ x, y, width }: Rect): readonly Point[] {
  const right = x + width;
  return [
    { x: right - 3 * OFF, y },
    { x: right - 3 * OFF, y: y - OFF },
    { x: right + OFF, y: y - OFF },
    { x: right + OFF, y: y + OFF },
    { x: right, y: y + OFF },
  ];
}
