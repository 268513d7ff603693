import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, FUNCTION, LAMBDA, LAMBDA_TOKEN, setup, single, type Answer, type Harness } from './setup.js';

/** Fails the first `times` calls. */
function failing(times: number, error = 'Boom', cause = '{"errorMessage":"no"}'): Answer {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls <= times) throw new IntegrationError(error, cause);
    return { Payload: { call: calls } };
  };
}

const caughtBy = (...ErrorEquals: string[]) => ({
  StartAt: 'T',
  States: {
    T: {
      Type: 'Task',
      Resource: LAMBDA,
      Arguments: CALL,
      Catch: [{ ErrorEquals, Next: 'Caught' }],
      Next: 'Done',
    },
    Done: { Type: 'Pass', Output: 'done', End: true },
    Caught: { Type: 'Pass', Output: { caught: '{% $states.input %}' }, End: true },
  },
});

const token = (more: object = {}) =>
  single({
    Type: 'Task',
    Resource: LAMBDA_TOKEN,
    Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
    ...more,
  });

describe('a task with Credentials', () => {
  it('calls as the role that they name, an expression too, and its history tells which', async () => {
    const host = setup();
    const RoleArn = '{% $states.input.role %}';
    const task = { Type: 'Task', Resource: LAMBDA, Credentials: { RoleArn }, Arguments: CALL };
    const arn = await host.run(single(task), { role: 'arn:aws:iam::222222222222:role/other' });
    expect(host.calls).toMatchObject([{ roleArn: 'arn:aws:iam::222222222222:role/other' }]);
    const scheduled = (await host.history(arn)).find(({ type }) => type === 'TaskScheduled');
    expect(scheduled?.taskScheduledEventDetails).toMatchObject({
      taskCredentials: { roleArn: 'arn:aws:iam::222222222222:role/other' },
    });
  });
});

describe('a Lambda task', () => {
  it('writes Scheduled, Started, Succeeded, and hands the call to the port', async () => {
    const host = setup({ answer: () => ({ Payload: { ok: true }, StatusCode: 200 }) });
    const arn = await host.run(
      single({
        Type: 'Task',
        Resource: LAMBDA,
        Arguments: { FunctionName: 'work', Payload: { a: '{% $states.input.a %}' } },
        TimeoutSeconds: '{% $states.input.seconds %}',
        Output: '{% $states.result.Payload %}',
      }),
      { a: 1, seconds: 30 },
    );
    expect(await host.output(arn)).toEqual({ ok: true });
    expect(host.calls).toEqual([
      {
        service: 'lambda',
        action: 'invoke',
        arguments: { FunctionName: 'work', Payload: { a: 1 } },
        roleArn: 'arn:aws:iam::111111111111:role/machine',
        executionArn: arn,
      },
    ]);
    const events = await host.history(arn);
    expect(events.slice(2, 5)).toMatchObject([
      {
        id: 3,
        previousEventId: 2,
        type: 'TaskScheduled',
        taskScheduledEventDetails: {
          resourceType: 'lambda',
          resource: 'invoke',
          region: 'eu-central-1',
          parameters: '{"FunctionName":"work","Payload":{"a":1}}',
          timeoutInSeconds: 30,
        },
      },
      {
        id: 4,
        previousEventId: 3,
        type: 'TaskStarted',
        taskStartedEventDetails: { resourceType: 'lambda', resource: 'invoke' },
      },
      {
        id: 5,
        previousEventId: 4,
        type: 'TaskSucceeded',
        taskSucceededEventDetails: {
          resourceType: 'lambda',
          resource: 'invoke',
          output: '{"Payload":{"ok":true},"StatusCode":200}',
          outputDetails: { truncated: false },
        },
      },
    ]);
  });

  it('named by its ARN has events of its own and gives the payload alone', async () => {
    const host = setup({ answer: ({ arguments: args }) => ({ Payload: args }) });
    const arn = await host.run(single({ Type: 'Task', Resource: FUNCTION, TimeoutSeconds: 9 }), { a: 1 });
    expect(await host.output(arn)).toEqual({ FunctionName: FUNCTION, Payload: { a: 1 } });
    const events = await host.history(arn);
    expect(events[2]?.lambdaFunctionScheduledEventDetails).toEqual({
      resource: FUNCTION,
      input: '{"a":1}',
      inputDetails: { truncated: false },
      timeoutInSeconds: 9,
    });
    expect(events.slice(2, 5).map(({ type }) => type)).toEqual([
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
    ]);
    expect(events[3]).not.toHaveProperty('lambdaFunctionStartedEventDetails');
  });
});

