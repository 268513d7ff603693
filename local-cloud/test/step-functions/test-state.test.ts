import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, FUNCTION, LAMBDA, LAMBDA_TOKEN, ROLE, setup, type Answer } from './setup.js';

/**
 * Answers of AWS were recorded by LocalStack's tests against it in November and December 2025 and February 2026, in
 * https://github.com/localstack/localstack/tree/main/tests/aws/services/stepfunctions/v2/test_state; where a case repeats
 * one of them, its title says "recorded".
 */

type Members = Readonly<Record<string, unknown>>;

const jsonata = (state: Members): string => JSON.stringify({ QueryLanguage: 'JSONata', End: true, ...state });

async function tested(request: Members, answer?: Answer): Promise<Members> {
  const { service } = setup(answer === undefined ? {} : { answer });
  return service.handle('TestState', { roleArn: ROLE, ...request });
}

const mocked = (result: unknown) => ({ mock: { result: JSON.stringify(result) } });
const failing = (error: string, cause?: string) => ({ mock: { errorOutput: { error, cause } } });
const DEBUG = { inspectionLevel: 'DEBUG' };

const invoke = {
  Type: 'Task',
  Resource: LAMBDA,
  Arguments: { FunctionName: 'foo', Payload: 'bar' },
  Output: { result: '{% $states.result.Payload %}', input: '{% $states.input %}' },
};
const map = {
  Type: 'Map',
  Items: '{% $states.input.Values %}',
  ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } },
};
const parallel = {
  Type: 'Parallel',
  Arguments: { both: '{% $states.input.x %}' },
  Branches: ['A', 'B'].map((name) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } })),
};
const VALUES = { input: '{"Values":["first","second","third"]}' };

describe('a state under test answers', () => {
  it('what it passes on, and which state is next', async () => {
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      Type: 'Pass',
      Output: '{% $states.input.a + $b %}',
      Assign: { c: '{% $b * 2 %}' },
      Next: 'Later',
    });
    const request = { definition, input: '{"a":1}', variables: '{"b":2}' };
    expect(await tested(request)).toEqual({ status: 'SUCCEEDED', output: '3', nextState: 'Later' });
    expect(await tested({ ...request, ...DEBUG })).toMatchObject({
      inspectionData: { input: '{"a":1}', variables: '{"b":2,"c":4}' },
    });
  });

  it('the rule that holds of a Choice, recorded with nothing but the input in its inspection', async () => {
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.cost < 10 %}', Next: 'Purchase Approved' }],
      Default: 'Ask for Approval',
    });
    expect(await tested({ definition, input: '{"cost": 9}', ...DEBUG })).toEqual({
      status: 'SUCCEEDED',
      output: '{"cost":9}',
      nextState: 'Purchase Approved',
      inspectionData: { input: '{"cost": 9}' },
    });
    expect(await tested({ definition, input: '{"cost":10}' })).toMatchObject({
      nextState: 'Ask for Approval',
    });
  });

  it('the error of a Fail, recorded', async () => {
    const state = { QueryLanguage: 'JSONata', Type: 'Fail', Error: 'SomeFailure', Cause: 'why' };
    expect(await tested({ definition: JSON.stringify(state), ...DEBUG })).toEqual({
      status: 'FAILED',
      error: 'SomeFailure',
      cause: 'why',
      inspectionData: { input: '{}' },
    });
  });

  it('at once where it waits, and ends where it succeeds', async () => {
    const wait = jsonata({ Type: 'Wait', Seconds: 86_400 });
    expect(await tested({ definition: wait, input: '[1]' })).toEqual({ status: 'SUCCEEDED', output: '[1]' });
    const definition = JSON.stringify({ Type: 'Succeed', QueryLanguage: 'JSONata', Output: 'o' });
    expect(await tested({ definition })).toEqual({ status: 'SUCCEEDED', output: '"o"' });
  });

  it('the state of that name in a whole machine, also within a Map, where its item is the input', async () => {
    const item = { Type: 'Pass', Output: '{% $states.context.Map.Item %}', Next: 'Last' };
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'All',
      States: {
        All: {
          ...map,
          ItemProcessor: { StartAt: 'One', States: { One: item, Last: { Type: 'Succeed' } } },
          End: true,
        },
      },
    });
    expect(await tested({ definition, stateName: 'One', input: '"x"' })).toEqual({
      status: 'SUCCEEDED',
      output: '{"Index":0,"Value":"x"}',
      nextState: 'Last',
    });
  });

  it('a state that leads to itself, once', async () => {
    const Loop = {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input = 3 %}', Next: 'End' }],
      Default: 'Loop',
      Output: '{% $states.input + 1 %}',
    };
    const States = { Loop, End: { Type: 'Succeed' } };
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Loop', States });
    expect(await tested({ definition, stateName: 'Loop', input: '1' })).toEqual({
      status: 'SUCCEEDED',
      output: '2',
      nextState: 'Loop',
    });
  });

  it('with the context object that recorded answers have', async () => {
    const definition = jsonata({ Type: 'Pass', Output: '{% $states.context %}' });
    const { output } = await tested({ definition, input: '{"a":1}', roleArn: undefined });
    expect(JSON.parse(String(output))).toEqual({
      Execution: {
        Id: expect.stringMatching(/^arn:aws:states:eu-central-1:111111111111:express:[\w-]+:[\w-]+$/),
        Input: { a: 1 },
        Name: expect.any(String),
        RoleArn: null,
        StartTime: '2026-03-02T01:00:00.000Z',
      },
      StateMachine: { Id: expect.stringContaining(':stateMachine:'), Name: expect.any(String) },
      State: { Name: 'StateName', EnteredTime: '2026-03-02T01:00:00.000Z' },
    });
  });

  it('an expression that fails as the failure of the state', async () => {
    const definition = jsonata({ Type: 'Pass', Output: '{% $states.input.none %}' });
    expect(await tested({ definition })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining('returned nothing (undefined)'),
    });
  });
});

