import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, LAMBDA, LAMBDA_TOKEN, setup, single } from './setup.js';

const flow = (StartAt: string, States: object) => ({ StartAt, States });
const one = (state: object, name = 'I') => flow(name, { [name]: { End: true, ...state } });
const boom = () => {
  throw new IntegrationError('Boom', 'why');
};

describe('Parallel', () => {
  it('begins all branches at once on chains of their own and goes on from the last event', async () => {
    const host = setup();
    const branch = (name: string) =>
      flow(`${name}1`, {
        [`${name}1`]: { Type: 'Pass', Next: `${name}2` },
        [`${name}2`]: { Type: 'Pass', End: true },
      });
    const arn = await host.run(single({ Type: 'Parallel', Branches: [branch('A'), branch('B')] }), { x: 1 });
    expect(await host.output(arn)).toEqual([{ x: 1 }, { x: 1 }]);
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['ParallelStateEntered', 0],
      ['ParallelStateStarted', 2],
      ['PassStateEntered', 3],
      ['PassStateEntered', 3],
      ['PassStateExited', 4],
      ['PassStateEntered', 6],
      ['PassStateExited', 5],
      ['PassStateEntered', 8],
      ['PassStateExited', 7],
      ['PassStateExited', 9],
      ['ParallelStateSucceeded', 11],
      ['ParallelStateExited', 11],
      ['ExecutionSucceeded', 13],
    ]);
  });

  it('Arguments are what the branches begin with', async () => {
    const host = setup();
    const arn = await host.run(
      single({
        Type: 'Parallel',
        Arguments: { a: '{% $states.input.x %}' },
        Branches: [one({ Type: 'Pass' })],
        Output: '{% $states.result[0] %}',
      }),
      { x: 5 },
    );
    expect(await host.output(arn)).toEqual({ a: 5 });
  });

  it('a failing task is aborted, and the Parallel fails on the same event', async () => {
    const host = setup({ answer: boom });
    const arn = await host.run({
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [one({ Type: 'Task', Resource: LAMBDA, Arguments: CALL })],
          Catch: [{ ErrorEquals: ['Boom'], Next: 'Done' }],
          End: true,
        },
        Done: { Type: 'Pass', End: true },
      },
    });
    expect(await host.output(arn)).toEqual({ Error: 'Boom', Cause: 'why' });
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['ParallelStateEntered', 0],
      ['ParallelStateStarted', 2],
      ['TaskStateEntered', 3],
      ['TaskScheduled', 4],
      ['TaskStarted', 5],
      ['TaskFailed', 6],
      ['TaskStateAborted', 7],
      ['ParallelStateFailed', 7],
      ['ParallelStateExited', 9],
      ['PassStateEntered', 10],
      ['PassStateExited', 11],
      ['ExecutionSucceeded', 12],
    ]);
  });

  it('is retried from its Started event', async () => {
    const host = setup();
    const arn = await host.run(
      single({
        Type: 'Parallel',
        Branches: [flow('F', { F: { Type: 'Fail', Error: 'E' } })],
        Retry: [{ ErrorEquals: ['E'], MaxAttempts: 1 }],
      }),
    );
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['ParallelStateEntered', 0],
      ['ParallelStateStarted', 2],
      ['FailStateEntered', 3],
      ['ParallelStateStarted', 4],
      ['FailStateEntered', 5],
      ['ParallelStateFailed', 6],
      ['ExecutionFailed', 7],
    ]);
  });

  it('when one branch fails the others are aborted and their late results change nothing', async () => {
    const host = setup({
      answer: ({ arguments: args }) => (JSON.stringify(args).includes('token') ? {} : boom()),
    });
    const ask = {
      Type: 'Task',
      Resource: LAMBDA_TOKEN,
      Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
    };
    const arn = await host.run({
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [
            one(ask),
            one({ Type: 'Wait', Seconds: 100 }, 'Hundred'),
            flow('W', {
              W: { Type: 'Wait', Seconds: 5, Next: 'B' },
              B: { Type: 'Task', Resource: LAMBDA, Arguments: CALL, End: true },
            }),
          ],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Later' }],
          End: true,
        },
        Later: { Type: 'Wait', Seconds: 500, End: true },
      },
    });
    const types = await host.types(arn);
    expect(types.filter((type) => type.endsWith('Aborted'))).toEqual([
      'TaskStateAborted',
      'TaskStateAborted',
      'WaitStateAborted',
    ]);
    expect(types.filter((type) => type === 'WaitStateExited')).toHaveLength(2);
    const late = host.service.handle('SendTaskSuccess', { taskToken: host.tokens()[0], output: '1' });
    await expect(late).rejects.toMatchObject({ code: 'TaskTimedOut' });
    expect((await host.describe(arn)).status).toBe('SUCCEEDED');
  });

  it('a runtime error in a branch ends the execution at once', async () => {
    const host = setup();
    const arn = await host.run(
      single({
        Type: 'Parallel',
        Branches: [
          flow('C', {
            C: { Type: 'Choice', Choices: [{ Condition: false, Next: 'D' }] },
            D: { Type: 'Succeed' },
          }),
        ],
        Catch: [
          { ErrorEquals: ['States.Runtime'], Next: 'Only' },
          { ErrorEquals: ['States.ALL'], Next: 'Only' },
        ],
        Retry: [{ ErrorEquals: ['States.Runtime'] }],
      }),
    );
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['ParallelStateEntered', 0],
      ['ParallelStateStarted', 2],
      ['ChoiceStateEntered', 3],
      ['ExecutionFailed', 4],
    ]);
    expect((await host.describe(arn)).error).toBe('States.Runtime');
  });
});

