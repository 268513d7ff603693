import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { stateRuns, statesOf, wayKey, waysTaken } from '../../../web/admin/executions/state-status.js';

/** A history in which each event follows the one before, or the one that is named. */
function history(
  ...lines: readonly (readonly [type: string, state?: string, after?: number])[]
): HistoryEvent[] {
  return lines.map(([type, state, after], position) => ({
    id: position + 1,
    previousEventId: after ?? position,
    type,
    timestamp: new Date(position * 1000).toISOString(),
    ...(type.endsWith('StateEntered') ? { stateEnteredEventDetails: { name: state ?? '' } } : {}),
    ...(type.endsWith('StateExited') ? { stateExitedEventDetails: { name: state ?? '' } } : {}),
  }));
}

const statuses = (events: readonly HistoryEvent[]) =>
  Object.fromEntries([...stateRuns(events)].map(([name, { status }]) => [name, status]));

/** Two states in a frame, and an error that is a result. */
const INSIDE = {
  containerOf: (state: string) => (state === 'Ask' || state === 'Other' ? 'Frame' : undefined),
  results: new Set(['Reopened']),
};

const FAILED_TASK = [
  ['ExecutionStarted'],
  ['TaskStateEntered', 'Ask'],
  ['TaskScheduled'],
  ['TaskFailed'],
] as const;

describe('how a state stands', () => {
  test.each([
    [
      'a state that was entered only is in progress',
      [['ExecutionStarted'], ['PassStateEntered', 'Ask']],
      { Ask: 'running' },
    ],
    [
      'a state that was left succeeded',
      [['ExecutionStarted'], ['PassStateEntered', 'Ask'], ['PassStateExited', 'Ask']],
      { Ask: 'succeeded' },
    ],
    [
      'a state whose failure was caught says so',
      [...FAILED_TASK, ['TaskStateExited', 'Ask']],
      { Ask: 'caught' },
    ],
    [
      'a state that tried again and did it succeeded',
      [...FAILED_TASK, ['TaskScheduled'], ['TaskSucceeded'], ['TaskStateExited', 'Ask']],
      { Ask: 'succeeded' },
    ],
    ['a state that ended its execution failed', [...FAILED_TASK, ['ExecutionFailed']], { Ask: 'failed' }],
    [
      'a stopped execution leaves its open state aborted',
      [['ExecutionStarted'], ['WaitStateEntered', 'Wait'], ['ExecutionAborted']],
      { Wait: 'aborted' },
    ],
    [
      'an execution out of time leaves its open state so',
      [['ExecutionStarted'], ['WaitStateEntered', 'Wait'], ['ExecutionTimedOut']],
      { Wait: 'timed-out' },
    ],
    [
      'a redriven state is in progress again',
      [...FAILED_TASK, ['ExecutionFailed'], ['ExecutionRedriven']],
      { Ask: 'running' },
    ],
    [
      'a failure side by side belongs to the state that it came from',
      [
        ['ExecutionStarted'],
        ['MapStateEntered', 'Each'],
        ['TaskStateEntered', 'One', 2],
        ['TaskStateEntered', 'Other', 2],
        ['TaskFailed', undefined, 3],
        ['TaskStateExited', 'One', 5],
        ['TaskStateExited', 'Other', 4],
      ],
      { Each: 'running', One: 'caught', Other: 'succeeded' },
    ],
  ] as const)('%s', (_title, lines, expected) => {
    expect(statuses(history(...lines))).toEqual(expected);
  });

  it('of a Map stands where items still wait, whichever left it last', () => {
    const events = history(
      ['ExecutionStarted'],
      ['MapStateEntered', 'Each'],
      ['TaskStateEntered', 'One', 2],
      ['TaskStateEntered', 'One', 2],
      ['TaskStateExited', 'One', 3],
    );
    expect(stateRuns(events).get('One')).toMatchObject({ status: 'running', entered: 2, open: 1 });
  });

  it('ends with the frame around it: what failed in it failed, the rest was broken off', () => {
    const events = history(
      ['ExecutionStarted'],
      ['ParallelStateEntered', 'Frame'],
      ['ParallelStateStarted'],
      ['TaskStateEntered', 'Ask', 3],
      ['TaskStateEntered', 'Other', 3],
      ['TaskFailed', undefined, 4],
      ['ParallelStateFailed', undefined, 6],
      ['ParallelStateExited', 'Frame', 6],
      ['TaskStateEntered', 'Tell'],
    );
    const runs = stateRuns(events, INSIDE);
    expect(Object.fromEntries([...runs].map(([name, { status }]) => [name, status]))).toEqual({
      Frame: 'caught',
      Ask: 'failed',
      Other: 'aborted',
      Tell: 'running',
    });
  });

  it('is no failure where the error is one of its results: the frame goes on by it', () => {
    const events = history(
      ['ExecutionStarted'],
      ['ParallelStateEntered', 'Frame'],
      ['ParallelStateStarted'],
      ['TaskStateEntered', 'Ask', 3],
      ['TaskFailed'],
      ['ParallelStateFailed'],
      ['ParallelStateExited', 'Frame'],
    ).map((event) =>
      event.type === 'TaskFailed' ? { ...event, taskFailedEventDetails: { error: 'Reopened' } } : event,
    );
    const runs = stateRuns(events, INSIDE);
    expect([runs.get('Ask')?.status, runs.get('Frame')?.status]).toEqual(['succeeded', 'succeeded']);
  });

  it('counts how often a state was entered', () => {
    const events = history(
      ['TaskStateEntered', 'Ask'],
      ['TaskStateExited', 'Ask'],
      ['TaskStateEntered', 'Ask'],
    );
    expect(stateRuns(events).get('Ask')).toMatchObject({
      entered: 2,
      status: 'running',
      event: 3,
      at: '1970-01-01T00:00:02.000Z',
    });
  });
});

describe('the way of an execution', () => {
  const events = history(
    ['ExecutionStarted'],
    ['ParallelStateEntered', 'Frame', 0],
    ['ParallelStateStarted'],
    ['TaskStateEntered', 'Ask'],
    ['TaskScheduled'],
    ['TaskTimedOut'],
    ['TaskStateExited', 'Ask'],
    ['PassStateEntered', 'Next'],
    ['PassStateExited', 'Next'],
    ['ParallelStateSucceeded'],
    ['ParallelStateExited', 'Frame'],
    ['PassStateEntered', 'After'],
  );

  it('goes from the state that was left to the one that was entered, and into what is inside', () => {
    expect([...waysTaken(events)]).toEqual([
      wayKey('START', 'Frame'),
      wayKey('START', 'Ask'),
      wayKey('Ask', 'Next'),
      wayKey('Frame', 'After'),
    ]);
  });

  it('begins anew with each item of a Map, though AWS names the one before', () => {
    const items = history(
      ['ExecutionStarted'],
      ['MapStateEntered', 'Each', 0],
      ['MapStateStarted'],
      ['MapIterationStarted'],
      ['PassStateEntered', 'One'],
      ['PassStateExited', 'One'],
      ['MapIterationStarted', undefined, 6],
      ['PassStateEntered', 'One'],
    );
    expect([...waysTaken(items)]).toEqual([wayKey('START', 'Each'), wayKey('START', 'One')]);
  });

  it('tells of each event the state that it belongs to', () => {
    const of = statesOf(events);
    expect([1, 4, 5, 6, 7, 12].map((id) => of.get(id))).toEqual([
      undefined,
      'Ask',
      'Ask',
      'Ask',
      'Ask',
      'After',
    ]);
  });
});