describe('a task under test', () => {
  it('without a mock makes its call, as the role that is given', async () => {
    const calls: unknown[] = [];
    const answer: Answer = (call) => {
      calls.push(call);
      return { Payload: 'real', StatusCode: 200 };
    };
    const answered = await tested({ definition: jsonata(invoke), input: '{"Value":1}', ...DEBUG }, answer);
    expect(answered).toEqual({
      status: 'SUCCEEDED',
      output: '{"result":"real","input":{"Value":1}}',
      inspectionData: {
        input: '{"Value":1}',
        afterArguments: '{"FunctionName":"foo","Payload":"bar"}',
        result: '{"Payload":"real","StatusCode":200}',
      },
    });
    expect(calls).toMatchObject([{ service: 'lambda', roleArn: ROLE }]);
  });

  it('fails as its call fails', async () => {
    const answer: Answer = () => {
      throw new IntegrationError('Lambda.Unknown', 'why');
    };
    expect(await tested({ definition: jsonata(invoke) }, answer)).toEqual({
      status: 'FAILED',
      error: 'Lambda.Unknown',
      cause: 'why',
    });
  });

  it('with a mocked result calls nobody and needs no role, recorded', async () => {
    const answer: Answer = () => {
      throw new Error('nobody is called');
    };
    const definition = jsonata({ ...invoke, Next: 'Check Approval', End: undefined });
    const request = { definition, roleArn: undefined, ...mocked({ Payload: { approval: true } }), ...DEBUG };
    expect(await tested({ ...request, input: '{"cost":10}' }, answer)).toEqual({
      status: 'SUCCEEDED',
      nextState: 'Check Approval',
      output: '{"result":{"approval":true},"input":{"cost":10}}',
      inspectionData: {
        input: '{"cost":10}',
        afterArguments: '{"FunctionName":"foo","Payload":"bar"}',
        result: '{"Payload":{"approval":true}}',
      },
    });
  });

  const catching = {
    ...invoke,
    Catch: [
      { ErrorEquals: ['MockException'], Output: '{% $states.errorOutput %}', Next: 'HandleMockError' },
      { ErrorEquals: ['States.TaskFailed'], Next: 'HandleThreshold' },
    ],
  };
  test.each([
    ['MockException', 0, 'HandleMockError'],
    ['States.TaskFailed', 1, 'HandleThreshold'],
  ])('catches a mocked %s by rule %i, recorded', async (error, catchIndex, nextState) => {
    const request = { definition: jsonata(catching), input: '{"Value":"HelloWorld"}' };
    expect(await tested({ ...request, ...failing(error, 'why'), ...DEBUG })).toEqual({
      status: 'CAUGHT_ERROR',
      error,
      cause: 'why',
      nextState,
      output: JSON.stringify({ Error: error, Cause: 'why' }),
      inspectionData: {
        input: '{"Value":"HelloWorld"}',
        afterArguments: '{"FunctionName":"foo","Payload":"bar"}',
        errorDetails: { catchIndex },
      },
    });
  });

  const Retry = [
    { ErrorEquals: ['Other'] },
    { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 3, MaxDelaySeconds: 5 },
  ];
  test.each([
    [0, 2],
    [1, 4],
    [2, 5],
  ])('that was retried %i times would be retried after %i seconds', async (retrierRetryCount, seconds) => {
    const definition = jsonata({ ...invoke, Retry });
    const stateConfiguration = { retrierRetryCount };
    const request = { definition, stateConfiguration, ...failing('Busy', 'later'), ...DEBUG };
    expect(await tested(request)).toMatchObject({
      status: 'RETRIABLE',
      error: 'Busy',
      cause: 'later',
      inspectionData: { errorDetails: { retryIndex: 1, retryBackoffIntervalSeconds: seconds } },
    });
  });

  it('that has no retry left fails, and an error without a cause has none', async () => {
    const stateConfiguration = { retrierRetryCount: 3 };
    const request = { definition: jsonata({ ...invoke, Retry }), stateConfiguration, ...failing('Busy') };
    expect(await tested(request)).toEqual({ status: 'FAILED', error: 'Busy' });
  });

  it('finds the context object that a mock is given with, its token too, and an empty one as it is', async () => {
    const Payload = { token: '{% $states.context.Task.Token %}', all: '{% $states.context %}' };
    const waiting = { Type: 'Task', Resource: LAMBDA_TOKEN, Arguments: { ...CALL, Payload } };
    const context = JSON.stringify({ Task: { Token: 'abcd123' }, State: { RetryCount: 2 } });
    const answered = await tested({ definition: jsonata(waiting), context, ...mocked(1), ...DEBUG });
    const { afterArguments } = answered.inspectionData as Members;
    expect(JSON.parse(String(afterArguments))).toEqual({
      ...CALL,
      Payload: {
        token: 'abcd123',
        all: { Task: { Token: 'abcd123' }, State: { RetryCount: 2 } },
      },
    });
    const definition = jsonata({ ...invoke, Output: '{% $states.context %}' });
    expect(await tested({ definition, context: '{}', ...mocked({}) })).toMatchObject({ output: '{}' });
  });

  test.each([
    LAMBDA_TOKEN,
    'arn:aws:states:::batch:submitJob.sync',
    'arn:aws:states:us-east-1:111111111111:activity:desk',
  ])('of %s is tested with a mock alone', async (Resource) => {
    const definition = jsonata({ Type: 'Task', Resource, Arguments: '{% {} %}' });
    expect(await tested({ definition, ...mocked({ a: 1 }) })).toMatchObject({ output: '{"a":1}' });
    await expect(tested({ definition })).rejects.toMatchObject({ code: 'ValidationException' });
  });
});

