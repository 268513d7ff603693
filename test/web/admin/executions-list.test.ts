import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { offeredAct, planOf, whyLeftOut } from '../../../web/admin/executions/act-plan.js';
import { carryOut, type Outcome } from '../../../web/admin/executions/carry-out.js';
import { eventsOf } from '../../../web/admin/executions/event-kinds.js';
import { isByFailure, readExecutionQuery } from '../../../web/admin/executions/execution-query.js';
import { withFilter } from '../../../web/admin/shell/filters.js';
import { refreshed } from '../../../web/admin/executions/executions-merged.js';
import { groupByFailure } from '../../../web/admin/executions/failure-groups.js';
import { functionUrl } from '../../../web/admin/executions/function-url.js';

const NOW = Date.parse('2026-08-24T09:00:00Z');
const DAY = 86_400_000;

const row = (name: string, changes: Partial<ExecutionRow> = {}): ExecutionRow => ({
  machine: 'resident-request',
  name,
  status: 'FAILED',
  startedAt: new Date(NOW).toISOString(),
  redrives: 0,
  ...changes,
});

const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString();

describe('before something is done it is said to which', () => {
  test.each([
    ['redrive', 'what failed', row('a'), undefined],
    ['redrive', 'what was stopped', row('a', { status: 'ABORTED' }), undefined],
    ['redrive', 'what runs', row('a', { status: 'RUNNING' }), 'running'],
    ['redrive', 'what is done', row('a', { status: 'SUCCEEDED' }), 'done'],
    ['redrive', 'what goes on elsewhere', row('a', { goesOnIn: 'a-retry-2' }), 'later'],
    ['redrive', 'what AWS redrives no more', row('a', { stoppedAt: daysAgo(15) }), 'too-old'],
    ['redrive', 'what AWS still redrives', row('a', { stoppedAt: daysAgo(13) }), undefined],
    ['retry', 'what AWS redrives no more', row('a', { stoppedAt: daysAgo(15) }), undefined],
    ['retry', 'a coordination', row('a', { machine: 'coordination' }), 'coordination'],
    ['redrive', 'a coordination', row('a', { machine: 'coordination' }), 'coordination'],
    ['stop', 'what runs', row('a', { status: 'RUNNING' }), undefined],
    ['stop', 'what failed', row('a'), 'ended'],
  ] as const)('%s: %s', (act, _what, one, why) => {
    expect(whyLeftOut(act, one, NOW)).toBe(why);
  });

  const standing = { state: 'Coordinate: run the programme', since: daysAgo(0) };

  it('a request that waits for a coordination that has ended is retried, and no coordination is redriven, with its request or alone', () => {
    const stopped = { status: 'ABORTED', request: 'A' } as const;
    const rows = [
      row('A', { ...stopped, machine: 'resident-request', standing }),
      row('A-1', { ...stopped, machine: 'coordination' }),
      row('B-1', { ...stopped, machine: 'coordination', request: 'B' }),
    ];
    const { will, leftOut } = planOf('redrive', rows, NOW);
    expect(will).toEqual([]);
    expect(leftOut).toEqual([
      ['coordinating', 1],
      ['coordination', 2],
    ]);
    expect(planOf('retry', rows, NOW).will.map(({ name }) => name)).toEqual(['A']);
  });

  test.each([
    ['what failed', row('a'), 'redrive'],
    ['what waits for a coordination that has ended', row('a', { standing }), 'retry'],
    ['what waits for one, ended long ago', row('a', { standing, stoppedAt: daysAgo(15) }), 'retry'],
    ['what waits for one and goes on elsewhere', row('a', { standing, goesOnIn: 'a-retry-2' }), undefined],
    ['a coordination', row('a', { machine: 'coordination' }), undefined],
    ['what runs', row('a', { status: 'RUNNING' }), undefined],
  ] as const)('in its own row %s is offered what takes it up again', (_what, one, act) => {
    expect(offeredAct(one, NOW)).toBe(act);
  });

  it('and where they go on, the most first', () => {
    const standing = (state: string) => ({ standing: { state, since: daysAgo(0) } });
    const rows = [
      row('a', standing('Read')),
      row('b', standing('Ask')),
      row('c', standing('Ask')),
      row('d', { status: 'RUNNING' }),
    ];
    const { will, at, leftOut } = planOf('redrive', rows, NOW);
    expect(will.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(at.map(({ state, count }) => [state, count])).toEqual([
      ['Ask', 2],
      ['Read', 1],
    ]);
    expect(leftOut).toEqual([['running', 1]]);
  });
});

it('failures of one kind are one group, whatever numbers their words hold', () => {
  const failed = (name: string, cause: string, error = 'Broken') =>
    row(name, { trouble: { kind: 'failed', state: 'Read', error, cause } });
  const groups = groupByFailure([
    failed('a', 'the town has no grid 52'),
    failed('b', 'it timed out', 'States.Timeout'),
    failed('c', 'the town has no grid 7'),
    row('d'),
  ]);
  expect(groups.map(({ error, rows }) => [error, rows.map(({ name }) => name)])).toEqual([
    ['Broken', ['a', 'c']],
    ['States.Timeout', ['b']],
  ]);
});

it('before several are stopped it is said how many of them work on emergencies', () => {
  const rows = [
    row('a', { status: 'RUNNING', isEmergency: true }),
    row('b', { status: 'RUNNING' }),
    row('c', { isEmergency: true }),
  ];
  expect(planOf('stop', rows, NOW).emergencies).toBe(1);
});

describe('the list that is looked at again', () => {
  const shown = [
    row('c', { startedAt: daysAgo(1) }),
    row('b', { startedAt: daysAgo(2) }),
    row('a', { startedAt: daysAgo(3) }),
  ];

  test.each<[string, Parameters<typeof refreshed>[1], string[]]>([
    [
      'begins with what is new, and keeps what lies behind the first page',
      { items: [row('d'), row('c', { startedAt: daysAgo(1) })], cursor: 'more' },
      ['d', 'c', 'b', 'a'],
    ],
    [
      'loses what is no longer among the latest',
      { items: [row('d'), row('b', { startedAt: daysAgo(2) })], cursor: 'more' },
      ['d', 'b', 'a'],
    ],
    ['is what there is, where that is all', { items: [row('d')] }, ['d']],
  ])('%s', (_title, page, names) => {
    expect(refreshed(shown, page).map(({ name }) => name)).toEqual(names);
  });
});

describe('something done to many', () => {
  const run = async (outcomes: (row: ExecutionRow, attempt: number) => Outcome, goesOn = () => true) => {
    const attempts = new Map<string, number>();
    const pauses: number[] = [];
    const seen: number[] = [];
    const rows = Array.from({ length: 20 }, (_, n) => row(`r${n}`));
    const ended = await carryOut(rows, {
      act: async (one) => {
        const attempt = (attempts.get(one.name) ?? 0) + 1;
        attempts.set(one.name, attempt);
        return outcomes(one, attempt);
      },
      onProgress: ({ left }) => seen.push(left),
      goesOn,
      pause: async (milliseconds) => void pauses.push(milliseconds),
      busyWords: 'busy',
    });
    return { ended, pauses, seen };
  };

  it('is done to each, and says how far it is', async () => {
    const { ended, seen } = await run(() => ({ is: 'done' }));
    expect([ended.done, ended.left, ended.refused.size]).toEqual([20, 0, 0]);
    expect(seen.length).toBe(20);
  });

  it('counts what is refused by the reason, and goes on', async () => {
    const { ended } = await run(({ name }) =>
      name.endsWith('5') ? { is: 'refused', why: 'not redrivable' } : { is: 'done' },
    );
    expect([ended.done, [...ended.refused]]).toEqual([18, [['not redrivable', 2]]]);
  });

  it('waits twice as long each time that AWS is busy, and gives up on one at last', async () => {
    const { ended, pauses } = await run(({ name }) => ({ is: name === 'r3' ? 'busy' : 'done' }));
    expect([ended.done, [...ended.refused]]).toEqual([19, [['busy', 1]]]);
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16000]);
  });

  it('ends when somebody has had enough', async () => {
    let turns = 0;
    const { ended } = await run(
      () => ({ is: 'done' }),
      () => (turns += 1) <= 6,
    );
    expect(ended.done).toBe(6);
  });
});

