import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, LAMBDA, setup, single } from './setup.js';

const pass = single({ Type: 'Pass' });
const wait = single({ Type: 'Wait', Seconds: 100 });
const NOBODY = 'arn:aws:states:eu-central-1:111111111111:stateMachine:none';
const ROLE = 'arn:aws:iam::111111111111:role/machine';

describe('state machines', () => {
  it('the same name and text is the same machine, another text is refused', async () => {
    const host = setup();
    const arn = await host.machine(pass);
    expect(await host.machine(pass)).toBe(arn);
    await expect(host.machine(wait)).rejects.toMatchObject({
      code: 'StateMachineAlreadyExists',
      message: `State Machine Already Exists: '${arn}'`,
    });
  });

  it('a definition that cannot run is refused in the words of AWS', async () => {
    const host = setup();
    const create = (definition: string) =>
      host.service.handle('CreateStateMachine', { name: 'm', roleArn: ROLE, definition });
    await expect(create('{"QueryLanguage":"JSONata","StartAt":"A"}')).rejects.toMatchObject({
      code: 'InvalidDefinition',
      message:
        "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
    });
  });

  it('is described, listed, updated and deleted', async () => {
    const host = setup();
    const arn = await host.machine(pass);
    await host.clock.advance(1500);
    const other = await host.machine(wait, 'other');
    const listed = await host.service.handle('ListStateMachines', { maxResults: 1 });
    expect(listed).toEqual({
      stateMachines: [
        { stateMachineArn: other, name: 'other', type: 'STANDARD', creationDate: 1772413201.5 },
      ],
      nextToken: expect.any(String),
    });
    const rest = await host.service.handle('ListStateMachines', { nextToken: listed.nextToken });
    expect(rest.stateMachines).toMatchObject([{ name: 'machine' }]);
    expect(rest).not.toHaveProperty('nextToken');
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...wait });
    expect(
      await host.service.handle('UpdateStateMachine', { stateMachineArn: arn, definition: text }),
    ).toEqual({
      updateDate: 1772413201.5,
      revisionId: expect.any(String),
    });
    expect(await host.service.handle('DescribeStateMachine', { stateMachineArn: arn })).toMatchObject({
      name: 'machine',
      status: 'ACTIVE',
      type: 'STANDARD',
      definition: text,
      roleArn: ROLE,
      creationDate: 1772413200,
      loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    });
    await host.service.handle('DeleteStateMachine', { stateMachineArn: arn });
    await host.service.handle('DeleteStateMachine', { stateMachineArn: arn });
    await expect(host.service.handle('DescribeStateMachine', { stateMachineArn: arn })).rejects.toMatchObject(
      {
        code: 'StateMachineDoesNotExist',
        message: `State Machine Does Not Exist: '${arn}'`,
      },
    );
  });

  it('the same text with other logging or tracing is another machine, with another role or tags it is not', async () => {
    const host = setup();
    await host.machine(pass);
    const again = (more: object) =>
      host.service.handle('CreateStateMachine', {
        name: 'machine',
        definition: JSON.stringify({ QueryLanguage: 'JSONata', ...pass }),
        roleArn: ROLE,
        ...more,
      });
    const differs = { code: 'StateMachineAlreadyExists' };
    await expect(again({ tracingConfiguration: { enabled: true } })).rejects.toMatchObject(differs);
    await expect(again({ loggingConfiguration: { includeExecutionData: true } })).rejects.toMatchObject(
      differs,
    );
    await expect(again({ tracingConfiguration: { enabled: false } })).resolves.toBeDefined();
    await expect(again({ roleArn: `${ROLE}-2`, tags: [] })).resolves.toBeDefined();
  });

  it('is described without its definition when only metadata is asked for', async () => {
    const host = setup();
    const stateMachineArn = await host.machine(pass);
    const executionArn = await host.start(stateMachineArn);
    const includedData = 'METADATA_ONLY';
    for (const [operation, input] of [
      ['DescribeStateMachine', { stateMachineArn }],
      ['DescribeStateMachineForExecution', { executionArn }],
    ] as const) {
      expect((await host.service.handle(operation, input)).definition).toContain('StartAt');
      expect((await host.service.handle(operation, { ...input, includedData })).definition).toBe('{}');
    }
  });

  test.each([':1', ':PROD'])('has no version or alias, so that %s names none', async (suffix) => {
    const host = setup();
    const arn = `${await host.machine(pass)}${suffix}`;
    await expect(host.start(arn)).rejects.toMatchObject({
      code: 'StateMachineDoesNotExist',
      message: `State Machine Does Not Exist: '${arn}'`,
    });
  });

  it('a running execution keeps the text it began with', async () => {
    const host = setup();
    const machine = await host.machine(single({ Type: 'Wait', Seconds: 9, Output: 'old' }));
    const arn = await host.start(machine);
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      ...single({ Type: 'Pass', Output: 'new' }),
    });
    await host.service.handle('UpdateStateMachine', { stateMachineArn: machine, definition });
    const described = await host.service.handle('DescribeStateMachineForExecution', { executionArn: arn });
    expect(described.definition).toContain('old');
    await host.clock.runOut();
    expect(await host.output(arn)).toBe('old');
    expect(await host.output(await host.start(machine))).toBe('new');
  });

  it('a definition is validated without being stored', async () => {
    const host = setup();
    const validate = (definition: string) =>
      host.service.handle('ValidateStateMachineDefinition', { definition });
    expect(await validate(JSON.stringify({ QueryLanguage: 'JSONata', ...pass }))).toEqual({
      result: 'OK',
      diagnostics: [],
      truncated: false,
    });
    expect(await validate('{}')).toMatchObject({
      result: 'FAIL',
      diagnostics: [
        {
          severity: 'ERROR',
          code: 'SCHEMA_VALIDATION_FAILED',
          location: '/',
          message: 'These fields are required: [States, StartAt]',
        },
      ],
    });
  });

  it('a validation answers with as many diagnostics as asked for, 100 at most, and says when there are more', async () => {
    const host = setup();
    const states = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`S${n}`, { Type: 'None' }]));
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'S0', States: states });
    const validate = async (more: object) => {
      const input = { definition, ...more };
      const { diagnostics, truncated } = await host.service.handle('ValidateStateMachineDefinition', input);
      return [(diagnostics as unknown[]).length, truncated];
    };
    expect(await validate({})).toEqual([100, true]);
    expect(await validate({ maxResults: 0, severity: 'WARNING', type: 'STANDARD' })).toEqual([100, true]);
    expect(await validate({ maxResults: 7 })).toEqual([7, true]);
    await expect(validate({ maxResults: 101 })).rejects.toMatchObject({ code: 'ValidationException' });
    await expect(validate({ severity: 'NOTE' })).rejects.toMatchObject({ code: 'ValidationException' });
    expect(await validate({ type: 'EXPRESS', maxResults: 3 })).toEqual([3, true]);
  });
});