describe('a Map or Parallel under test', () => {
  it('takes its result from the mock, and shows its items and limits, recorded', async () => {
    const definition = jsonata({ ...map, ToleratedFailureCount: 1, MaxConcurrency: 1 });
    expect(await tested({ definition, ...VALUES, ...mocked([1, 1, 1]), ...DEBUG })).toEqual({
      status: 'SUCCEEDED',
      output: '[1,1,1]',
      inspectionData: { ...VALUES, maxConcurrency: 1, toleratedFailureCount: 1 },
    });
  });

  it('shows what its ItemSelector makes of every item', async () => {
    const ItemSelector = {
      n: '{% $states.context.Map.Item.Index %}',
      v: '{% $states.context.Map.Item.Value %}',
    };
    const definition = jsonata({ ...map, ItemSelector });
    const { inspectionData } = await tested({ definition, ...VALUES, ...mocked([]), ...DEBUG });
    expect(inspectionData).toEqual({
      ...VALUES,
      afterItemSelector: '[{"n":0,"v":"first"},{"n":1,"v":"second"},{"n":2,"v":"third"}]',
      maxConcurrency: 0,
    });
  });

  it('fails where its ItemSelector does', async () => {
    const definition = jsonata({ ...map, ItemSelector: '{% $none %}' });
    expect(await tested({ definition, ...VALUES, ...mocked([]) })).toMatchObject({
      error: 'States.QueryEvaluationError',
    });
  });

  const handled = {
    ...map,
    ToleratedFailureCount: 1,
    Catch: [{ ErrorEquals: ['States.ExceedToleratedFailureThreshold'], Next: 'HandleThreshold' }],
  };
  const EXCEEDED = {
    status: 'CAUGHT_ERROR',
    error: 'States.ExceedToleratedFailureThreshold',
    cause: 'The specified tolerated failure threshold was exceeded',
    nextState: 'HandleThreshold',
  };
  test.each<[count: number, state: Members, answer: Members]>([
    [1, handled, { status: 'SUCCEEDED' }],
    [2, handled, EXCEEDED],
    [2, map, { status: 'SUCCEEDED' }],
    [2, { ...handled, ToleratedFailureCount: undefined, ToleratedFailurePercentage: 50 }, EXCEEDED],
    [
      1,
      { ...handled, ToleratedFailureCount: undefined, ToleratedFailurePercentage: 50 },
      { status: 'SUCCEEDED' },
    ],
  ])('with %i failed iterations is over its limit or not, recorded', async (count, state, answer) => {
    const stateConfiguration = { mapIterationFailureCount: count };
    const request = { definition: jsonata(state), ...VALUES, stateConfiguration, ...mocked([1, 1, 1]) };
    expect(await tested(request)).toMatchObject(answer);
  });

  it('has the items that its reader would read', async () => {
    const stateConfiguration = { mapItemReaderData: '["a","b"]' };
    const definition = jsonata({ ...map, ItemSelector: '{% $states.context.Map.Item.Value %}' });
    const answered = await tested({ definition, stateConfiguration, ...mocked([]), ...DEBUG });
    expect(answered.inspectionData).toMatchObject({ afterItemSelector: '["a","b"]' });
  });

  it('has them where its reader would read them from S3 too', async () => {
    const stateConfiguration = { mapItemReaderData: '["a","b"]' };
    const definition = jsonata({
      Type: 'Map',
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Arguments: { Bucket: 'b', Key: 'k' } },
      ItemSelector: '{% $states.context.Map.Item.Value %}',
      ItemProcessor: {
        ...map.ItemProcessor,
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      },
    });
    const answered = await tested({ definition, stateConfiguration, ...mocked([1, 2]), ...DEBUG });
    expect(answered).toMatchObject({
      status: 'SUCCEEDED',
      output: '[1,2]',
      inspectionData: { afterItemSelector: '["a","b"]' },
    });
  });

  it('fails with a mocked error that one of its states caused', async () => {
    const stateConfiguration = { errorCausedByState: 'Inner' };
    const request = {
      definition: jsonata(map),
      ...VALUES,
      stateConfiguration,
      ...failing('MockException', 'why'),
    };
    expect(await tested({ ...request, ...DEBUG })).toEqual({
      status: 'FAILED',
      error: 'MockException',
      cause: 'why',
      inspectionData: { ...VALUES, maxConcurrency: 0 },
    });
  });

  it('of branches hands each the same arguments', async () => {
    const definition = jsonata(parallel);
    const request = { definition, input: '{"x":7}', ...mocked(['a', 'b']), ...DEBUG };
    expect(await tested(request)).toEqual({
      status: 'SUCCEEDED',
      output: '["a","b"]',
      inspectionData: { input: '{"x":7}', afterArguments: '{"both":7}' },
    });
  });
});

