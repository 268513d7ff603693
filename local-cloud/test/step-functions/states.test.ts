import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, FUNCTION, LAMBDA, LAMBDA_TOKEN, setup, single } from './setup.js';

const undefinedAt = (state: string, event: number, field: string, code = '$states.input.missing') =>
  `An error occurred while executing the state '${state}' (entered at the event id #${event}). ` +
  `The JSONata expression '${code}' specified for the field '${field}' returned nothing (undefined).`;

describe('values', () => {
  it('Assign and Output of a state see the values at entry; the new ones take effect in the next state', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { x: 1, y: 'a' }, Next: 'Use' },
        Use: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', z: '{% $x %}' }, Output: '{% $x %}', Next: 'Then' },
        Then: { Type: 'Pass', Output: ['{% $states.input %}', '{% $x %}', '{% $z %}'], End: true },
      },
    });
    expect(await host.output(arn)).toEqual([1, 2, 1]);
  });

  it('assigned variables are told as JSON texts when a state is left', async () => {
    const host = setup();
    const arn = await host.run(single({ Type: 'Pass', Assign: { n: 42, s: 'x', o: { a: [null] } } }));
    const exited = (await host.history(arn)).find(({ type }) => type === 'PassStateExited');
    expect(exited?.stateExitedEventDetails).toEqual({
      name: 'Only',
      output: '{}',
      outputDetails: { truncated: false },
      assignedVariables: { n: '42', s: '"x"', o: '{"a":[null]}' },
      assignedVariablesDetails: { truncated: false },
    });
  });

  test.each<[what: string, state: object, output: unknown]>([
    ['an absent Output passes the input through', {}, { in: 1 }],
    ['a null Output is null', { Output: null }, null],
    ['an Output of {} is {}', { Output: {} }, {}],
    ['a single value of a range comes out bare', { Output: '{% $range(1, 9, 9) %}' }, 1],
    ['an array of one, asked for, stays one', { Output: '{% [$states.input.in] %}' }, [1]],
  ])('%s', async (_what, state, output) => {
    const host = setup();
    expect(await host.output(await host.run(single({ Type: 'Pass', ...state }), { in: 1 }))).toEqual(output);
  });

  it('the context names execution, machine and state', async () => {
    const host = setup();
    const machine = await host.machine(single({ Type: 'Pass', Output: '{% $states.context %}' }));
    const arn = await host.start(machine, { a: 1 }, 'named');
    expect(await host.output(arn)).toEqual({
      Execution: {
        Id: arn,
        Input: { a: 1 },
        Name: 'named',
        RoleArn: 'arn:aws:iam::111111111111:role/machine',
        StartTime: '2026-03-02T01:00:00.000Z',
        RedriveCount: 0,
      },
      StateMachine: { Id: machine, Name: 'machine' },
      State: { Name: 'Only', EnteredTime: '2026-03-02T01:00:00.000Z' },
    });
  });
});

describe('Choice', () => {
  const choice = {
    StartAt: 'C',
    States: {
      C: {
        Type: 'Choice',
        Assign: { by: 'state' },
        Output: 'state',
        Choices: [
          { Condition: '{% $states.input.n = 1 %}', Assign: { by: 'rule' }, Next: 'End' },
          { Condition: '{% $states.input.n = 2 %}', Output: 'rule', Next: 'End' },
        ],
        Default: 'End',
      },
      End: { Type: 'Pass', Output: ['{% $exists($by) ? $by : "-" %}', '{% $states.input %}'], End: true },
    },
  };

  test.each([
    [1, ['rule', { n: 1 }]],
    [2, ['-', 'rule']],
    [3, ['state', 'state']],
  ])("the rule that holds brings its own Assign and Output, Default the state's: %d", async (n, output) => {
    const host = setup();
    expect(await host.output(await host.run(choice, { n }))).toEqual(output);
  });

  it('without a rule that holds and without Default the execution fails at once', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'C',
      States: { C: { Type: 'Choice', Choices: [{ Condition: false, Next: 'D' }] }, D: { Type: 'Succeed' } },
    });
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause:
        "An error occurred while executing the state 'C' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
    });
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['ChoiceStateEntered', 0],
      ['ExecutionFailed', 2],
    ]);
  });

  it('a condition must be true or false', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'D' }] },
        D: { Type: 'Succeed' },
      },
    });
    expect((await host.describe(arn)).cause).toContain(
      "'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1",
    );
  });
});

