import { standingState } from '../../../functions/console/watch-executions/standing-state.js';
import type { HistoryEvent } from '../../../contracts/console/executions.js';

/** Events in their order, one a minute, handed over the latest first. */
function latestFirst(...lines: readonly (readonly [type: string, state?: string])[]): HistoryEvent[] {
  return lines
    .map(([type, name], minute) => ({
      id: minute + 1,
      type,
      timestamp: new Date(minute * 60_000).toISOString(),
      ...(type.endsWith('StateEntered') && name !== undefined ? { stateEnteredEventDetails: { name } } : {}),
      ...(type.endsWith('StateExited') && name !== undefined ? { stateExitedEventDetails: { name } } : {}),
    }))
    .toReversed();
}

describe('where an execution stands', () => {
  test.each<[title: string, events: HistoryEvent[], state: string | undefined]>([
    [
      'is the state that was entered last and not left',
      latestFirst(
        ['ParallelStateEntered', 'Frame'],
        ['TaskStateEntered', 'Read'],
        ['TaskStateExited', 'Read'],
        ['TaskStateEntered', 'Ask'],
        ['TaskScheduled'],
        ['TaskSubmitted'],
      ),
      'Ask',
    ],
    [
      'is what is around, in the moment between two states',
      latestFirst(
        ['ParallelStateEntered', 'Frame'],
        ['TaskStateEntered', 'Read'],
        ['TaskStateExited', 'Read'],
      ),
      'Frame',
    ],
    [
      'is where other items of a Map still wait',
      latestFirst(['TaskStateEntered', 'One'], ['TaskStateEntered', 'One'], ['TaskStateExited', 'One']),
      'One',
    ],
    [
      'is the state that failed',
      latestFirst(['TaskStateEntered', 'Read'], ['TaskFailed'], ['ExecutionFailed']),
      'Read',
    ],
    ['is unknown before anything was entered', latestFirst(['ExecutionStarted']), undefined],
  ])('%s', (_title, events, state) => {
    expect(standingState(events)?.state).toBe(state);
  });

  it('is told with the time it was entered', () => {
    const events = latestFirst(['ExecutionStarted'], ['TaskStateEntered', 'Ask'], ['TaskScheduled']);
    expect(standingState(events)).toEqual({ state: 'Ask', since: '1970-01-01T00:01:00.000Z' });
  });
});
