import { layOutColumns } from './column-layout.js';
import { boxesOf, columnPicture, evenSizes, isAmong, type SizeOf } from './column-picture.js';
import type { Box, Way } from './column-plan.js';
import type { GraphPicture, PlacedEdge, PlacedState } from './graph-picture.js';
import { type GraphState, isFailureKind, type MachineGraph } from './machine-graph.js';
import { stepOrNone } from './step-picture.js';

/** The one state of a machine that holds another machine, as one branch; the rest is what happens around it. */
export function frameOf({ states }: MachineGraph): GraphState | undefined {
  const [frame, ...others] = states.filter(({ inner }) => inner.length > 0);
  return others.length === 0 && frame?.type === 'Parallel' && frame.inner.length === 1 ? frame : undefined;
}

interface Drawers {
  readonly sizeOf: SizeOf;
  /** Draws what is inside the frame. */
  readonly layOut: (inside: MachineGraph) => GraphPicture;
}

const FRAME_HEAD = 28;
/** Between the frame and what is around it: room for the ways down and up. */
const BELOW_FRAME = 26;
/** Between the ways down to a state and up from it, and between those of what the frame begins again by itself. */
const APART = 20;
/** Left of what is around the frame: what it is called. */
const AROUND_HEAD = 120;

/** A machine that is a frame: the frame above with its steps, what happens around it in a row below. */
export function framedPicture(machine: MachineGraph, frame: GraphState, drawers: Drawers): GraphPicture {
  const others = machine.states.filter((state) => state !== frame);
  const around = others.length === 0 ? undefined : aroundFrame(machine, frame.name, others, drawers.sizeOf);
  const rowWidth = around ? AROUND_HEAD + around.drawn.width : 0;
  const framed = framedState(frame, drawers, rowWidth);
  const { width } = framed;
  const at = { x: (width - rowWidth) / 2 + AROUND_HEAD, y: framed.height + BELOW_FRAME };
  const below = around ? columnPicture(around, at) : { states: [], edges: [] };
  const [step] = new Set(others.map(({ name }) => stepOrNone(name)));
  const height = around?.drawn.height ?? 0;
  return {
    width,
    height: at.y + height,
    bands: step ? [{ step, x: at.x - AROUND_HEAD, y: at.y, width: AROUND_HEAD, height }] : [],
    states: [framed, ...below.states],
    edges: [...below.edges, ...waysOfFrame(machine, framed, below.states)],
  };
}

/** As wide as what is around it at least. */
function framedState(state: GraphState, { layOut }: Drawers, least: number): PlacedState {
  const pictures = state.inner.map(layOut);
  const width = Math.max(least, ...pictures.map((picture) => picture.width));
  const height = FRAME_HEAD + Math.max(0, ...pictures.map((picture) => picture.height));
  const inner = pictures.map((picture) => ({ ...picture, x: (width - picture.width) / 2, y: FRAME_HEAD }));
  return {
    name: state.name,
    x: 0,
    y: 0,
    width,
    height,
    kind: 'state',
    state,
    inner,
    isEnd: false,
    gathered: [],
  };
}

function aroundFrame(machine: MachineGraph, frame: string, others: readonly GraphState[], sizeOf: SizeOf) {
  const sizes = evenSizes(others, sizeOf);
  const edges = machine.edges.filter(isAmong(new Set(others.map(({ name }) => name))));
  const columns = rowOf(machine, frame, boxesOf(others, sizes));
  const drawn = layOutColumns({ columns, ways: edges, lanes: ['bottom'], isOrdered: true });
  return { machine, sizes, edges, drawn, gathered: [] };
}

/** Straight down from the frame, and straight up to it; back into itself near its right corner. */
function waysOfFrame(
  { edges }: MachineGraph,
  { name: frame, width, height: bottom }: PlacedState,
  states: readonly PlacedState[],
): readonly PlacedEdge[] {
  return edges.flatMap((edge): PlacedEdge[] => {
    if (edge.from !== frame && edge.to !== frame) return [];
    if (edge.from === edge.to) {
      const [right, left, below] = [width - APART, width - APART * 3, bottom + BELOW_FRAME / 2];
      const around = [
        { x: right, y: bottom },
        { x: right, y: below },
        { x: left, y: below },
        { x: left, y: bottom },
      ];
      return [{ ...edge, points: around }];
    }
    const isUp = edge.to === frame;
    const state = states.find(({ name }) => name === (isUp ? edge.from : edge.to));
    if (!state) return [];
    const x = state.x + state.width / 2 + (isUp ? APART : -APART) / 2;
    const points = [
      { x, y: bottom },
      { x, y: state.y },
    ];
    return [{ ...edge, points: isUp ? points.toReversed() : points }];
  });
}

/**
 * The boxes around a frame, from left to right as one leads to the next. A box that is reached by an error alone stands
 * below the one it comes from, unless it leads to the frame: nothing may stand between the two.
 */
function rowOf({ edges }: MachineGraph, frame: string, boxes: readonly Box[]): readonly (readonly Box[])[] {
  const columns = new Map<string, number>();
  const isAtFrame = (name: string) =>
    edges.some(({ from, to }) => (from === frame && to === name) || (from === name && to === frame));
  const visit = (names: readonly Way['to'][], column: number) => {
    const fresh = names.filter((name) => !columns.has(name) && boxes.some((box) => box.name === name));
    for (const name of fresh) columns.set(name, column);
    for (const name of fresh) {
      const after = edges.filter(({ from }) => from === name);
      const below = after.filter(({ kind, to }) => isFailureKind(kind) && !isAtFrame(to));
      visit(
        below.map(({ to }) => to),
        column,
      );
      visit(
        after.map(({ to }) => to),
        column + 1,
      );
    }
  };
  visit(
    edges.filter(({ from }) => from === frame).map(({ to }) => to),
    0,
  );
  const last = Math.max(0, ...columns.values());
  return Array.from({ length: last + 1 }, (_, column) =>
    boxes.filter(({ name }) => (columns.get(name) ?? last) === column),
  )
    .flatMap((column) => {
      const [first, ...more] = column.filter(({ name }) => isAtFrame(name));
      const rest = column.filter(({ name }) => !isAtFrame(name));
      return [[...(first ? [first] : []), ...rest], ...more.map((box) => [box])];
    })
    .filter((column) => column.length > 0);
}