describe('the variables that states refer to', () => {
  it('stand in the description of a machine, and in that of an execution by the text it runs', async () => {
    const host = setup();
    const definition = (Output: string) => ({
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { total: 1 }, Next: 'Use' },
        Use: { Type: 'Pass', Output, End: true },
      },
    });
    const stateMachineArn = await host.machine(definition('{% $total %}'));
    const executionArn = await host.start(stateMachineArn);
    const describe = (operation: string, input: object) => host.service.handle(operation, { ...input });
    const references = { variableReferences: { Use: ['total'] } };
    expect(await describe('DescribeStateMachine', { stateMachineArn })).toMatchObject(references);
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition('none') });
    await host.service.handle('UpdateStateMachine', { stateMachineArn, definition: text });
    const updated = await describe('DescribeStateMachine', { stateMachineArn });
    expect(Object.keys(updated)).not.toContain('variableReferences');
    expect(await describe('DescribeStateMachineForExecution', { executionArn })).toMatchObject(references);
    const metadata = { executionArn, includedData: 'METADATA_ONLY' };
    const answered = await describe('DescribeStateMachineForExecution', metadata);
    expect(Object.keys(answered)).not.toContain('variableReferences');
    await host.clock.runOut();
  });
});

describe('executions', () => {
  it('the same name and input is the same execution while it runs, and only then', async () => {
    const host = setup();
    const machine = await host.machine(wait);
    const arn = await host.start(machine, { a: 1 }, 'n');
    await host.clock.advance(1000);
    const again = await host.service.handle('StartExecution', {
      stateMachineArn: machine,
      name: 'n',
      input: '{ "a": 1 }',
    });
    expect(again).toEqual({ executionArn: arn, startDate: 1772413200 });
    const taken = { code: 'ExecutionAlreadyExists', message: `Execution Already Exists: '${arn}'` };
    await expect(host.start(machine, { a: 2 }, 'n')).rejects.toMatchObject(taken);
    await host.clock.runOut();
    await expect(host.start(machine, { a: 1 }, 'n')).rejects.toMatchObject(taken);
  });

  it('the trace header of a start is described', async () => {
    const host = setup();
    const input = { stateMachineArn: await host.machine(pass), traceHeader: 'Root=1-2-3' };
    const { executionArn } = await host.service.handle('StartExecution', input);
    expect((await host.describe(String(executionArn))).traceHeader).toBe('Root=1-2-3');
    expect(await host.describe(await host.start(input.stateMachineArn))).not.toHaveProperty('traceHeader');
  });

  it('ten starts of one name at once start one', async () => {
    const host = setup();
    const machine = await host.machine(wait);
    const arns = await Promise.all(Array.from({ length: 10 }, () => host.start(machine, { a: 1 }, 'n')));
    expect(new Set(arns).size).toBe(1);
    const { executions } = await host.service.handle('ListExecutions', { stateMachineArn: machine });
    expect(executions).toHaveLength(1);
  });

  it('are listed newest first, by status, in pages', async () => {
    const host = setup();
    const machine = await host.machine(wait);
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await host.start(machine, {}, name);
      await host.clock.advance(10);
    }
    await host.service.handle('StopExecution', {
      executionArn: `${machine.replace('stateMachine', 'execution')}:c`,
    });
    const names = async (input: object) => {
      const output = await host.service.handle('ListExecutions', { stateMachineArn: machine, ...input });
      return [
        (output.executions as { name: string }[]).map(({ name }) => name).join(''),
        output.nextToken,
      ] as const;
    };
    expect(await names({})).toEqual(['edcba', undefined]);
    expect(await names({ statusFilter: 'ABORTED' })).toEqual(['c', undefined]);
    const [first, token] = await names({ maxResults: 2, statusFilter: 'RUNNING' });
    const [second, end] = await names({ maxResults: 2, statusFilter: 'RUNNING', nextToken: token });
    expect([first, second, end]).toEqual(['ed', 'ba', undefined]);
  });

  it('a stop without arguments leaves neither error nor cause, and comes from nowhere', async () => {
    const host = setup();
    const arn = await host.start(await host.machine(wait));
    await host.clock.advance(2500);
    expect(await host.service.handle('StopExecution', { executionArn: arn })).toEqual({
      stopDate: 1772413202.5,
    });
    const { status, error, cause } = await host.describe(arn);
    expect([status, error, cause]).toEqual(['ABORTED', undefined, undefined]);
    expect((await host.history(arn)).at(-1)).toEqual({
      id: 3,
      previousEventId: 0,
      timestamp: 1772413202.5,
      type: 'ExecutionAborted',
      executionAbortedEventDetails: {},
    });
    await host.clock.runOut();
    expect(await host.service.handle('StopExecution', { executionArn: arn, error: 'late' })).toEqual({
      stopDate: 1772413202.5,
    });
    expect((await host.history(arn)).length).toBe(3);
  });

  it("the machine's TimeoutSeconds ends it TIMED_OUT without error or cause", async () => {
    const host = setup();
    const arn = await host.run({ ...wait, TimeoutSeconds: 60 });
    const { status, error, cause, stopDate } = await host.describe(arn);
    expect([status, error, cause, stopDate]).toEqual(['TIMED_OUT', undefined, undefined, 1772413260]);
    expect((await host.history(arn)).at(-1)).toMatchObject({
      previousEventId: 0,
      type: 'ExecutionTimedOut',
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  it('a loop without end is stopped by the size of its history', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Next: 'B' },
        B: { Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }], Default: 'Z' },
        Z: { Type: 'Succeed' },
      },
    });
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    const last = await host.service.handle('GetExecutionHistory', {
      executionArn: arn,
      reverseOrder: true,
      maxResults: 2,
    });
    expect(last.events).toMatchObject([
      {
        type: 'ExecutionFailed',
        id: 25_000,
        previousEventId: 24_999,
        executionFailedEventDetails: {
          error: 'States.Runtime',
          cause: 'The execution reached the maximum number of history events (25000).',
        },
      },
      { id: 24_999, previousEventId: 24_998 },
    ]);
  });

  it('every retry of a state is told to the meters too, whether a task is tried again or a whole Map', async () => {
    const host = setup({
      answer: () => {
        throw new IntegrationError('Boom', 'why');
      },
    });
    const Retry = [{ ErrorEquals: ['Boom'], MaxAttempts: 2 }];
    const task = { Type: 'Task', Resource: LAMBDA, Arguments: CALL, Retry, End: true };
    const inner = { StartAt: 'T', States: { T: task } };
    const arn = await host.run(single({ Type: 'Map', Items: [1], ItemProcessor: inner, Retry }));
    // The Map and its two retries; in each of them the task and its two.
    expect(host.transitions).toEqual(Array(3 + 3 * 3).fill(arn));
  });

  it('a retry that never came about is none', async () => {
    const host = setup({
      answer: () => {
        throw new IntegrationError('Boom', 'why');
      },
    });
    const Retry = [{ ErrorEquals: ['Boom'], IntervalSeconds: 100 }];
    const arn = await host.start(
      await host.machine(single({ Type: 'Task', Resource: LAMBDA, Arguments: CALL, Retry })),
    );
    await host.clock.advance(50_000);
    await host.service.handle('StopExecution', { executionArn: arn });
    await host.clock.runOut();
    expect(host.transitions).toEqual([arn]);
  });

  it('every state entered is told to the meters', async () => {
    const host = setup();
    const arn = await host.run({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } },
    });
    expect(host.transitions).toEqual([arn, arn]);
  });
});

