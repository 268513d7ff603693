import type { GraphPicture, PlacedEdge } from '../../../../web/admin/graph/graph-picture.js';
import { crossingsOf } from '../../../../web/admin/graph/crossings.js';
import { layOut, WIDEST_LINE } from '../../../../web/admin/graph/graph-layout.js';
import { END, type MachineGraph, machineGraph } from '../../../../web/admin/graph/machine-graph.js';
import { stepOf, withoutStep } from '../../../../web/admin/graph/step-name.js';
import { machineWords } from '../../../../web/admin/executions/machine-words.js';
import { DEFINITIONS, FOUR_STEPS, NESTED, SMALL } from './sample-machines.js';

const pictureOf = (definition: object): GraphPicture =>
  layOut(machineGraph(definition as Record<string, unknown>), withoutStep);

/** Pairs of boxes of one picture that lie over each other, those inside others included. */
function overlaps(picture: GraphPicture): string[] {
  const inside = picture.states.flatMap(({ inner }) => inner.flatMap(overlaps));
  const pairs = picture.states.flatMap((one, position) =>
    picture.states.slice(position + 1).flatMap((other) => {
      const apart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      return apart ? [] : `${one.name} / ${other.name}`;
    }),
  );
  return [...pairs, ...inside];
}

/** Boxes that stick out of what holds them, and lines that do. */
function outside({ width, height, states, edges }: GraphPicture): string[] {
  return [
    ...edges
      .filter(({ points }) => points.some(({ x, y }) => x < 0 || y < 0 || x > width || y > height))
      .map(({ from, to }) => `${from} to ${to}`),
    ...states.flatMap((state) => [
      ...(state.x < 0 || state.y < 0 || state.x + state.width > width || state.y + state.height > height
        ? [state.name]
        : []),
      ...state.inner.flatMap((inner) =>
        inner.x + inner.width > state.width || inner.y + inner.height > state.height
          ? [`in ${state.name}`]
          : outside(inner),
      ),
    ]),
  ];
}

/** Ways of a machine that its picture shows neither by a line nor by a sign. */
function unseen(machine: MachineGraph, picture: GraphPicture): string[] {
  const drawn = (from: string, to: string) =>
    picture.edges.some((edge) => edge.from === from && edge.to === to && edge.points.length > 1);
  const state = (name: string) => picture.states.find((one) => one.name === name);
  const isSeen = ({ from, to }: MachineGraph['edges'][number]) =>
    to === END
      ? state(from)?.isEnd === true || state(from)?.inner.length === 1
      : drawn(from, to) || state(from)?.gathered.some((kind) => drawn(kind, to));
  return [
    ...machine.edges
      .filter((edge) => edge.from !== 'START' || state('START') !== undefined)
      .filter((edge) => !isSeen(edge))
      .map(({ from, to }) => `${from} to ${to}`),
    ...machine.states.flatMap(({ name, inner }) =>
      inner.flatMap((one, index) => {
        const found = state(name)?.inner[index];
        return found ? unseen(one, found) : [`in ${name}`];
      }),
    ),
  ];
}

const SAMPLES: readonly (readonly [string, object])[] = [
  ...DEFINITIONS,
  ['a small machine', SMALL],
  ['four steps', FOUR_STEPS],
  ['machines in machines', NESTED],
];

describe.each(SAMPLES)('the picture of %s', (_name, definition) => {
  const machine = machineGraph(definition as Record<string, unknown>);
  const picture = layOut(machine, withoutStep);

  it('shows every state once, none over another, nothing outside', () => {
    const shown = picture.states.filter(({ kind }) => kind === 'state').map(({ name }) => name);
    expect(shown.toSorted()).toEqual(machine.states.map(({ name }) => name).toSorted());
    expect(overlaps(picture)).toEqual([]);
    expect(outside(picture)).toEqual([]);
  });

  it('shows every way, by a line or by a sign', () => {
    expect(unseen(machine, picture)).toEqual([]);
  });
});