describe('a test is refused', () => {
  const pass = jsonata({ Type: 'Pass' });
  const task = jsonata(invoke);
  const machine = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: { A: { Type: 'Succeed' } },
  });
  const INVALID = 'Invalid Context object provided: ';
  test.each<[why: string, request: Members, code: string, message: string]>([
    ['without a definition', {}, 'ValidationException', "at 'definition'"],
    [
      'of what is no state',
      { definition: '{"Type":"Jump"}' },
      'InvalidDefinition',
      'Invalid State Machine Definition',
    ],
    ['of what is no JSON', { definition: '{' }, 'InvalidDefinition', 'INVALID_JSON_DESCRIPTION'],
    [
      'of a state in JSONPath',
      { definition: '{"Type":"Pass","InputPath":"$.x","End":true}' },
      'InvalidDefinition',
      'Path',
    ],
    [
      'of an unknown state',
      { definition: machine, stateName: 'dne' },
      'ValidationException',
      'State not found in definition',
    ],
    ['with input that is no JSON', { definition: pass, input: '{' }, 'InvalidExecutionInput', 'not JSON'],
    [
      'with variables that are no object',
      { definition: pass, variables: '[]' },
      'ValidationException',
      'variables',
    ],
    [
      'at an unknown level',
      { definition: pass, inspectionLevel: 'ALL' },
      'ValidationException',
      'INFO, DEBUG, TRACE',
    ],
    [
      'of a Task without a role and a mock',
      { definition: task, roleArn: undefined },
      'ValidationException',
      'RoleArn must be specified when testing a Task state',
    ],
    [
      'of a Map without a mock',
      { definition: jsonata(map) },
      'InvalidDefinition',
      'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
    ],
    [
      'of a Pass with a mock',
      { definition: pass, ...mocked(1) },
      'ValidationException',
      "State type 'Pass' is not supported when a mock is specified",
    ],
    [
      'with a mock of both kinds',
      { definition: task, mock: { result: '1', errorOutput: { error: 'E' } } },
      'ValidationException',
      'A test mock should have only one of the following fields: [result, errorOutput].',
    ],
    [
      'with a mock of neither kind',
      { definition: task, mock: {} },
      'ValidationException',
      'should have only one',
    ],
    [
      'with a mocked result that is no JSON',
      { definition: task, mock: { result: 'x', fieldValidationMode: 'NONE' } },
      'ValidationException',
      'must be valid JSON',
    ],
    [
      'with a mocked error without a name',
      { definition: task, mock: { errorOutput: { cause: 'C' } } },
      'ValidationException',
      "at 'error'",
    ],
    [
      'in an unknown mode of validation',
      { definition: task, mock: { result: '1', fieldValidationMode: 'SOME' } },
      'ValidationException',
      'STRICT, PRESENT, NONE',
    ],
    [
      'with secrets and a mock',
      { definition: task, revealSecrets: true, ...mocked(1) },
      'ValidationException',
      'TestState does not support RevealSecrets when a mock is specified.',
    ],
    [
      'of a Map whose mocked result is no array',
      { definition: jsonata(map), ...mocked({}) },
      'ValidationException',
      'Mocked result must be an array.',
    ],
    [
      'of a Parallel with a result too few',
      { definition: jsonata(parallel), ...mocked([1]) },
      'ValidationException',
      'Mocked result must contain the same number of items as number of Parallel branches.',
    ],
    [
      'with an error that no state of the Map can have caused',
      { definition: jsonata(map), ...failing('E'), stateConfiguration: { errorCausedByState: 'Elsewhere' } },
      'ValidationException',
      "has no state 'Elsewhere'",
    ],
    ['with a context and no mock', { definition: task, context: '{}' }, 'ValidationException', "'context'"],
    ...Object.entries({
      '{"Execution":{"Id":1}}': 'Execution.Id must be a string',
      '{"Map":{}}': "'Map' field is not supported when mocking a Context object",
      '{"Execution":{"pokemon":1}}': "Field 'pokemon' is not allowed",
      '{"Pokedex":{}}': "Field 'Pokedex' is not allowed",
      '{"Task":{"Token":"t"}}':
        "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
    }).map(([context, problem]): [string, Members, string, string] => [
      `with the context ${context}`,
      { definition: task, context, ...mocked(1) },
      'ValidationException',
      INVALID + problem,
    ]),
  ])('%s', async (_why, request, code, message) => {
    await expect(tested(request)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

it('nothing of a test is kept: it is neither an execution nor a machine', async () => {
  const { service, store } = setup();
  const definition = jsonata({ Type: 'Task', Resource: FUNCTION });
  await service.handle('TestState', { definition, roleArn: ROLE });
  const kept: string[] = [];
  for await (const [key] of store.range({ from: '', to: '￿' })) kept.push(key);
  expect(kept).toEqual([]);
});