describe('the clock', () => {
  test.each([
    ['DescribeExecution', false],
    ['GetExecutionHistory', false],
    ['StopExecution', true],
  ])('%s holds it: %s', async (operation, holds) => {
    const host = setup();
    const executionArn = await host.start(await host.machine(wait));
    await host.clock.settled();
    let begun = 0;
    const begin = host.clock.begin.bind(host.clock);
    host.clock.begin = () => {
      begun += 1;
      return begin();
    };
    await host.service.handle(operation, { executionArn });
    expect(begun > 0).toBe(holds);
  });
});

describe('history', () => {
  it('has pages of 100 events unless more are asked for, up to 1,000', async () => {
    const host = setup();
    const Branches = Array.from({ length: 60 }, (_, n) => ({
      StartAt: `B${n}`,
      States: { [`B${n}`]: { Type: 'Pass', End: true } },
    }));
    const executionArn = await host.run(single({ Type: 'Parallel', Branches }));
    const length = async (more: object) => {
      const page = await host.service.handle('GetExecutionHistory', { executionArn, ...more });
      return [(page.events as unknown[]).length, typeof page.nextToken];
    };
    const all = 2 + 3 + 2 * 60 + 1;
    expect(await length({})).toEqual([100, 'string']);
    expect(await length({ maxResults: 0 })).toEqual([100, 'string']);
    expect(await length({ maxResults: 1000 })).toEqual([all, 'undefined']);
    await expect(length({ maxResults: 1001 })).rejects.toMatchObject({
      code: 'ValidationException',
      message:
        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
    });
  });

  it('comes in pages, forwards and backwards, with or without data', async () => {
    const host = setup();
    const arn = await host.run(single({ Type: 'Pass', Assign: { x: 1 } }), { a: 1 });
    const page = async (input: object) => {
      const output = await host.service.handle('GetExecutionHistory', { executionArn: arn, ...input });
      return {
        ids: (output.events as { id: number }[]).map(({ id }) => id),
        next: output.nextToken,
        events: output.events,
      };
    };
    const first = await page({ maxResults: 3 });
    expect(first.ids).toEqual([1, 2, 3]);
    expect(await page({ maxResults: 3, nextToken: first.next })).toMatchObject({ ids: [4], next: undefined });
    const last = await page({ maxResults: 3, reverseOrder: true });
    expect(last.ids).toEqual([4, 3, 2]);
    expect((await page({ maxResults: 3, reverseOrder: true, nextToken: last.next })).ids).toEqual([1]);
    expect((await page({ maxResults: 0 })).ids).toHaveLength(4);
    const { events } = await page({ includeExecutionData: false });
    expect(events).toMatchObject([
      { executionStartedEventDetails: { roleArn: ROLE } },
      { stateEnteredEventDetails: { name: 'Only' } },
      { stateExitedEventDetails: { name: 'Only' } },
      { executionSucceededEventDetails: {} },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/input|output|assigned/);
  });
});

describe('what is asked wrongly', () => {
  const machineArn = 'arn:aws:states:eu-central-1:111111111111:stateMachine:machine';
  test.each<[operation: string, input: Record<string, unknown>, code: string, message: string]>([
    [
      'StartExecution',
      { stateMachineArn: NOBODY },
      'StateMachineDoesNotExist',
      `State Machine Does Not Exist: '${NOBODY}'`,
    ],
    [
      'DescribeExecution',
      { executionArn: 'arn:x' },
      'ExecutionDoesNotExist',
      "Execution Does Not Exist: 'arn:x'",
    ],
    ['DescribeExecution', { executionArn: 'x' }, 'InvalidArn', "Invalid Arn: 'Invalid ARN prefix: x'"],
    [
      'DescribeExecution',
      {},
      'ValidationException',
      "1 validation error detected: Value null at 'executionArn' failed to satisfy constraint: Member must not be null",
    ],
    [
      'ListExecutions',
      { stateMachineArn: machineArn, maxResults: 1001 },
      'ValidationException',
      "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
    ],
    [
      'ListExecutions',
      { stateMachineArn: machineArn, statusFilter: 'LOST' },
      'ValidationException',
      'Member must satisfy enum value set: [RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE]',
    ],
    [
      'ListExecutions',
      { stateMachineArn: machineArn, nextToken: 'x' },
      'InvalidToken',
      "Invalid Token: 'Invalid token'",
    ],
    [
      'StartExecution',
      { stateMachineArn: machineArn, input: 'not JSON' },
      'InvalidExecutionInput',
      "Invalid State Machine Execution Input: 'Unexpected token",
    ],
    [
      'StartExecution',
      { stateMachineArn: machineArn, input: '' },
      'InvalidExecutionInput',
      "Invalid State Machine Execution Input: 'Invalid execution input.'",
    ],
    ['StartExecution', { stateMachineArn: machineArn, name: 'a b' }, 'InvalidName', "Invalid Name: 'a b'"],
    [
      'StartExecution',
      { stateMachineArn: machineArn, name: 'x'.repeat(81) },
      'ValidationException',
      'Member must have length less than or equal to 80',
    ],
    [
      'CreateStateMachine',
      { name: 'described', roleArn: ROLE, definition: '{}', versionDescription: 'first' },
      'ValidationException',
      'Version description can only be set when publish is true',
    ],
    ['SendTaskSuccess', { taskToken: 'x', output: '{' }, 'InvalidOutput', 'Invalid Output'],
    [
      'RedriveExecution',
      { executionArn: 'arn:x' },
      'ExecutionDoesNotExist',
      "Execution Does Not Exist: 'arn:x'",
    ],
    ['TagResource', { resourceArn: machineArn }, 'ValidationException', "'tags'"],
    ['TagResource', { resourceArn: machineArn, tags: {} }, 'SerializationException', "'tags'"],
    ['UntagResource', { resourceArn: machineArn }, 'ValidationException', "'tagKeys'"],
    ['StartSyncExecution', { stateMachineArn: NOBODY }, 'StateMachineDoesNotExist', NOBODY],
  ])('%s %j is %s', async (operation, input, code, message) => {
    const host = setup();
    await host.machine(pass);
    await expect(host.service.handle(operation, input)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  const chinese = `"${'格'.repeat(87_381)}"`;
  test.each<[what: string, operation: string, member: string, value: string, most: number]>([
    ['an input', 'StartExecution', 'input', 'x'.repeat(262_145), 262_144],
    ['an input, in bytes of UTF-8,', 'StartExecution', 'input', chinese, 262_144],
    ['an output, in bytes of UTF-8,', 'SendTaskSuccess', 'output', chinese, 262_144],
    ['an error', 'SendTaskFailure', 'error', 'x'.repeat(257), 256],
    ['a cause', 'SendTaskFailure', 'cause', 'x'.repeat(32_769), 32_768],
    ["a stop's error", 'StopExecution', 'error', 'x'.repeat(257), 256],
    ['a definition', 'UpdateStateMachine', 'definition', ' '.repeat(1_048_577), 1_048_576],
  ])('%s that is too long is refused without being shown', async (_what, operation, member, value, most) => {
    const host = setup();
    const stateMachineArn = await host.machine(pass);
    const named = { stateMachineArn, executionArn: 'arn:x', taskToken: 'x' };
    await expect(host.service.handle(operation, { ...named, [member]: value })).rejects.toMatchObject({
      code: 'ValidationException',
      message: `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
    });
  });

  it('an ARN has 256 characters at most', async () => {
    const executionArn = `arn:${'x'.repeat(253)}`;
    await expect(setup().service.handle('DescribeExecution', { executionArn })).rejects.toMatchObject({
      code: 'ValidationException',
      message: `1 validation error detected: Value '${executionArn}' at 'executionArn' failed to satisfy constraint: Member must have length less than or equal to 256`,
    });
  });

  it('a name may have 80 characters, other letters than ours too', async () => {
    const host = setup();
    const name = `${'格'.repeat(40)}${"-_.!@'()+=".repeat(4)}`;
    expect(await host.start(await host.machine(pass, name), {}, name)).toContain(
      `:execution:${name}:${name}`,
    );
  });

  test.each([
    ' ',
    '\n',
    '\u2003',
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '?',
    '*',
    '"',
    '#',
    '%',
    '\\',
    '^',
    '|',
    '~',
    '$',
    '&',
    ',',
    ';',
    ':',
    '/',
    '\t',
    '\u0001',
  ])('a name may not hold %j', async (character) => {
    const host = setup();
    const name = `a${character}b`;
    await expect(host.machine(pass, name)).rejects.toMatchObject({ code: 'InvalidName' });
    await expect(host.start(await host.machine(pass), {}, name)).rejects.toMatchObject({
      code: 'InvalidName',
    });
  });
});
