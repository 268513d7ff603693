import {
  allStates,
  containersOf,
  END,
  machineGraph,
  START,
} from '../../../../web/admin/graph/machine-graph.js';
import { FOUR_STEPS, NESTED, SMALL } from './sample-machines.js';

describe('the graph of a state machine', () => {
  const graph = machineGraph(SMALL);

  it('begins at its first state and ends where nothing follows', () => {
    expect(graph.edges).toContainEqual({ from: START, to: 'Ask', kind: 'next', isBack: false });
    expect(graph.edges.filter(({ to }) => to === END).map(({ from }) => from)).toEqual(['Each', 'Give up']);
  });

  it('draws two ways between the same states once, and rather as no error', () => {
    const ways = graph.edges.filter(({ from, to }) => from === 'Ask' && to === 'Which?');
    expect(ways).toMatchObject([{ from: 'Ask', to: 'Which?', kind: 'next' }]);
    expect(graph.edges.filter(({ from, to }) => from === 'Which?' && to === 'Each')).toHaveLength(1);
  });

  it('tells a way that leads back from one that leads on', () => {
    expect(graph.edges.filter(({ isBack }) => isBack)).toEqual([
      { from: 'Which?', to: 'Ask', kind: 'default', isBack: true },
    ]);
  });

  it('tells silence from an error, and both from a result that a task names as an error', () => {
    expect(machineGraph(FOUR_STEPS).edges.filter(({ from }) => from === 'The four steps')).toEqual([
      { from: 'The four steps', to: END, kind: 'next', isBack: false },
      { from: 'The four steps', to: 'The four steps', kind: 'choice', isBack: true },
      { from: 'The four steps', to: 'Attention: tell the duty desk', kind: 'error', isBack: false },
    ]);
    const [inside] = machineGraph(FOUR_STEPS).states[0]?.inner ?? [];
    expect(inside?.edges).toContainEqual({
      from: 'Close: ask the resident',
      to: 'Close: nobody answered',
      kind: 'silence',
      isBack: false,
    });
  });

  it('holds what is inside a Map, and names every state', () => {
    expect(allStates(graph).map(({ name }) => name)).toEqual(['Ask', 'Which?', 'Each', 'One', 'Give up']);
  });

  it('knows what each state is in', () => {
    expect(Object.fromEntries(containersOf(machineGraph(NESTED)))).toEqual({
      Left: 'Both',
      'Each right': 'Both',
      Again: 'Each right',
    });
  });

  it('of something that is no definition is empty', () => {
    expect(machineGraph({ States: 'none' })).toEqual({ results: [], states: [], edges: [] });
  });
});
