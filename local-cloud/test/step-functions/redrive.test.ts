import { IntegrationError } from '../../step-functions/ports.js';
import { createMemoryStore } from '../../storage/memory-store.js';
import { ManualClock } from '../manual-clock.js';
import { CALL, LAMBDA, LAMBDA_TOKEN, setup, single, type Answer, type Harness } from './setup.js';

const DAY = 86_400_000;
const boom = new IntegrationError('Boom', 'why');
const flow = (StartAt: string, States: object) => ({ StartAt, States });
const one = (state: object, name = 'I') => flow(name, { [name]: { End: true, ...state } });
const call = (n: unknown) => ({ Type: 'Task', Resource: LAMBDA, Arguments: { ...CALL, n } });

/** Calls whose `n` is among the broken ones fail. */
function repairable(broken: unknown[]): { answer: Answer; repair: () => void } {
  return {
    answer: ({ arguments: args }) => {
      if (broken.includes((args as { n: unknown }).n)) throw boom;
      return args;
    },
    repair: () => broken.splice(0),
  };
}

async function redrive(host: Harness, executionArn: string, clientToken?: string): Promise<unknown> {
  const output = await host.service.handle('RedriveExecution', { executionArn, clientToken });
  await host.clock.runOut();
  return output;
}

const called = (host: Harness) => host.calls.map(({ arguments: args }) => (args as { n: unknown }).n);