describe('Retry', () => {
  it('writes only Scheduled and Started anew, counts, and evaluates Arguments each time', async () => {
    const host = setup({ answer: failing(2) });
    const arn = await host.run(
      single({
        Type: 'Task',
        Resource: LAMBDA,
        Arguments: { ...CALL, n: '{% $states.context.State.RetryCount %}' },
        Retry: [{ ErrorEquals: ['Boom'] }],
      }),
    );
    expect(host.calls.map((call) => call.arguments)).toEqual([0, 1, 2].map((n) => ({ ...CALL, n })));
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['TaskStateEntered', 0],
      ['TaskScheduled', 2],
      ['TaskStarted', 3],
      ['TaskFailed', 4],
      ['TaskScheduled', 5],
      ['TaskStarted', 6],
      ['TaskFailed', 7],
      ['TaskScheduled', 8],
      ['TaskStarted', 9],
      ['TaskSucceeded', 10],
      ['TaskStateExited', 11],
      ['ExecutionSucceeded', 12],
    ]);
  });

  test.each<[what: string, retrier: object, waits: number[]]>([
    ['the defaults are 3 attempts, 1 s, doubling', {}, [1, 2, 4]],
    [
      'MaxDelaySeconds caps the growth',
      { IntervalSeconds: 3, BackoffRate: 3, MaxDelaySeconds: 10 },
      [3, 9, 10],
    ],
    ['MaxAttempts 0 is never', { MaxAttempts: 0 }, []],
    ['MaxAttempts counts retries', { MaxAttempts: 1, IntervalSeconds: 7 }, [7]],
  ])('%s', async (_what, retrier, waits) => {
    const host = setup({ answer: failing(9) });
    const arn = await host.run(
      single({
        Type: 'Task',
        Resource: LAMBDA,
        Arguments: CALL,
        Retry: [{ ErrorEquals: ['States.ALL'], ...retrier }],
      }),
    );
    const at = (await host.history(arn))
      .filter(({ type }) => type === 'TaskScheduled')
      .map(({ timestamp }) => timestamp);
    expect(at.slice(1).map((time, index) => Math.round(time - (at[index] ?? 0)))).toEqual(waits);
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Boom' });
  });

  it('full jitter picks within the delay', async () => {
    const host = setup({ answer: failing(9) });
    const retrier = {
      ErrorEquals: ['States.ALL'],
      IntervalSeconds: 100,
      BackoffRate: 1,
      MaxAttempts: 20,
      JitterStrategy: 'FULL',
    };
    const arn = await host.run(single({ Type: 'Task', Resource: LAMBDA, Arguments: CALL, Retry: [retrier] }));
    const at = (await host.history(arn))
      .filter(({ type }) => type === 'TaskScheduled')
      .map(({ timestamp }) => timestamp);
    const waits = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(waits).toHaveLength(9);
    expect(Math.max(...waits)).toBeLessThan(100);
    expect(new Set(waits).size).toBeGreaterThan(5);
  });

  it('full jitter is a matter of the execution alone: whatever else runs, whatever ids are drawn, over a restart', async () => {
    const retrier = {
      ErrorEquals: ['States.ALL'],
      IntervalSeconds: 100,
      BackoffRate: 1,
      MaxAttempts: 4,
      JitterStrategy: 'FULL',
    };
    const definition = single({ Type: 'Task', Resource: LAMBDA, Arguments: CALL, Retry: [retrier] });
    const times = async (host: Harness, arn: string) =>
      (await host.history(arn)).map(({ timestamp }) => timestamp);
    const alone = setup({ answer: failing(99) });
    const arn = await alone.start(await alone.machine(definition), {}, 'story');
    await alone.clock.runOut();

    const among = setup({ answer: failing(99) });
    const machine = await among.machine(definition);
    for (const name of ['a', 'b', 'story', 'c']) await among.start(machine, {}, name);
    await among.clock.advance(50_000);
    await among.service.close();
    const again = setup({ store: among.store, clock: among.clock, answer: failing(99) });
    await again.service.resume();
    await again.clock.runOut();
    expect(await times(again, arn)).toEqual(await times(alone, arn));
    expect(await times(again, arn)).not.toEqual(await times(again, arn.replace('story', 'a')));
  });

  it('each retrier counts for itself, and a spent one hands the error to the catchers', async () => {
    const errors = ['A', 'B', 'A', 'B', 'A'];
    const host = setup({
      answer: () => {
        throw new IntegrationError(errors.shift() ?? 'C', 'why');
      },
    });
    const arn = await host.run({
      StartAt: 'T',
      States: {
        T: {
          Type: 'Task',
          Resource: LAMBDA,
          Arguments: CALL,
          Retry: [
            { ErrorEquals: ['A'], MaxAttempts: 2 },
            { ErrorEquals: ['B'], MaxAttempts: 5 },
          ],
          Catch: [{ ErrorEquals: ['A'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', End: true },
      },
    });
    expect(await host.output(arn)).toEqual({ Error: 'A', Cause: 'why' });
    expect(host.calls).toHaveLength(5);
  });
});

describe('an error that is too long', () => {
  const lengths = (...texts: unknown[]) => texts.map((text) => String(text).length);

  it('is cut to the 256 characters of a name and the 32,768 of a cause', async () => {
    const host = setup({ answer: failing(1, 'E'.repeat(300), 'c'.repeat(40_000)) });
    const arn = await host.run(caughtBy('States.ALL'));
    const { caught } = (await host.output(arn)) as { caught: { Error: string; Cause: string } };
    expect(lengths(caught.Error, caught.Cause)).toEqual([256, 32_768]);
    const failed = (await host.history(arn)).find(({ type }) => type === 'TaskFailed');
    expect(failed?.taskFailedEventDetails).toMatchObject({ error: caught.Error, cause: caught.Cause });
  });

  test.each<[of: string, state: object, expected: number[]]>([
    [
      'a Fail state',
      { Type: 'Fail', Error: "{% $pad('E', 300, 'E') %}", Cause: "{% $pad('c', 40000, 'c') %}" },
      [256, 32_768],
    ],
    [
      'a failed evaluation',
      { Type: 'Wait', Seconds: "{% $pad('s', 40000, 's') %}", End: true },
      ['States.QueryEvaluationError'.length, 32_768],
    ],
  ])('of %s is cut likewise', async (_of, state, expected) => {
    const host = setup();
    const { error, cause } = await host.describe(await host.run({ StartAt: 'S', States: { S: state } }));
    expect(lengths(error, cause)).toEqual(expected);
  });
});

describe('Catch', () => {
  test.each<[names: string[], error: string, caught: boolean]>([
    [['States.ALL'], 'Anything', true],
    [['States.TaskFailed'], 'Anything', true],
    [['Other', 'Anything'], 'Anything', true],
    [['Other'], 'Anything', false],
    [['States.Timeout'], 'Anything', false],
  ])('%j against %s: %s', async (names, error, caught) => {
    const host = setup({ answer: failing(1, error) });
    const arn = await host.run(caughtBy(...names));
    expect((await host.describe(arn)).status).toBe(caught ? 'SUCCEEDED' : 'FAILED');
  });

  it("passes {Error, Cause} on, the cause of a Lambda's error as text", async () => {
    const host = setup({ answer: failing(1) });
    const arn = await host.run(caughtBy('States.ALL'));
    expect(await host.output(arn)).toEqual({ caught: { Error: 'Boom', Cause: '{"errorMessage":"no"}' } });
  });

  it("Assign and Output of the catcher replace the state's, and see the error output", async () => {
    const host = setup({ answer: failing(1) });
    const arn = await host.run(
      {
        StartAt: 'T',
        States: {
          T: {
            Type: 'Task',
            Resource: LAMBDA,
            Arguments: CALL,
            Assign: { own: true },
            Output: 'own',
            Catch: [
              {
                ErrorEquals: ['Boom'],
                Assign: { error: '{% $states.errorOutput.Error %}' },
                Output: { was: '{% $states.input %}' },
                Next: 'Caught',
              },
            ],
            End: true,
          },
          Caught: {
            Type: 'Pass',
            Output: ['{% $error %}', '{% $exists($own) %}', '{% $states.input %}'],
            End: true,
          },
        },
      },
      'the input',
    );
    expect(await host.output(arn)).toEqual(['Boom', false, { was: 'the input' }]);
  });

  it('the error output exists in a catcher only, and a definition that reads it elsewhere is refused', async () => {
    const host = setup();
    const elsewhere = single({ Type: 'Pass', Output: '{% $exists($states.errorOutput) %}' });
    await expect(host.machine(elsewhere)).rejects.toMatchObject({
      code: 'InvalidDefinition',
      message:
        "Invalid State Machine Definition: 'UNSUPPORTED_JSONATA_EXPRESSION: " +
        "Field '$states.errorOutput' does not exist. at /States/Only/Output'",
    });
  });
});

describe('a task that waits for its token', () => {
  it('is Submitted, and succeeds with what the token brings', async () => {
    const host = setup();
    const arn = await host.start(await host.machine(token({ TimeoutSeconds: 60 })));
    await host.clock.settled();
    expect((await host.types(arn)).at(-1)).toBe('TaskSubmitted');
    await host.service.handle('SendTaskSuccess', { taskToken: host.tokens()[0], output: '{"yes":1}' });
    expect(await host.output(arn)).toEqual({ yes: 1 });
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['TaskStateEntered', 0],
      ['TaskScheduled', 2],
      ['TaskStarted', 3],
      ['TaskSubmitted', 4],
      ['TaskSucceeded', 5],
      ['TaskStateExited', 6],
      ['ExecutionSucceeded', 7],
    ]);
  });

  it('may be answered before the call that was given the token returns', async () => {
    const host = setup({
      answer: async ({ arguments: args }) => {
        const { Payload: payload } = args as { Payload: { token: string } };
        await host.service.handle('SendTaskSuccess', { taskToken: payload.token, output: '"quick"' });
        return {};
      },
    });
    expect(await host.output(await host.run(token()))).toBe('quick');
  });

  const caught = (more: object = {}) => {
    const definition = token({
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
      End: undefined,
      Next: 'Done',
      ...more,
    });
    return { ...definition, States: { ...(definition.States as object), Done: { Type: 'Succeed' } } };
  };

  it('a failure without error and cause is matched by States.ALL, and has null for both', async () => {
    const host = setup();
    const arn = await host.start(await host.machine(caught()));
    await host.clock.settled();
    await host.service.handle('SendTaskFailure', { taskToken: host.tokens()[0] });
    expect(await host.output(arn)).toEqual({ Error: null, Cause: null });
  });

  it('a time that ran out has an empty cause', async () => {
    const host = setup();
    const arn = await host.run(caught({ TimeoutSeconds: 5 }));
    expect(await host.output(arn)).toEqual({ Error: 'States.Timeout', Cause: '' });
  });

  it('a failure carries its error and cause', async () => {
    const host = setup();
    const arn = await host.start(await host.machine(token()));
    await host.clock.settled();
    await host.service.handle('SendTaskFailure', { taskToken: host.tokens()[0], error: 'E', cause: 'C' });
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error: 'E', cause: 'C' });
  });

  it('in time or not at all: TimeoutSeconds is TaskTimedOut', async () => {
    const host = setup();
    const arn = await host.run(token({ TimeoutSeconds: 3 * 86_400 }));
    const { status, error, cause, stopDate } = await host.describe(arn);
    expect([status, error, cause]).toEqual(['FAILED', 'States.Timeout', undefined]);
    expect(stopDate).toBe(Date.parse('2026-03-05T01:00:00Z') / 1000);
    const timedOut = (await host.history(arn)).find(({ type }) => type === 'TaskTimedOut');
    expect(timedOut?.taskTimedOutEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke.waitForTaskToken',
      error: 'States.Timeout',
    });
  });

  test.each([['States.HeartbeatTimeout'], ['States.Timeout'], ['States.ALL']])(
    'a missed heartbeat is recorded as States.Timeout and caught by %s',
    async (name) => {
      const host = setup();
      const definition = token({
        HeartbeatSeconds: 10,
        TimeoutSeconds: 100,
        Catch: [{ ErrorEquals: [name], Next: 'Done' }],
        End: undefined,
        Next: 'Done',
      });
      const arn = await host.run({
        ...definition,
        States: { ...(definition.States as object), Done: { Type: 'Succeed' } },
      });
      expect(await host.output(arn)).toEqual({ Error: 'States.Timeout', Cause: '' });
      expect((await host.describe(arn)).stopDate).toBe(1772413210);
    },
  );

  it('has its heartbeat by expression, as its timeout', async () => {
    const host = setup();
    const arn = await host.start(
      await host.machine(
        token({
          HeartbeatSeconds: '{% $states.input.beat %}',
          TimeoutSeconds: '{% 10 * $states.input.beat %}',
        }),
      ),
      { beat: 7 },
    );
    await host.clock.advance(6_000);
    await host.service.handle('SendTaskHeartbeat', { taskToken: host.tokens()[0] });
    await host.clock.runOut();
    const { status, error, stopDate } = await host.describe(arn);
    expect([status, error, stopDate]).toEqual(['FAILED', 'States.Timeout', 1772413213]);
    expect((await host.history(arn))[2]?.taskScheduledEventDetails).toMatchObject({
      heartbeatInSeconds: 7,
      timeoutInSeconds: 70,
    });
  });

  test.each([
    ['HeartbeatSeconds', '{% 0 %}', 'HeartbeatSeconds must be between 1 and 99999999 but was: 0'],
    ['HeartbeatSeconds', '{% 1.5 %}', 'The HeartbeatSeconds field cannot be parsed as an integer: 1.5'],
    ['TimeoutSeconds', '{% 100000000 %}', 'TimeoutSeconds must be between 1 and 99999999'],
    ['TimeoutSeconds', '{% "5" %}', "Expected 'number', but was 'string' for value: \"5\""],
  ])('%s of %s fails the evaluation, and nothing is called', async (field, value, why) => {
    const host = setup();
    const described = await host.describe(await host.run(token({ [field]: value })));
    expect(described).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(described.cause).toContain(why);
    expect(host.calls).toEqual([]);
  });

  it('a timeout is no missed heartbeat and no failed task', async () => {
    const host = setup();
    const Catch = [{ ErrorEquals: ['States.HeartbeatTimeout', 'States.TaskFailed'], Next: 'Done' }];
    const definition = token({ TimeoutSeconds: 5, Catch, End: undefined, Next: 'Done' });
    const arn = await host.run({
      ...definition,
      States: { ...(definition.States as object), Done: { Type: 'Succeed' } },
    });
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('each heartbeat moves the deadline on', async () => {
    const host = setup();
    const arn = await host.start(await host.machine(token({ HeartbeatSeconds: 10 })));
    for (let beat = 0; beat < 3; beat += 1) {
      await host.clock.advance(9_000);
      await host.service.handle('SendTaskHeartbeat', { taskToken: host.tokens()[0] });
    }
    expect((await host.describe(arn)).status).toBe('RUNNING');
    await host.clock.advance(10_000);
    expect((await host.describe(arn)).status).toBe('FAILED');
  });

  it('a call that hangs is timed out, its late answer changes nothing; a function-ARN task is LambdaFunctionTimedOut', async () => {
    let answer: (result: unknown) => void = () => undefined;
    const host = setup({
      answer: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const arn = await host.start(
      await host.machine(single({ Type: 'Task', Resource: FUNCTION, TimeoutSeconds: 5 })),
    );
    await host.clock.jump(5_000);
    expect(await host.types(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionTimedOut',
      'ExecutionFailed',
    ]);
    answer({ Payload: 'late' });
    await host.clock.settled();
    expect((await host.history(arn)).at(-1)?.executionFailedEventDetails).toEqual({
      error: 'States.Timeout',
    });
  });

  it('a token of a task that has ended is TaskTimedOut, an invented one InvalidToken', async () => {
    const host = setup();
    await host.run(token({ TimeoutSeconds: 5 }));
    const [ended] = host.tokens();
    const strange = Buffer.from('arn:aws:states:eu-central-1:111111111111:execution:m:none\nx').toString(
      'base64url',
    );
    for (const operation of ['SendTaskSuccess', 'SendTaskFailure', 'SendTaskHeartbeat']) {
      const send = (taskToken: unknown) => host.service.handle(operation, { taskToken, output: '{}' });
      await expect(send(ended)).rejects.toMatchObject({ code: 'TaskTimedOut' });
      await expect(send(strange)).rejects.toMatchObject({ code: 'TaskDoesNotExist' });
      await expect(send('nonsense')).rejects.toMatchObject({
        code: 'InvalidToken',
        message: "Invalid Token: 'Invalid token'",
      });
    }
  });

  it('a token of an attempt that was retried no longer counts', async () => {
    const host = setup();
    const arn = await host.start(
      await host.machine(token({ TimeoutSeconds: 5, Retry: [{ ErrorEquals: ['States.Timeout'] }] })),
    );
    await host.clock.advance(7_000);
    const [first, second] = host.tokens();
    expect(first).not.toBe(second);
    const send = (taskToken: unknown) => host.service.handle('SendTaskSuccess', { taskToken, output: '1' });
    await expect(send(first)).rejects.toMatchObject({ code: 'TaskTimedOut' });
    await send(second);
    expect(await host.output(arn)).toBe(1);
  });
});