describe('Fail', () => {
  test.each<[what: string, state: object, details: object]>([
    ['empty', {}, {}],
    ['with both', { Error: 'E', Cause: 'C' }, { error: 'E', cause: 'C' }],
    [
      'with expressions',
      { Error: '{% $states.input.e %}', Cause: '{% "of " & $states.input.e %}' },
      { error: 'X', cause: 'of X' },
    ],
  ])('%s', async (_what, state, details) => {
    const host = setup();
    const arn = await host.run({ StartAt: 'F', States: { F: { Type: 'Fail', ...state } } }, { e: 'X' });
    const events = await host.history(arn);
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'FailStateEntered',
      'ExecutionFailed',
    ]);
    expect(events[2]).toMatchObject({ previousEventId: 2, executionFailedEventDetails: details });
    expect(events[2]?.executionFailedEventDetails).toEqual(details);
  });
});

describe('Wait', () => {
  test.each<[what: string, state: object, until: string]>([
    ['seconds', { Seconds: 90 }, '2026-03-02T01:01:30.000Z'],
    ['seconds by expression', { Seconds: '{% $states.input.s %}' }, '2026-03-02T01:00:05.000Z'],
    ['a timestamp with an offset', { Timestamp: '2026-03-02T17:00:00+08:00' }, '2026-03-02T09:00:00.000Z'],
    ['a timestamp by expression', { Timestamp: '{% $states.input.t %}' }, '2026-05-01T00:00:00.000Z'],
    ['a time that has passed', { Timestamp: '2020-01-01T00:00:00Z' }, '2026-03-02T01:00:00.000Z'],
  ])('%s', async (_what, state, until) => {
    const host = setup();
    const arn = await host.run(single({ Type: 'Wait', ...state }), { s: 5, t: '2026-05-01T00:00:00Z' });
    const { status, stopDate } = await host.describe(arn);
    expect([status, stopDate]).toEqual(['SUCCEEDED', Date.parse(until) / 1000]);
  });

  test.each([
    ['2026-05-01 00:00:00Z', 'no T'],
    ['2026-05-01T00:00:00', 'no zone'],
    ['2126-05-01T00:00:00Z', 'beyond 24,855 days'],
  ])('a timestamp from an expression is checked when it is met: %s has %s', async (t) => {
    const host = setup();
    const arn = await host.run(single({ Type: 'Wait', Timestamp: '{% $states.input.t %}' }), { t });
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });
});

const overOne = {
  Type: 'Map',
  Items: [1],
  ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Succeed' } } },
};