describe('a redriven execution', () => {
  it('goes on from the state that failed, with its input, and runs no successful one again', async () => {
    const { answer, repair } = repairable([2]);
    const host = setup({ answer });
    const arn = await host.run(
      flow('A', { A: { ...call(1), Output: 'of A', Next: 'B' }, B: { ...call(2), End: true } }),
    );
    repair();
    await redrive(host, arn);
    expect(called(host)).toEqual([1, 2, 2]);
    expect((await host.chain(arn)).slice(5)).toEqual([
      ['TaskStateExited', 5],
      ['TaskStateEntered', 6],
      ['TaskScheduled', 7],
      ['TaskStarted', 8],
      ['TaskFailed', 9],
      ['ExecutionFailed', 10],
      ['ExecutionRedriven', 11],
      ['TaskScheduled', 12],
      ['TaskStarted', 13],
      ['TaskSucceeded', 14],
      ['TaskStateExited', 15],
      ['ExecutionSucceeded', 16],
    ]);
    const redriven = (await host.history(arn))[11];
    expect(redriven?.executionRedrivenEventDetails).toEqual({ redriveCount: 1 });
    expect(await host.output(arn)).toEqual({ ...CALL, n: 2 });
  });

  it('may retry as often as before, and sees its redrive in the context', async () => {
    const host = setup({
      answer: () => {
        throw boom;
      },
    });
    const context = {
      count: '{% $states.context.Execution.RedriveCount %}',
      time: '{% $exists($states.context.Execution.RedriveTime) ? $states.context.Execution.RedriveTime : "never" %}',
      retry: '{% $states.context.State.RetryCount %}',
    };
    const arn = await host.run(
      single({
        Type: 'Task',
        Resource: LAMBDA,
        Arguments: { ...CALL, ...context },
        Retry: [{ ErrorEquals: ['Boom'], MaxAttempts: 1 }],
      }),
    );
    await redrive(host, arn);
    await redrive(host, arn);
    expect(host.calls.map(({ arguments: args }) => args)).toEqual([
      { ...CALL, count: 0, time: 'never', retry: 0 },
      { ...CALL, count: 0, time: 'never', retry: 1 },
      { ...CALL, count: 1, time: '2026-03-02T01:00:01.000Z', retry: 0 },
      { ...CALL, count: 1, time: '2026-03-02T01:00:01.000Z', retry: 1 },
      { ...CALL, count: 2, time: '2026-03-02T01:00:02.000Z', retry: 0 },
      { ...CALL, count: 2, time: '2026-03-02T01:00:02.000Z', retry: 1 },
    ]);
  });

  it('runs only the branches again that failed or were aborted', async () => {
    const { answer, repair } = repairable(['b']);
    const host = setup({ answer });
    const branches = [
      one(call('a')),
      flow('W', { W: { Type: 'Wait', Seconds: 5, Next: 'T' }, T: { ...call('b'), End: true } }),
      one({ Type: 'Wait', Seconds: 60 }, 'Minute'),
    ];
    const arn = await host.run(single({ Type: 'Parallel', Branches: branches }), 'in');
    repair();
    await redrive(host, arn);
    expect(called(host)).toEqual(['a', 'b', 'b']);
    expect(await host.output(arn)).toEqual([{ ...CALL, n: 'a' }, { ...CALL, n: 'b' }, 'in']);
    const types = await host.types(arn);
    expect(types.filter((type) => type === 'ParallelStateStarted')).toHaveLength(1);
    expect(types.filter((type) => type === 'WaitStateEntered')).toHaveLength(2);
  });

  it('runs only the iterations again that failed, were aborted or had not begun', async () => {
    const { answer, repair } = repairable([3]);
    const host = setup({ answer });
    const map = {
      Type: 'Map',
      Items: '{% [1..5] %}',
      MaxConcurrency: 2,
      ItemProcessor: one(call('{% $states.input %}')),
      Output: '{% $states.result.n %}',
    };
    const arn = await host.run(single(map));
    expect(new Set(called(host))).toEqual(new Set([1, 2, 3, 4]));
    repair();
    await redrive(host, arn);
    expect(await host.output(arn)).toEqual([1, 2, 3, 4, 5]);
    const counts = [1, 2, 3, 4, 5].map((n) => called(host).filter((other) => other === n).length);
    expect([counts[0], counts[1], counts[2], counts[4]]).toEqual([1, 1, 2, 1]);
  });

  it('runs every branch again when their results together were too large', async () => {
    const { answer } = repairable([]);
    const host = setup({ answer });
    const half = (n: string) => one({ ...call(n), Output: '{% $pad("", 200000) %}' }, n);
    const arn = await host.run(single({ Type: 'Parallel', Branches: [half('a'), half('b')] }));
    expect(await host.describe(arn)).toMatchObject({ error: 'States.DataLimitExceeded' });
    await redrive(host, arn);
    expect(called(host)).toEqual(['a', 'b', 'a', 'b']);
  });

  it('gives a task a new token, and the old one is worth nothing', async () => {
    const host = setup();
    const ask = {
      Type: 'Task',
      Resource: LAMBDA_TOKEN,
      TimeoutSeconds: 30,
      Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
    };
    const arn = await host.run(single(ask));
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    await host.service.handle('RedriveExecution', { executionArn: arn });
    await host.clock.settled();
    const [before, after] = host.tokens();
    const answer = (taskToken: unknown) =>
      host.service.handle('SendTaskSuccess', { taskToken, output: '"late"' });
    await expect(answer(before)).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await answer(after);
    expect(await host.output(arn)).toBe('late');
  });

  test.each<[how: string, wait: object, ends: number]>([
    ['waits again for its seconds', { Seconds: 100 }, 1772413350],
    ['passes a timestamp that has gone by', { Timestamp: '2026-03-02T01:00:10Z' }, 1772413250],
  ])('that was stopped in a Wait %s', async (_how, wait, ends) => {
    const host = setup();
    const arn = await host.start(await host.machine(single({ Type: 'Wait', ...wait })));
    await host.clock.settled();
    await host.service.handle('StopExecution', { executionArn: arn });
    await host.clock.advance(50_000);
    await redrive(host, arn);
    expect(await host.describe(arn)).toMatchObject({ status: 'SUCCEEDED', stopDate: ends });
  });

  it("has the machine's whole TimeoutSeconds again", async () => {
    const host = setup();
    const arn = await host.run({ ...single({ Type: 'Wait', Seconds: 100 }), TimeoutSeconds: 60 });
    await redrive(host, arn);
    expect(await host.describe(arn)).toMatchObject({ status: 'TIMED_OUT', stopDate: 1772413320 });
  });

  it('enters a Fail state again and fails again', async () => {
    const host = setup();
    const arn = await host.run(flow('F', { F: { Type: 'Fail', Error: 'E' } }));
    await redrive(host, arn);
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['FailStateEntered', 0],
      ['ExecutionFailed', 2],
      ['ExecutionRedriven', 3],
      ['FailStateEntered', 4],
      ['ExecutionFailed', 5],
    ]);
  });

  it('keeps the text it began with and is described as redriven', async () => {
    const { answer, repair } = repairable([1]);
    const host = setup({ answer });
    const machine = await host.machine(single({ ...call(1), Output: 'old' }));
    const arn = await host.start(machine);
    await host.clock.runOut();
    expect(await host.describe(arn)).toMatchObject({ redriveCount: 0, redriveStatus: 'REDRIVABLE' });
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      ...single({ Type: 'Succeed', End: undefined }),
    });
    await host.service.handle('UpdateStateMachine', { stateMachineArn: machine, definition });
    repair();
    expect(await redrive(host, arn)).toEqual({ redriveDate: 1772413200 });
    expect(await host.output(arn)).toBe('old');
    const described = await host.describe(arn);
    expect(described).toMatchObject({
      redriveCount: 1,
      redriveDate: 1772413200,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
    expect(described).not.toHaveProperty('error');
    const list = async (redriveFilter: string) => {
      const output = await host.service.handle('ListExecutions', { stateMachineArn: machine, redriveFilter });
      return output.executions;
    };
    expect(await list('REDRIVEN')).toMatchObject([{ redriveCount: 1, redriveDate: 1772413200 }]);
    expect(await list('NOT_REDRIVEN')).toEqual([]);
  });

  it('counts as a transition', async () => {
    const host = setup();
    const arn = await host.run({ ...single({ Type: 'Wait', Seconds: 100 }), TimeoutSeconds: 60 });
    await redrive(host, arn);
    expect(host.transitions).toEqual([arn, arn]);
  });

  it('goes on after a restart of the host', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const arn = await first.run({ ...single({ Type: 'Wait', Seconds: 100 }), TimeoutSeconds: 60 });
    await first.service.handle('RedriveExecution', { executionArn: arn });
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now() + 1000) });
    await second.service.resume();
    await second.clock.runOut();
    expect(await second.describe(arn)).toMatchObject({ status: 'TIMED_OUT', redriveCount: 1 });
  });

  it('as a child goes on although its parent has ended, after a restart too', async () => {
    const store = createMemoryStore();
    const first = setup({ store });
    const child = await first.machine({ ...single({ Type: 'Wait', Seconds: 100 }), TimeoutSeconds: 60 }, 'c');
    const nested = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child, Name: 'kid' },
    };
    const parent = await first.run(single(nested));
    expect(await first.describe(parent)).toMatchObject({ error: 'States.TaskFailed' });
    const arn = `${child.replace('stateMachine', 'execution')}:kid`;
    await first.service.handle('RedriveExecution', { executionArn: arn });
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now()) });
    await second.service.resume();
    await second.clock.settled();
    expect(await second.describe(arn)).toMatchObject({ status: 'RUNNING' });
  });
});