describe('scopes', () => {
  it('a branch reads outer variables, keeps its own, and its own vanish', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'M' },
        M: {
          Type: 'Map',
          Items: [10, 20],
          ItemProcessor: flow('I', {
            I: { Type: 'Pass', Assign: { inner: '{% $states.input + $outer %}' }, Next: 'J' },
            J: { Type: 'Pass', Output: '{% $inner %}', End: true },
          }),
          Next: 'After',
        },
        After: {
          Type: 'Pass',
          Output: ['{% $states.input %}', '{% $exists($inner) %}', '{% $outer %}'],
          End: true,
        },
      },
    });
    expect(await host.output(arn)).toEqual([[11, 21], false, 1]);
  });
});

describe('scopes within scopes', () => {
  it('branches assign one name each for itself, and inner ones read through all outer ones', async () => {
    const host = setup();
    const branch = (value: number) =>
      flow(`Own${value}`, {
        [`Own${value}`]: { Type: 'Pass', Assign: { own: value }, Next: `Each${value}` },
        [`Each${value}`]: {
          Type: 'Map',
          Items: [1, 2],
          ItemProcessor: one({ Type: 'Pass', Output: '{% $outer + $own + $states.input %}' }, `I${value}`),
          End: true,
        },
      });
    const arn = await host.run({
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { outer: 100 }, Next: 'Both' },
        Both: {
          Type: 'Parallel',
          Branches: [branch(10), branch(20)],
          Assign: { sums: '{% $states.result %}', outer: 0 },
          Output: '{% $outer %}',
          Next: 'After',
        },
        After: { Type: 'Pass', Output: ['{% $states.input %}', '{% $outer %}', '{% $sums %}'], End: true },
      },
    });
    expect(await host.output(arn)).toEqual([
      100,
      0,
      [
        [111, 112],
        [121, 122],
      ],
    ]);
  });
});

describe('a retried Map or Parallel', () => {
  test.each<[what: string, state: object]>([
    ['Map', { Type: 'Map', Items: [1], ItemProcessor: flow('F', { F: { Type: 'Fail', Error: 'E' } }) }],
    ['Parallel', { Type: 'Parallel', Branches: [flow('F', { F: { Type: 'Fail', Error: 'E' } })] }],
  ])('%s counts its retries, and its catcher sees how many there were', async (_what, state) => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'P',
      States: {
        P: {
          ...state,
          Retry: [{ ErrorEquals: ['E'], MaxAttempts: 2 }],
          Catch: [
            {
              ErrorEquals: ['E'],
              Assign: { count: '{% $states.context.State.RetryCount %}' },
              Next: 'Done',
            },
          ],
          Next: 'Done',
        },
        Done: { Type: 'Pass', Output: '{% $count %}', End: true },
      },
    });
    expect(await host.output(arn)).toBe(2);
  });
});

describe('an evaluation that fails within', () => {
  it('an iteration fails the iteration and the Map on the failed evaluation', async () => {
    const host = setup();
    const arn = await host.run(
      single({ Type: 'Map', Items: [1], ItemProcessor: one({ Type: 'Pass', Output: '{% $none %}' }) }),
    );
    expect((await host.chain(arn)).slice(2)).toEqual([
      ['MapStateStarted', 2],
      ['MapIterationStarted', 3],
      ['PassStateEntered', 4],
      ['EvaluationFailed', 4],
      ['MapIterationFailed', 6],
      ['MapStateFailed', 6],
      ['ExecutionFailed', 8],
    ]);
  });

  it('a branch fails the Parallel, which may catch it', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [one({ Type: 'Pass', Output: '{% $none %}' })],
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Done' }],
          Next: 'Done',
        },
        Done: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
      },
    });
    expect(await host.output(arn)).toBe('States.QueryEvaluationError');
  });
});

