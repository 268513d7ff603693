import { standingIn } from '../../../web/admin/executions/standing.js';
import type { StateRun, StateStatus } from '../../../web/admin/executions/state-status.js';
import { machineGraph } from '../../../web/admin/graph/machine-graph.js';
import { FOUR_STEPS } from './graph/sample-machines.js';

const machine = machineGraph(FOUR_STEPS);

/** States that an execution came to, in the order in which it entered them. */
const runs = (...entered: readonly (readonly [state: string, status: StateStatus])[]) =>
  new Map(
    entered.map(([state, status], event): [string, StateRun] => [
      state,
      { status, entered: 1, open: 1, at: `2026-08-24T09:0${event}:00.000Z`, event },
    ]),
  );

describe('an execution stands', () => {
  it('in the state that runs, not in the frame around it, since it was entered', () => {
    const reached = runs(
      ['The four steps', 'running'],
      ['Intake: read it', 'succeeded'],
      ['Assign: ask the grid team', 'running'],
    );
    expect(standingIn(machine, reached)).toMatchObject([
      { state: 'Assign: ask the grid team', since: '2026-08-24T09:02:00.000Z' },
    ]);
  });

  it('with the duty desk after an error, not where that was', () => {
    const reached = runs(
      ['The four steps', 'caught'],
      ['Intake: read it', 'failed'],
      ['Attention: wait for the duty desk', 'running'],
    );
    expect(standingIn(machine, reached).map(({ state }) => state)).toEqual([
      'Attention: wait for the duty desk',
    ]);
  });

  it('where it was stopped, not where something was broken off before', () => {
    const reached = runs(
      ['The four steps', 'aborted'],
      ['Intake: ask the sender', 'failed'],
      ['Close: ask the resident', 'aborted'],
    );
    expect(standingIn(machine, reached).map(({ state }) => state)).toEqual(['Close: ask the resident']);
  });

  it('nowhere once its work is done', () => {
    expect(
      standingIn(machine, runs(['The four steps', 'succeeded'], ['Close: close it', 'succeeded'])),
    ).toEqual([]);
  });
});