describe('what cannot be redriven', () => {
  const machines = {
    fails: flow('F', { F: { Type: 'Fail' } }),
    succeeds: single({ Type: 'Pass' }),
    waits: single({ Type: 'Wait', Seconds: 400 * 86_400 }),
    loops: flow('A', {
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'Z' },
      Z: { Type: 'Succeed' },
    }),
  };
  type Case = readonly [
    what: string,
    machine: keyof typeof machines,
    meanwhile: (host: Harness, arn: string, machine: string) => Promise<unknown>,
    reason: string,
  ];
  const nothing = async () => Promise.resolve();

  test.each<Case>([
    ['running', 'waits', nothing, 'Execution is RUNNING and cannot be redriven'],
    ['succeeded', 'succeeds', nothing, 'Execution is SUCCEEDED and cannot be redriven'],
    [
      'ended more than 14 days ago',
      'fails',
      (host) => host.clock.advance(14 * DAY + 1),
      'Execution redrivable period exceeded',
    ],
    [
      'started more than a year ago',
      'waits',
      async (host, executionArn) => {
        await host.clock.advance(366 * DAY);
        await host.service.handle('StopExecution', { executionArn });
      },
      'Execution has exceeded the max execution time',
    ],
    ['at the end of its history', 'loops', nothing, 'Execution history event limit exceeded'],
    [
      'of a machine that was deleted',
      'fails',
      (host, _arn, stateMachineArn) => host.service.handle('DeleteStateMachine', { stateMachineArn }),
      'State machine is in DELETING status',
    ],
  ])('is one that is %s', async (_what, definition, meanwhile, reason) => {
    const host = setup();
    const machine = await host.machine(machines[definition]);
    const arn = await host.start(machine);
    await host.clock.settled();
    await meanwhile(host, arn, machine);
    await expect(host.service.handle('RedriveExecution', { executionArn: arn })).rejects.toMatchObject({
      code: 'ExecutionNotRedrivable',
      message: reason,
    });
    expect(await host.describe(arn)).toMatchObject({
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: reason,
    });
  });

  it('is redrivable to the last moment of the 14 days', async () => {
    const host = setup();
    const arn = await host.run(machines.fails);
    await host.clock.advance(14 * DAY);
    await redrive(host, arn);
    expect(await host.describe(arn)).toMatchObject({ redriveCount: 1 });
  });

  it('the same client token is the same redrive for 15 minutes', async () => {
    const host = setup();
    const arn = await host.run(machines.fails);
    const count = async () => (await host.describe(arn)).redriveCount;
    expect(await redrive(host, arn, 'once')).toEqual({ redriveDate: 1772413200 });
    await host.clock.advance(15 * 60_000);
    expect(await redrive(host, arn, 'once')).toEqual({ redriveDate: 1772413200 });
    expect(await count()).toBe(1);
    await redrive(host, arn, 'other');
    expect(await count()).toBe(2);
    await host.clock.advance(1);
    await redrive(host, arn, 'once');
    expect(await count()).toBe(3);
  });

  it('two redrives at once redrive once', async () => {
    const host = setup({ answer: () => new Promise(() => undefined) });
    const arn = await host.start(await host.machine(single(call(1))));
    await host.service.handle('StopExecution', { executionArn: arn });
    const both = await Promise.allSettled(
      [1, 2].map(() => host.service.handle('RedriveExecution', { executionArn: arn })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    host.clock.stop();
  });
});

describe('a Map whose ItemSelector fails', () => {
  it('aborts the iterations that run, and their late results change nothing', async () => {
    const host = setup();
    const ask = {
      Type: 'Task',
      Resource: LAMBDA_TOKEN,
      Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
    };
    const arn = await host.run(
      flow('M', {
        M: {
          Type: 'Map',
          Items: [1, 0],
          ItemSelector: '{% $states.context.Map.Item.Value = 1 ? 1 : $none %}',
          ItemProcessor: one(ask),
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rest' }],
          End: true,
        },
        Rest: { Type: 'Wait', Seconds: 60, End: true },
      }),
    );
    expect((await host.types(arn)).slice(4, 11)).toEqual([
      'TaskStateEntered',
      'EvaluationFailed',
      'MapIterationAborted',
      'MapStateFailed',
      'MapStateExited',
      'WaitStateEntered',
      'WaitStateExited',
    ]);
    expect(host.tokens()).toEqual([]);
  });
});