/** Points at which lines cross, at most. */
const MOST_CROSSINGS = 3;

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test.each(DEFINITIONS)('lines of %s hardly cross', (name, definition) => {
    const machine = machineGraph(definition);
    const picture = layOut(machine, machineWords(name, language).state);
    expect(crossingsOf(picture)).toBeLessThanOrEqual(MOST_CROSSINGS);
  });

  it('the four steps of a request are seen at once on a tablet held upright: 642 pixels, no text under 11', () => {
    const [, definition = {}] = DEFINITIONS.find(([name]) => name === 'resident-request') ?? [];
    const { state } = machineWords('resident-request', language);
    const picture = layOut(machineGraph(definition), state, WIDEST_LINE.tablet);
    expect(picture.width * (11.2 / 13)).toBeLessThanOrEqual(642);
    expect(crossingsOf(picture)).toBeLessThanOrEqual(MOST_CROSSINGS);
    expect(overlaps(picture)).toEqual([]);
  });
});

describe('a machine in four steps', () => {
  const picture = pictureOf(FOUR_STEPS);
  const frame = picture.states.find(({ name }) => name === 'The four steps');
  const [inside] = frame?.inner ?? [];

  it('is drawn in a band for each step, from left to right, and every state in that of its step', () => {
    const bands = inside?.bands ?? [];
    expect(bands.map(({ step, number }) => [number, step])).toEqual([
      [1, 'Intake'],
      [2, 'Assign'],
      [3, 'Coordinate'],
      [4, 'Close'],
    ]);
    expect(bands.map(({ x }) => x)).toEqual(bands.map(({ x }) => x).toSorted((one, other) => one - other));
    const astray = (inside?.states ?? []).filter(({ name, kind, x, width }) => {
      const band = bands.find(({ step }) => step === stepOf(name));
      return kind === 'state' && (!band || x < band.x || x + width > band.x + band.width);
    });
    expect(astray).toEqual([]);
  });

  it('is drawn the same each time', () => {
    expect(pictureOf(FOUR_STEPS)).toEqual(picture);
  });

  it('crosses no line', () => {
    expect(crossingsOf(picture)).toBe(0);
  });

  it('has one line of errors, from the frame', () => {
    const isError = ({ kind }: PlacedEdge) => kind === 'error';
    expect(inside?.edges.filter(isError)).toEqual([]);
    expect(picture.edges.filter((edge) => isError(edge) && edge.from === frame?.name)).toHaveLength(1);
  });

  it('is read on a screen of 1,280 x 800 without scrolling: the console has 910 x 620 for it', () => {
    expect(picture.width * (11 / 13)).toBeLessThan(910);
    expect((picture.height * 910) / Math.max(910, picture.width)).toBeLessThan(720);
  });

  it('runs lines along the axes, none through a state', () => {
    for (const { from, to, points } of inside?.edges ?? []) {
      const slanted = points.filter((point, index) => {
        const before = points[index - 1];
        return before && before.x !== point.x && before.y !== point.y;
      });
      expect([from, to, slanted]).toEqual([from, to, []]);
      for (const state of inside?.states ?? [])
        for (const { x, y } of points)
          expect(x > state.x && x < state.x + state.width && y > state.y && y < state.y + state.height).toBe(
            false,
          );
    }
  });
});

it('what goes wrong in many states and leads to the same is one line from a mark, and a sign at each', () => {
  const failing = (next: string) => ({
    Type: 'Task',
    Next: next,
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }],
  });
  const picture = pictureOf({
    StartAt: 'A',
    States: {
      A: failing('B'),
      B: failing('C'),
      C: failing('D'),
      D: failing('E'),
      E: { Type: 'Succeed' },
      Tell: { Type: 'Fail' },
    },
  });
  expect(picture.edges.filter(({ to }) => to === 'Tell').map(({ from }) => from)).toEqual(['error']);
  expect(picture.states.filter(({ gathered }) => gathered.includes('error')).map(({ name }) => name)).toEqual(
    ['A', 'B', 'C', 'D'],
  );
});
