import { COORDINATING_STATES } from '../../../domain/executions/coordinating-states.js';
import { whyNotRedriven } from '../../../domain/executions/why-not-redriven.js';

describe('what a redrive would not take up again', () => {
  test.each([
    ...Object.values(COORDINATING_STATES).map(
      (state) => ['resident-request', state, 'coordinating'] as const,
    ),
    ['resident-request', 'Coordinate: handle it in the grid', undefined],
    ['resident-request', undefined, undefined],
    ['coordination', 'Stage: open the next', 'coordination'],
    ['coordination', undefined, 'coordination'],
    ['staff-task', 'Begin: say who does it', undefined],
  ] as const)('%s at %s: %s', (machine, state, why) => {
    expect(whyNotRedriven(machine, state)).toBe(why);
  });
});
