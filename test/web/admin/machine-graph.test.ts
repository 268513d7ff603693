import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layOut, type GraphPicture } from '../../../web/admin/executions/graph-layout.js';
import { allStates, END, machineGraph, START } from '../../../web/admin/executions/machine-graph.js';

const WORKFLOWS = join(import.meta.dirname, '../../../workflows');
const definitions = readdirSync(WORKFLOWS)
  .filter((file) => file.endsWith('.asl.json'))
  .map((file) => [file, JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')) as object] as const);

const SMALL = {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Comment: 'Asks',
      Next: 'Which?',
      Catch: [
        { ErrorEquals: ['States.Timeout'], Next: 'Which?' },
        { ErrorEquals: ['States.ALL'], Next: 'Give up' },
      ],
    },
    'Which?': { Type: 'Choice', Choices: [{ Next: 'Each' }, { Next: 'Each' }], Default: 'Ask' },
    Each: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
      End: true,
    },
    'Give up': { Type: 'Fail' },
  },
};

describe('the graph of a state machine', () => {
  const graph = machineGraph(SMALL);

  it('begins at its first state and ends where nothing follows', () => {
    expect(graph.edges).toContainEqual({ from: START, to: 'Ask', kind: 'next' });
    expect(graph.edges.filter(({ to }) => to === END).map(({ from }) => from)).toEqual(['Each', 'Give up']);
  });

  it('draws two ways between the same states once, and rather as no error', () => {
    const ways = graph.edges.filter(({ from, to }) => from === 'Ask' && to === 'Which?');
    expect(ways).toEqual([{ from: 'Ask', to: 'Which?', kind: 'next' }]);
    expect(graph.edges.filter(({ from, to }) => from === 'Which?' && to === 'Each')).toHaveLength(1);
  });

  it('holds what is inside a Map, and names every state', () => {
    expect(allStates(graph).map(({ name }) => name)).toEqual(['Ask', 'Which?', 'Each', 'One', 'Give up']);
  });

  it('of something that is no definition is empty', () => {
    expect(machineGraph({ States: 'none' })).toEqual({ states: [], edges: [] });
  });
});

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

/** Boxes that stick out of what holds them. */
function outside({ width, height, states }: GraphPicture): string[] {
  return states.flatMap((state) => [
    ...(state.x < 0 || state.y < 0 || state.x + state.width > width || state.y + state.height > height
      ? [state.name]
      : []),
    ...state.inner.flatMap((inner) =>
      inner.x + inner.width > state.width || inner.y + inner.height > state.height
        ? [`in ${state.name}`]
        : outside(inner),
    ),
  ]);
}

describe.each([...definitions, ['a small machine', SMALL] as const])(
  'the picture of %s',
  (_name, definition) => {
    const machine = machineGraph(definition as Record<string, unknown>);
    const picture = layOut(machine);

    it('shows every state once, none over another, none outside', () => {
      const shown = picture.states.filter(({ kind }) => kind === 'state').map(({ name }) => name);
      expect(shown).toEqual(machine.states.map(({ name }) => name));
      expect(overlaps(picture)).toEqual([]);
      expect(outside(picture)).toEqual([]);
    });

    it('has its start above everything, or left of it', () => {
      const start = picture.states.find(({ kind }) => kind === 'start');
      const [above, left] = (['y', 'x'] as const).map((axis) =>
        picture.states.filter((state) => state[axis] < (start?.[axis] ?? 0)),
      );
      expect(Math.min(above?.length ?? 0, left?.length ?? 0)).toBe(0);
    });

    it('is narrow enough to be read at a desk', () => {
      expect(picture.width).toBeLessThan(1300);
    });

    it('draws every edge', () => {
      expect(picture.edges.filter(({ points }) => points.length < 2)).toEqual([]);
      expect(picture.edges).toHaveLength(machine.edges.length);
    });
  },
);