describe('Map', () => {
  it('one at a time: each iteration follows the last StateExited of the one before', async () => {
    const host = setup();
    const arn = await host.run(
      single({
        Type: 'Map',
        Items: '{% $states.input %}',
        MaxConcurrency: 1,
        ItemProcessor: one({ Type: 'Pass' }),
      }),
      [7, 8],
    );
    expect(await host.output(arn)).toEqual([7, 8]);
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['MapStateEntered', 0],
      ['MapStateStarted', 2],
      ['MapIterationStarted', 3],
      ['PassStateEntered', 4],
      ['PassStateExited', 5],
      ['MapIterationSucceeded', 6],
      ['MapIterationStarted', 6],
      ['PassStateEntered', 8],
      ['PassStateExited', 9],
      ['MapIterationSucceeded', 10],
      ['MapStateSucceeded', 11],
      ['MapStateExited', 11],
      ['ExecutionSucceeded', 13],
    ]);
    const events = await host.history(arn);
    expect(events[2]?.mapStateStartedEventDetails).toEqual({ length: 2 });
    expect(events[7]?.mapIterationStartedEventDetails).toEqual({ name: 'Only', index: 1 });
  });

  it('over no items succeeds on its Started event', async () => {
    const host = setup();
    const arn = await host.run(single({ Type: 'Map', ItemProcessor: one({ Type: 'Pass' }) }), []);
    expect(await host.output(arn)).toEqual([]);
    expect((await host.chain(arn)).slice(2)).toEqual([
      ['MapStateStarted', 2],
      ['MapStateSucceeded', 3],
      ['MapStateExited', 3],
      ['ExecutionSucceeded', 5],
    ]);
  });

  test.each<[what: string, limit: object, atOnce: number]>([
    ['MaxConcurrency', { MaxConcurrency: 7 }, 7],
    ['MaxConcurrency by expression', { MaxConcurrency: '{% 3 %}' }, 3],
    ['the 40 of an inline Map without a limit', {}, 40],
    ['the 40 of an inline Map when 0 is none', { MaxConcurrency: 0 }, 40],
    ['the 40 of an inline Map when more are asked for', { MaxConcurrency: 50 }, 40],
  ])('keeps to %s, and to the order of the items', async (_what, limit, atOnce) => {
    let running = 0;
    let most = 0;
    const host = setup({
      answer: async ({ arguments: args }) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return args;
      },
    });
    const ItemProcessor = one({ Type: 'Task', Resource: LAMBDA, Arguments: '{% $states.input %}' });
    const arn = await host.run(single({ Type: 'Map', Items: '{% [1..60] %}', ItemProcessor, ...limit }));
    expect(await host.output(arn)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(most).toBe(atOnce);
  });

  it('ItemSelector and the states inside see the index and the item', async () => {
    const host = setup();
    const arn = await host.run(
      single({
        Type: 'Map',
        Items: ['a', 'b'],
        ItemSelector: {
          i: '{% $states.context.Map.Item.Index %}',
          v: '{% $states.context.Map.Item.Value %}',
          all: '{% $states.input %}',
        },
        ItemProcessor: one({
          Type: 'Pass',
          Output: ['{% $states.input %}', '{% $states.context.Map.Item %}'],
        }),
      }),
      'in',
    );
    expect(await host.output(arn)).toEqual([
      [
        { i: 0, v: 'a', all: 'in' },
        { Index: 0, Value: 'a' },
      ],
      [
        { i: 1, v: 'b', all: 'in' },
        { Index: 1, Value: 'b' },
      ],
    ]);
  });

  it('fails on the failing inner event, as does the iteration', async () => {
    const host = setup();
    const arn = await host.run(
      single({
        Type: 'Map',
        Items: [1, 2],
        MaxConcurrency: 1,
        ItemProcessor: flow('F', { F: { Type: 'Fail', Error: 'E' } }),
      }),
    );
    expect((await host.chain(arn)).slice(2)).toEqual([
      ['MapStateStarted', 2],
      ['MapIterationStarted', 3],
      ['FailStateEntered', 4],
      ['MapIterationFailed', 5],
      ['MapStateFailed', 5],
      ['ExecutionFailed', 7],
    ]);
  });

  it('is retried with a new MapStateStarted on the failing inner event', async () => {
    const host = setup();
    const retry = [{ ErrorEquals: ['E'], MaxAttempts: 1 }];
    const arn = await host.run(
      single({
        Type: 'Map',
        Items: [1],
        Retry: retry,
        ItemProcessor: flow('F', { F: { Type: 'Fail', Error: 'E' } }),
      }),
    );
    expect((await host.chain(arn)).slice(2, 7)).toEqual([
      ['MapStateStarted', 2],
      ['MapIterationStarted', 3],
      ['FailStateEntered', 4],
      ['MapIterationFailed', 5],
      ['MapStateStarted', 5],
    ]);
  });

  it('the other iterations are aborted', async () => {
    const host = setup();
    const arn = await host.run(
      single({
        Type: 'Map',
        Items: [1, 5, 9],
        ItemProcessor: flow('W', {
          W: { Type: 'Wait', Seconds: '{% $states.input %}', Next: 'F' },
          F: { Type: 'Fail' },
        }),
      }),
    );
    const aborted = (await host.history(arn)).filter(({ type }) => type.endsWith('Aborted'));
    expect(aborted.map(({ type, mapIterationAbortedEventDetails: details }) => [type, details])).toEqual([
      ['WaitStateAborted', undefined],
      ['MapIterationAborted', { name: 'Only', index: 1 }],
      ['WaitStateAborted', undefined],
      ['MapIterationAborted', { name: 'Only', index: 2 }],
    ]);
  });

  test.each<[what: string, tolerance: object, expected: object]>([
    ['a count that suffices', { ToleratedFailureCount: 2 }, { status: 'SUCCEEDED' }],
    [
      'a count that does not',
      { ToleratedFailureCount: 1 },
      { status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' },
    ],
    ['a percentage that suffices', { ToleratedFailurePercentage: 50 }, { status: 'SUCCEEDED' }],
    [
      'the stricter of both',
      { ToleratedFailurePercentage: 50, ToleratedFailureCount: '{% 1 %}' },
      { status: 'FAILED' },
    ],
    ['none', {}, { status: 'FAILED', error: 'E' }],
  ])('tolerates failures: %s', async (_what, tolerance, expected) => {
    const host = setup();
    const fails = flow('C', {
      C: { Type: 'Choice', Choices: [{ Condition: '{% $states.input < 2 %}', Next: 'F' }], Default: 'S' },
      F: { Type: 'Fail', Error: 'E' },
      S: { Type: 'Succeed' },
    });
    const arn = await host.run(
      single({ Type: 'Map', Items: [0, 1, 2, 3], ItemProcessor: fails, ...tolerance }),
    );
    expect(await host.describe(arn)).toMatchObject(expected);
  });

  it('items that are no array are a failed evaluation', async () => {
    const host = setup();
    const arn = await host.run(
      single({ Type: 'Map', Items: '{% 1 %}', ItemProcessor: one({ Type: 'Pass' }) }),
    );
    expect((await host.types(arn)).slice(1)).toEqual([
      'MapStateEntered',
      'EvaluationFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
  });

  it('a Map in a Parallel in a Map gives nested results', async () => {
    const host = setup();
    const inner = one(
      {
        Type: 'Map',
        Items: '{% [$states.input, 2] %}',
        ItemProcessor: one({ Type: 'Pass', Output: '{% $states.input * 10 %}' }, 'Ten'),
      },
      'Inner',
    );
    const arn = await host.run(
      single({
        Type: 'Map',
        Items: [1, 3],
        ItemProcessor: one({ Type: 'Parallel', Branches: [inner, one({ Type: 'Wait', Seconds: 1 }, 'W')] }),
      }),
    );
    expect(await host.output(arn)).toEqual([
      [[10, 20], 1],
      [[30, 20], 3],
    ]);
  });

  it('a long Map writes its items once, not with every iteration', async () => {
    const host = setup();
    const items = Array.from({ length: 200 }, (_, n) => `${n}-${'x'.repeat(500)}`);
    await host.run(
      single({
        Type: 'Map',
        Items: items,
        ItemProcessor: one({ Type: 'Succeed', End: undefined, Output: 0 }),
      }),
    );
    let written = 0;
    for await (const [key, value] of host.store.range({ from: 'sfn/entry/', to: 'sfn/entry0' }))
      written += key.length + value.length;
    expect(written).toBeLessThan(15 * JSON.stringify(items).length);
  });
});