describe('an expression that gives nothing', () => {
  it('is EvaluationFailed, then ExecutionFailed, with its place', async () => {
    const host = setup();
    const arn = await host.run(single({ Type: 'Pass', Output: { result: '{% $states.input.missing %}' } }));
    const cause = undefinedAt('Only', 2, 'Output/result');
    expect((await host.history(arn)).slice(2)).toEqual([
      {
        id: 3,
        previousEventId: 0,
        timestamp: 1772413200,
        type: 'EvaluationFailed',
        evaluationFailedEventDetails: {
          state: 'Only',
          error: 'States.QueryEvaluationError',
          cause,
          location: 'Output/result',
        },
      },
      {
        id: 4,
        previousEventId: 3,
        timestamp: 1772413200,
        type: 'ExecutionFailed',
        executionFailedEventDetails: { error: 'States.QueryEvaluationError', cause },
      },
    ]);
  });

  test.each<[location: string, state: Record<string, unknown>]>([
    ['Assign/x', { Type: 'Pass', Assign: { x: '{% $none %}' } }],
    ['Arguments/Payload', { Type: 'Task', Resource: LAMBDA, Arguments: { ...CALL, Payload: '{% $none %}' } }],
    ['TimeoutSeconds', { Type: 'Task', Resource: LAMBDA, Arguments: CALL, TimeoutSeconds: '{% $none %}' }],
    [
      'HeartbeatSeconds',
      { Type: 'Task', Resource: LAMBDA_TOKEN, Arguments: CALL, HeartbeatSeconds: '{% $none %}' },
    ],
    ['Seconds', { Type: 'Wait', Seconds: '{% $none %}' }],
    ['Timestamp', { Type: 'Wait', Timestamp: '{% $none %}' }],
    ['MaxConcurrency', { ...overOne, MaxConcurrency: '{% $none %}' }],
    ['ToleratedFailureCount', { ...overOne, ToleratedFailureCount: '{% $none %}' }],
    ['ToleratedFailurePercentage', { ...overOne, ToleratedFailurePercentage: '{% $none %}' }],
    ['Output', { ...overOne, Output: '{% $none %}' }],
    ['Arguments', { Type: 'Parallel', Arguments: '{% $none %}', Branches: [overOne.ItemProcessor] }],
    [
      'Items',
      {
        Type: 'Map',
        Items: '{% $none %}',
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Succeed' } } },
      },
    ],
    [
      'ItemSelector/a[0]',
      {
        Type: 'Map',
        Items: [1],
        ItemSelector: { a: ['{% $none %}'] },
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Succeed' } } },
      },
    ],
  ])('names %s', async (location, state) => {
    const host = setup();
    const events = await host.history(await host.run(single(state)));
    expect(
      events.find(({ type }) => type === 'EvaluationFailed')?.evaluationFailedEventDetails,
    ).toMatchObject({ location });
  });

  test.each<[location: string, state: Record<string, unknown>]>([
    ['Choices[0]/Condition', { Type: 'Choice', Choices: [{ Condition: '{% $none %}', Next: 'Last' }] }],
    [
      'Choices[0]/Assign/x',
      { Type: 'Choice', Choices: [{ Condition: true, Assign: { x: '{% $none %}' }, Next: 'Last' }] },
    ],
    [
      'Choices[0]/Output',
      { Type: 'Choice', Choices: [{ Condition: true, Output: '{% $none %}', Next: 'Last' }] },
    ],
    ['Error', { Type: 'Fail', Error: '{% $none %}' }],
    ['Cause', { Type: 'Fail', Cause: '{% $none %}' }],
    ['Output', { Type: 'Succeed', Output: '{% $none %}' }],
  ])('names %s, and follows what came before its state', async (location, state) => {
    const host = setup();
    const leads = state.Type === 'Choice' ? { Last: { Type: 'Succeed' } } : {};
    const arn = await host.run({
      StartAt: 'Before',
      States: { Before: { Type: 'Pass', Next: 'Only' }, Only: state, ...leads },
    });
    const events = await host.history(arn);
    expect(events.slice(3)).toMatchObject([
      { id: 4, previousEventId: 3, type: `${String(state.Type)}StateEntered` },
      { id: 5, previousEventId: 3, type: 'EvaluationFailed', evaluationFailedEventDetails: { location } },
      { id: 6, previousEventId: 5, type: 'ExecutionFailed' },
    ]);
  });

  it('can be retried and caught', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'T',
      States: {
        T: {
          Type: 'Task',
          Resource: LAMBDA,
          Arguments: { ...CALL, Payload: '{% $none %}' },
          Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 2 }],
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
      },
    });
    expect(await host.output(arn)).toBe('States.QueryEvaluationError');
    expect((await host.types(arn)).filter((type) => type === 'EvaluationFailed')).toHaveLength(3);
    expect(host.calls).toEqual([]);
  });

  it('in a catcher is the end: no catcher comes twice', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'Boom', States: { Boom: { Type: 'Fail', Error: 'MyError' } } }],
          Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $none %}', Next: 'Done' }],
          End: true,
        },
        Done: { Type: 'Succeed' },
      },
    });
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      cause: undefinedAt('P', 2, 'Catch[0]/Output', '$none'),
    });
  });
});

