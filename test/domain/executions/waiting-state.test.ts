import definition from '../../../workflows/resident-request.asl.json' with { type: 'json' };
import { requestTrouble } from '../../../domain/executions/request-trouble.js';
import { countWaiting, waitingState } from '../../../domain/executions/waiting-state.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { STEPS, type Step } from '../../../domain/request/steps.js';
import { WAIT_REASONS, type WaitReason } from '../../../domain/request/waits-for.js';
import { machineGraph, allStates } from '../../../web/admin/graph/machine-graph.js';

const AT = Date.parse('2026-08-24T09:00:00+08:00');
const HOUR = 3_600_000;
const PATHS = ['same-day', 'programme', 'emergency', 'petition', 'coordinated'] as const;

const waiting = (reason: WaitReason, more: Partial<RequestFacts> = {}) => ({
  step: 'coordination' as Step,
  path: 'same-day' as const,
  waits: { for: reason },
  dueAt: AT + HOUR,
  ...more,
});

describe('an open request waits', () => {
  test.each<[WaitReason, Partial<RequestFacts>, string]>([
    ['question', { step: 'intake' }, 'Intake: ask the sender back'],
    ['acceptance', { step: 'assignment' }, 'Assign: ask the grid team to take it'],
    ['placing', { step: 'assignment' }, 'Assign: ask the duty desk to place it'],
    ['placing', { path: 'emergency' }, 'Coordinate: handle the emergency'],
    ['grid', {}, 'Coordinate: handle it in the grid'],
    ['documents', { path: 'programme' }, 'Coordinate: run the programme'],
    ['department', { path: 'coordinated' }, 'Coordinate: work with the department'],
    ['first-report', {}, 'Coordinate: wait for the first report'],
    ['confirmation', { step: 'closure', path: 'emergency' }, 'Close: ask the resident'],
    ['attention', { path: 'petition' }, 'Attention: wait for the duty desk'],
    ['start', { step: 'intake' }, 'Intake: find place and path'],
    ['start', { path: 'petition' }, 'Coordinate: settle the petition'],
  ])('for %s %j in "%s"', (reason, more, state) => {
    expect(waitingState(waiting(reason, more))).toBe(state);
  });

  it('in a state that its workflow has, whatever it waits for', () => {
    const known = new Set(allStates(machineGraph(definition)).map(({ name }) => name));
    const found = WAIT_REASONS.flatMap((reason) =>
      PATHS.flatMap((path) => STEPS.map((step) => waitingState(waiting(reason, { path, step })))),
    );
    expect(found.filter((state) => !known.has(state))).toEqual([]);
  });

  it('and is counted where it waits', () => {
    const all = [
      waiting('grid'),
      waiting('grid', { dueAt: AT - 1 }),
      waiting('confirmation', { step: 'closure' }),
    ];
    expect(countWaiting(all, AT, 'Asia/Shanghai')).toEqual([
      { state: 'Coordinate: handle it in the grid', overdue: 1, today: 1, later: 0, still: 0 },
      { state: 'Close: ask the resident', overdue: 0, today: 0, later: 0, still: 1 },
    ]);
  });
});

test.each([
  ['is stuck when nobody is asked anything for long', waiting('start', { standsSince: AT - HOUR }), 'stuck'],
  ['is not, between two steps', waiting('start', { standsSince: AT - 60_000 }), undefined],
  ['needs attention as soon as the desk is asked', waiting('attention', { standsSince: AT }), 'attention'],
  ['is not, while a person is asked', waiting('grid', { standsSince: AT - HOUR }), undefined],
  ['that was stored before it was noted says nothing', waiting('start'), undefined],
  ['is in trouble after its closing, too', waiting('attention', { closedAt: AT }), 'attention'],
  [
    'is in trouble when its execution was stopped, whoever is asked',
    waiting('grid', { stoppedAt: AT - 1 }),
    'stopped',
  ],
  ['is not, once it is closed', waiting('grid', { stoppedAt: AT - 2, closedAt: AT }), undefined],
  ['is over when it is closed', { ...waiting('start', { standsSince: 0, closedAt: AT }) }, undefined],
])('a request %s', (_title, facts, kind) => {
  expect(requestTrouble(facts, { stuckAfterMinutes: 10 }, AT)?.kind).toBe(kind);
});
