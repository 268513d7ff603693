import { Graph, layout } from '@dagrejs/dagre';
import { END, type EdgeKind, type GraphState, type MachineGraph, START } from './machine-graph.js';

/** Pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A state where it is drawn; `x` and `y` are its upper left corner. */
export interface PlacedState extends Point {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly kind: 'state' | 'start' | 'end';
  readonly state?: GraphState | undefined;
  readonly inner: readonly (GraphPicture & Point)[];
}

export interface PlacedEdge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

/** A machine laid out from 0, 0. */
export interface GraphPicture {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly edges: readonly PlacedEdge[];
}

const STATE_HEIGHT = 48;
const MARK_WIDTH = 64;
const MARK_HEIGHT = 26;
/** Room for a container's name above what it holds, and around it. */
const TITLE = 40;
const PADDING = 16;
const BETWEEN_BRANCHES = 24;

/** Characters of Chinese are as wide as high; others are a bit over half of that. */
const textWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character.charCodeAt(0) > 0xff ? 14 : 7.6), 0);

/** Wider names are broken into two lines: a machine whose steps all lead to one choice would be too wide to see. */
const LINE = 110;

/** A state's name in one line or two of about the same length. */
export function nameLines(name: string): readonly string[] {
  const words = name.split(' ');
  if (textWidth(name) <= LINE || words.length === 1) return [name];
  const lines = words
    .slice(1)
    .map((_, position) => [words.slice(0, position + 1).join(' '), words.slice(position + 1).join(' ')]);
  const widest = (parts: readonly string[]) => Math.max(...parts.map(textWidth));
  return lines.toSorted((one, other) => widest(one) - widest(other))[0] ?? [name];
}

interface Sized {
  readonly width: number;
  readonly height: number;
  readonly inner: readonly (GraphPicture & Point)[];
}

/** A container is as large as the machines in it, side by side. */
function sizeOf(state: GraphState): Sized {
  const lines = state.inner.length === 0 ? nameLines(state.name) : [state.name];
  const ownWidth = Math.max(96, ...lines.map((line) => textWidth(line) + 24));
  if (state.inner.length === 0) return { width: ownWidth, height: STATE_HEIGHT, inner: [] };
  let x = PADDING;
  const inner = state.inner.map(layOut).map((picture) => {
    const placed = { ...picture, x, y: TITLE };
    x += picture.width + BETWEEN_BRANCHES;
    return placed;
  });
  const height = Math.max(...inner.map((picture) => picture.height)) + TITLE + PADDING;
  return { width: Math.max(ownWidth, x - BETWEEN_BRANCHES + PADDING), height, inner };
}

const markOf = (name: typeof START | typeof END) =>
  [name, { width: MARK_WIDTH, height: MARK_HEIGHT, inner: [] }] as const;

/** Pixels that a desk's screen shows so large that names can be read. */
const WIDEST = 1300;

/**
 * Where everything of a machine is drawn: downwards, unless it has so many states side by side that it is narrower drawn across.
 */
export function layOut(machine: MachineGraph): GraphPicture {
  const down = drawn(machine, 'TB');
  if (down.width <= WIDEST) return down;
  const across = drawn(machine, 'LR');
  return across.width < down.width ? across : down;
}

/**
 * The same in one direction. What is inside a container is laid out by itself and then placed as one box: laid out
 * together, the arrows of a retry would run through it.
 */
function drawn(machine: MachineGraph, rankdir: 'TB' | 'LR'): GraphPicture {
  const graph = new Graph();
  graph.setGraph({ rankdir, nodesep: 18, ranksep: 48, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const sizes = new Map<string, Sized>([
    markOf(START),
    ...machine.states.map((state) => [state.name, sizeOf(state)] as const),
    ...(machine.edges.some(({ to }) => to === END) ? [markOf(END)] : []),
  ]);
  for (const [name, { width, height }] of sizes) graph.setNode(name, { width, height });
  const known = machine.edges.filter(({ from, to }) => sizes.has(from) && sizes.has(to));
  for (const { from, to, kind } of known) graph.setEdge(from, to, { weight: kind === 'catch' ? 1 : 3 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const states = new Map(machine.states.map((state) => [state.name, state]));
  return {
    width,
    height,
    states: [...sizes].map(([name, { inner, ...size }]): PlacedState => {
      const { x, y } = graph.node(name) as Point;
      const kind = name === START ? 'start' : name === END ? 'end' : 'state';
      const corner = { x: x - size.width / 2, y: y - size.height / 2 };
      return { name, ...size, ...corner, kind, state: states.get(name), inner };
    }),
    edges: known.map(({ from, to, kind }) => {
      const { points = [] } = graph.edge(from, to) as { points?: readonly Point[] };
      return { from, to, kind, points };
    }),
  };
}