describe('payload limits', () => {
  const big = 'x'.repeat(262_143);

  it('a result that is too large fails its task, and can be caught', async () => {
    const host = setup({ answer: () => big });
    const arn = await host.run({
      StartAt: 'T',
      States: {
        T: {
          Type: 'Task',
          Resource: LAMBDA,
          Arguments: CALL,
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }],
          End: true,
        },
        C: { Type: 'Succeed' },
      },
    });
    expect(await host.output(arn)).toEqual({
      Error: 'States.DataLimitExceeded',
      Cause:
        "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.",
    });
    expect(await host.types(arn)).toContain('TaskFailed');
  });

  it('a function-ARN task names its function', async () => {
    const host = setup({ answer: () => ({ Payload: big }) });
    const arn = await host.run(single({ Type: 'Task', Resource: FUNCTION }));
    expect((await host.describe(arn)).cause).toContain(`The state/task '${FUNCTION}' returned a result`);
  });

  test.each([
    [131_000, 'SUCCEEDED', undefined],
    [131_100, 'FAILED', 'States.DataLimitExceeded'],
  ])('what one Assign stores is limited as a whole: twice %d bytes', async (bytes, status, error) => {
    const host = setup();
    const value = `{% $pad('', ${bytes}, 'x') %}`;
    const arn = await host.run(single({ Type: 'Pass', Assign: { x: value, y: value }, Output: 'kept' }));
    const ended = await host.describe(arn);
    expect([ended.status, ended.error]).toEqual([status, error]);
  });

  it('arguments that are too large fail the execution, and nothing is called', async () => {
    const host = setup();
    const Arguments = { ...CALL, Payload: "{% $pad('', 262144, 'x') %}" };
    const arn = await host.run(single({ Type: 'Task', Resource: LAMBDA, Arguments }));
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(host.calls).toEqual([]);
  });

  const big262k = "{% $pad('', 262143, 'x') %}";
  const flow = { StartAt: 'In', States: { In: { Type: 'Pass', Output: 'small', End: true } } };
  const childOf = { ...flow, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
  test.each<[what: string, state: Record<string, unknown>, entered: number]>([
    ['a branch', { Type: 'Parallel', Arguments: big262k, Branches: [flow] }, 0],
    ['an iteration', { Type: 'Map', Items: [1], ItemSelector: big262k, ItemProcessor: flow }, 0],
    [
      'an execution of a Distributed Map',
      { Type: 'Map', Items: [1], ItemSelector: big262k, ItemProcessor: childOf },
      0,
    ],
    ['the item of an iteration', { Type: 'Map', Items: ['x', big262k], ItemProcessor: flow }, 1],
  ])('an input that is too large for %s fails the execution', async (_what, state, entered) => {
    const host = setup();
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const arn = await host.run({
      StartAt: 'Only',
      States: { Only: { ...state, Catch, End: true }, Caught: { Type: 'Succeed' } },
    });
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
      cause: expect.stringContaining(
        "The state/task 'Only' returned a result with a size exceeding",
      ) as string,
    });
    expect(await host.types(arn)).not.toContain('MapRunStarted');
    expect((await host.types(arn)).filter((type) => type === 'PassStateEntered')).toHaveLength(entered);
  });

  it('a Pass that exceeds fails the execution, and the limit counts bytes of UTF-8', async () => {
    const host = setup();
    const fits = await host.run(single({ Type: 'Pass', Output: "{% $pad('', 262142, 'x') %}" }));
    expect((await host.describe(fits)).status).toBe('SUCCEEDED');
    const other = setup();
    const arn = await other.run(single({ Type: 'Pass', Output: "{% $pad('', 100000, '格') %}" }));
    expect(await other.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });
});

describe('States.Runtime', () => {
  test.each<[what: string, state: object]>([
    ['a Fail state in a branch', { Type: 'Fail', Error: 'States.Runtime' }],
    ['a function that says so', { Type: 'Task', Resource: LAMBDA, Arguments: CALL, End: true }],
  ])('is never retried nor caught, not even by name: %s', async (_what, state) => {
    const host = setup({
      answer: () => {
        throw new IntegrationError('States.Runtime', 'why');
      },
    });
    const recovering = {
      Retry: [{ ErrorEquals: ['States.Runtime'] }],
      Catch: [
        { ErrorEquals: ['States.Runtime'], Next: 'Done' },
        { ErrorEquals: ['States.ALL'], Next: 'Done' },
      ],
    };
    const arn = await host.run({
      StartAt: 'P',
      States: {
        P: { Type: 'Parallel', Branches: [{ StartAt: 'I', States: { I: state } }], ...recovering, End: true },
        Done: { Type: 'Succeed' },
      },
    });
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(await host.types(arn)).not.toContain('ParallelStateExited');
  });
});
