import { failureIn, troubleOf, type TroubleEvent } from '../../../domain/executions/trouble.js';

type Line = readonly [type: string, detail?: string];

const GRID = 'Assign: ask the grid team to take it';
const DESK = 'Attention: wait for the duty desk';
const FAILS: readonly Line[] = [['TaskScheduled'], ['TaskFailed', 'Lambda.Unknown']];

/** Events one a minute, each after the one before, handed over the latest first; an entry names its state, a failure its error. */
const latestFirst = (...lines: readonly Line[]): TroubleEvent[] =>
  lines
    .map(([type, detail], minute) => ({
      id: minute + 1,
      previousEventId: minute,
      type,
      timestamp: new Date(minute * 60_000).toISOString(),
      ...(type.endsWith('Entered') && detail !== undefined
        ? { stateEnteredEventDetails: { name: detail } }
        : {}),
      ...(/Failed|Aborted|TimedOut/.test(type) && detail !== undefined
        ? { someEventDetails: { error: detail, cause: 'the table is away' } }
        : {}),
    }))
    .toReversed();

const running = (standing: string, ...lines: readonly Line[]) =>
  troubleOf(latestFirst(...lines), { status: 'RUNNING', standing });

describe('an execution is in trouble', () => {
  test.each<[string, ReturnType<typeof running>, object | undefined]>([
    [
      'while a step that failed is tried again: how often, since when, and by which error',
      running(GRID, ['TaskStateEntered', GRID], ...FAILS, ...FAILS, ['TaskScheduled']),
      {
        kind: 'retrying',
        failures: 2,
        since: '1970-01-01T00:02:00.000Z',
        state: GRID,
        error: 'Lambda.Unknown',
      },
    ],
    [
      'when its retries are spent and the duty desk is asked: what failed is told, not the asking',
      running(DESK, ['TaskStateEntered', GRID], ...FAILS, ...FAILS, ['TaskStateEntered', DESK]),
      { kind: 'attention', failures: 2, state: GRID, error: 'Lambda.Unknown', cause: 'the table is away' },
    ],
    [
      'with the duty desk, even where what failed is too long ago to be seen',
      running(DESK, ['TaskStateEntered', DESK], ['TaskScheduled'], ['TaskSubmitted']),
      { kind: 'attention', failures: 0, since: '1970-01-01T00:00:00.000Z' },
    ],
    [
      'when it failed',
      troubleOf(latestFirst(['TaskStateEntered', GRID], ...FAILS, ['ExecutionFailed', 'States.TaskFailed']), {
        status: 'FAILED',
        standing: GRID,
      }),
      { kind: 'failed', failures: 1, state: GRID, error: 'States.TaskFailed' },
    ],
    [
      'when somebody stopped it',
      troubleOf(latestFirst(['TaskStateEntered', GRID], ['ExecutionAborted', 'StoppedInTheConsole']), {
        status: 'ABORTED',
        standing: GRID,
      }),
      { kind: 'stopped', failures: 0, error: 'StoppedInTheConsole' },
    ],
  ])('%s', (_title, trouble, expected) => {
    expect(trouble).toMatchObject(expected ?? {});
  });
});

describe('an execution is not in trouble', () => {
  test.each<[string, ReturnType<typeof running>]>([
    [
      'that waits for an answer',
      running(GRID, ['TaskStateEntered', GRID], ['TaskScheduled'], ['TaskSubmitted']),
    ],
    [
      'whose step was tried again with success and waits now',
      running(GRID, ['TaskStateEntered', GRID], ...FAILS, ['TaskScheduled'], ['TaskSubmitted']),
    ],
    [
      'that has left the step that failed, and only begins the next',
      running(
        'Next',
        ['TaskStateEntered', GRID],
        ...FAILS,
        ['TaskStateExited'],
        ['TaskStateEntered', 'Next'],
      ),
    ],
    [
      'that comes to a state again which failed before',
      running(GRID, ['TaskStateEntered', GRID], ...FAILS, ['TaskStateExited'], ['TaskStateEntered', GRID]),
    ],
    ['that is done', troubleOf(latestFirst(['ExecutionSucceeded']), { status: 'SUCCEEDED' })],
  ])('%s', (_title, trouble) => {
    expect(trouble).toBeUndefined();
  });
});

test.each([
  [
    'what a function said is its message',
    '{"errorType":"Error","errorMessage":"no such grid"}',
    'no such grid',
  ],
  ['what is no JSON is the message', 'stopped', 'stopped'],
  ['broken JSON is shown as it is', '{"errorMessage":', '{"errorMessage":'],
])('%s', (_title, cause, said) => {
  const event = { id: 1, type: 'TaskFailed', timestamp: '', taskFailedEventDetails: { error: 'E', cause } };
  expect(failureIn(event)).toEqual({ error: 'E', cause: said });
});

const waitedFor = (cause: string): TroubleEvent => ({
  id: 1,
  type: 'TaskFailed',
  timestamp: '',
  taskFailedEventDetails: { error: 'States.TaskFailed', cause },
});

test.each([
  [
    'was stopped',
    '{"Status":"ABORTED","Error":"StoppedInTheConsole","Cause":"by sanhehu.administrator"}',
    { error: 'StoppedInTheConsole', cause: 'by sanhehu.administrator' },
  ],
  [
    'failed in a function',
    JSON.stringify({ Error: 'Lambda.Unknown', Cause: '{"errorMessage":"no such grid"}' }),
    { error: 'Lambda.Unknown', cause: 'no such grid' },
  ],
  [
    'failed without a word',
    '{"Status":"FAILED"}',
    { error: 'States.TaskFailed', cause: '{"Status":"FAILED"}' },
  ],
])('of an execution that was waited for and %s, its own error is told', (_title, cause, said) => {
  expect(failureIn(waitedFor(cause))).toEqual(said);
});
