import type { Drawing } from './column-geometry.js';
import { layOutColumns } from './column-layout.js';
import { boxesOf, columnPicture, evenSizes, isAmong, type SizeOf } from './column-picture.js';
import type { Box } from './column-plan.js';
import { edgesWith, type Gathered, gatheredOf, MARK } from './gathered.js';
import type { Band, GraphPicture } from './graph-picture.js';
import { END, type MachineGraph, START } from './machine-graph.js';
import { stepOf } from './step-name.js';

/** Room for the heads of the steps. */
export const BAND_HEAD = 30;
const BELOW = 10;
export const START_BOX: Box = { name: START, width: 16, height: 16 };

/** The step of what ends a machine without being of a step. */
const NO_STEP = '';
export const stepOrNone = (name: string): string => stepOf(name) ?? NO_STEP;

/** The steps in the names of a machine's states, in order. A state without one may only end it: else there are none. */
export function stepsOf({ states, edges }: MachineGraph): readonly string[] {
  const goesOn = new Set(edges.filter(({ to }) => to !== END).map(({ from }) => from));
  const others = states.filter(({ name }) => stepOf(name) === undefined);
  if (others.length === states.length || others.some(({ name }) => goesOn.has(name))) return [];
  const steps = [...new Set(states.flatMap(({ name }) => stepOf(name) ?? []))];
  return others.length === 0 ? steps : [...steps, NO_STEP];
}

/** A machine whose states are named after steps: a band for each step, from left to right. */
export function stepPicture(machine: MachineGraph, sizeOf: SizeOf): GraphPicture {
  const steps = stepsOf(machine);
  const sizes = evenSizes(machine.states, sizeOf);
  const gathered = gatheredOf(machine);
  const names = machine.states.map(({ name }) => name);
  const known = new Set([START, ...names, ...gathered.map(({ kind }) => kind)]);
  const edges = edgesWith(gathered, machine.edges).filter(isAmong(known));
  const columns = steps.map((step) => {
    const states = machine.states.filter(({ name }) => stepOrNone(name) === step);
    return boxesOf(states, sizes).flatMap((box) => [...marksOf(gathered, box.name), box]);
  });
  const drawn = layOutColumns({
    columns: [[START_BOX], ...columns],
    ways: edges,
    lanes: ['top', 'bottom'],
  });
  const head = steps.length > 1 ? BAND_HEAD : 0;
  const height = drawn.height + head + BELOW;
  return {
    width: drawn.width,
    height,
    bands: steps.length > 1 ? bandsOf(steps, columns, drawn, height) : [],
    ...columnPicture({ machine, sizes, edges, drawn, gathered }, { x: 0, y: head }),
  };
}

/** A mark stands before what it leads to. */
const marksOf = (gathered: readonly Gathered[], state: string): readonly Box[] =>
  gathered.filter(({ to }) => to === state).map(({ kind }) => ({ name: kind, ...MARK }));

/** Each step's band reaches from the middle of the channel before it to the middle of the one behind. */
function bandsOf(
  steps: readonly string[],
  columns: readonly (readonly Box[])[],
  drawn: Drawing,
  height: number,
): readonly Band[] {
  const extents = columns.map((boxes) => {
    const rects = boxes.flatMap(({ name }) => drawn.boxes.get(name) ?? []);
    return {
      left: Math.min(...rects.map(({ x }) => x)),
      right: Math.max(...rects.map(({ x, width }) => x + width)),
    };
  });
  const borders = extents.map(({ left }, index) => {
    const before = extents[index - 1];
    return before ? (before.right + left) / 2 : 0;
  });
  return steps.map((step, index) => {
    const x = borders[index] ?? 0;
    return { step, number: index + 1, x, y: 0, width: (borders[index + 1] ?? drawn.width) - x, height };
  });
}