test.each([
  ['states', ['TaskStateEntered', 'MapIterationStarted']],
  ['tasks', ['TaskScheduled', 'TaskFailed', 'LambdaFunctionTimedOut']],
  ['failures', ['TaskFailed', 'LambdaFunctionTimedOut', 'ExecutionAborted']],
  ['execution', ['ExecutionStarted', 'ExecutionAborted']],
] as const)('events are found by kind: %s', (kind, types) => {
  const all = [
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskFailed',
    'MapIterationStarted',
    'LambdaFunctionTimedOut',
    'ExecutionAborted',
  ].map((type, id) => ({ id, type, timestamp: '' }));
  expect(eventsOf(all, kind).map(({ type }) => type)).toEqual(types);
});

it('filters stand in the address, and nothing else of it is one', () => {
  const query = readExecutionQuery('?trouble=yes&grid=52&lang=en&status=');
  expect(query).toEqual({ trouble: 'yes', grid: '52' });
  expect(['?group=failure', '?group=', ''].map(isByFailure)).toEqual([true, false, false]);
  expect(withFilter(withFilter(query, 'grid', ''), 'state', 'Read')).toEqual({
    trouble: 'yes',
    state: 'Read',
  });
});

test.each([
  ['arn:aws:lambda:eu-west-1:111111111111:function:AskPerson:live', 'AskPerson'],
  ['AskPerson', 'AskPerson'],
])('a function is shown with its logs beside the execution: %s', (calls, name) => {
  const execution = 'https://console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn';
  expect(functionUrl(execution, calls)).toBe(
    `https://console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/${name}?tab=monitoring`,
  );
  expect(functionUrl(undefined, calls)).toBeUndefined();
});
