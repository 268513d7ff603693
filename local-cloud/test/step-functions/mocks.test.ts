import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStore } from '../../storage/memory-store.js';
import { ManualClock } from '../manual-clock.js';
import { CALL, FUNCTION, LAMBDA, LAMBDA_TOKEN, setup, single, type Harness } from './setup.js';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mocks-'));
  file = join(folder, 'MockConfigFile.json');
});
afterAll(() => rm(folder, { recursive: true }));

/** The example of AWS's documentation: https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html */
const DOCUMENTED = {
  StateMachines: {
    LambdaSQSIntegration: {
      TestCases: {
        HappyPath: { LambdaState: 'MockedLambdaSuccess', SQSState: 'MockedSQSSuccess' },
        RetryPath: { LambdaState: 'MockedLambdaRetry', SQSState: 'MockedSQSSuccess' },
        HybridPath: { LambdaState: 'MockedLambdaSuccess' },
      },
    },
  },
  MockedResponses: {
    MockedLambdaSuccess: {
      '0': { Return: { StatusCode: 200, Payload: { StatusCode: 200, body: 'Hello from Lambda!' } } },
    },
    MockedSQSSuccess: {
      '0': {
        Return: {
          MD5OfMessageBody: '3bcb6e8e-7h85-4375-b0bc-1a59812c6e51',
          MessageId: '3bcb6e8e-8b51-4375-b0bc-1a59812c6e51',
        },
      },
    },
    MockedLambdaRetry: {
      '0': { Throw: { Error: 'Lambda.ResourceNotReadyException', Cause: 'Lambda resource is not ready.' } },
      '1-2': { Throw: { Error: 'Lambda.TimeoutException', Cause: 'Lambda timed out.' } },
      '3': { Return: { StatusCode: 200, Payload: { StatusCode: 200, body: 'Hello from Lambda!' } } },
    },
  },
};

const documented = {
  StartAt: 'LambdaState',
  States: {
    LambdaState: {
      Type: 'Task',
      Resource: LAMBDA,
      Arguments: { FunctionName: FUNCTION, Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2 }],
      Next: 'SQSState',
    },
    SQSState: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: 'https://queue', MessageBody: '{% $states.input %}' },
      End: true,
    },
  },
};

async function mocked(content: unknown = DOCUMENTED): Promise<Harness> {
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return setup({ mockConfig: file, answer: () => ({ MessageId: 'real' }) });
}

/** A file with one case `Case` that mocks the state `Only` of `machine`. */
const responsesOf = (responses: object) => ({
  StateMachines: { machine: { TestCases: { Case: { Only: 'Response' } } } },
  MockedResponses: { Response: responses },
});

async function runCase(host: Harness, definition: Record<string, unknown>, testCase: string, name?: string) {
  const arn = await host.start(`${await host.machine(definition, name)}#${testCase}`);
  await host.clock.runOut();
  return arn;
}

const MACHINE = 'LambdaSQSIntegration';

describe("AWS's own example of a mock file", () => {
  it('HappyPath answers both tasks without calling them', async () => {
    const host = await mocked();
    const arn = await runCase(host, documented, 'HappyPath', MACHINE);
    expect(arn).toMatch(/:execution:LambdaSQSIntegration:[^#]+$/);
    expect(await host.output(arn)).toEqual({
      MD5OfMessageBody: '3bcb6e8e-7h85-4375-b0bc-1a59812c6e51',
      MessageId: '3bcb6e8e-8b51-4375-b0bc-1a59812c6e51',
    });
    expect(host.calls).toEqual([]);
  });

  it('RetryPath fails three times as the file says, then answers', async () => {
    const host = await mocked();
    const arn = await runCase(host, documented, 'RetryPath', MACHINE);
    expect(await host.output(arn)).toHaveProperty('MessageId');
    const failures = (await host.history(arn)).filter(({ type }) => type === 'TaskFailed');
    expect(failures.map(({ taskFailedEventDetails: details }) => details)).toMatchObject([
      { error: 'Lambda.ResourceNotReadyException', cause: 'Lambda resource is not ready.' },
      { error: 'Lambda.TimeoutException', cause: 'Lambda timed out.' },
      { error: 'Lambda.TimeoutException' },
    ]);
    expect(host.clock.now()).toBe(Date.parse('2026-03-02T01:00:14Z'));
  });

  it('HybridPath calls the task that the case leaves out', async () => {
    const host = await mocked();
    const arn = await runCase(host, documented, 'HybridPath', MACHINE);
    expect(await host.output(arn)).toEqual({ MessageId: 'real' });
    expect(host.calls).toMatchObject([
      { service: 'sqs', arguments: { MessageBody: { StatusCode: 200, body: 'Hello from Lambda!' } } },
    ]);
  });

  it('without a test case nothing is mocked', async () => {
    const host = await mocked();
    await host.start(await host.machine(documented, MACHINE));
    await host.clock.runOut();
    expect(host.calls.map(({ service }) => service)).toContain('lambda');
  });
});

describe('a mocked task', () => {
  const history = async (definition: Record<string, unknown>, responses: object) => {
    const host = await mocked(responsesOf(responses));
    const arn = await runCase(host, definition, 'Case');
    expect(host.calls).toEqual([]);
    return { host, arn, types: (await host.types(arn)).slice(2, -1) };
  };

  test.each([
    [LAMBDA_TOKEN, { ...CALL, Payload: '{% $states.context.Task.Token %}' }],
    ['arn:aws:states:::states:startExecution.sync:2', { StateMachineArn: 'arn:aws:nobody' }],
  ])('of %s completes with the mocked result, and nobody is asked', async (Resource, Arguments) => {
    const task = single({ Type: 'Task', Resource, Arguments, TimeoutSeconds: 60 });
    const { host, arn, types } = await history(task, { '0': { Return: { done: true } } });
    expect(await host.output(arn)).toEqual({ done: true });
    expect(types).toEqual([
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
    ]);
  });

  test.each([
    ['with an envelope gives its Payload', { StatusCode: 200, Payload: { a: 1 } }, { a: 1 }],
    ['without one gives it whole', { a: 1 }, { a: 1 }],
    ['that is no object is given as it is', 'text', 'text'],
  ])('that names a function: an answer %s', async (_what, answer, output) => {
    const { host, arn } = await history(single({ Type: 'Task', Resource: FUNCTION }), {
      '0': { Return: answer },
    });
    expect(await host.output(arn)).toEqual(output);
  });

  it('that the mocks leave an invocation out for fails the execution, and nothing catches that', async () => {
    const retry = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }];
    const { host, arn } = await history(
      single({
        Type: 'Task',
        Resource: LAMBDA,
        Arguments: CALL,
        Retry: retry,
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Only' }],
      }),
      { '0': { Throw: { Error: 'E', Cause: 'C' } } },
    );
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause:
        "There is no mocked response for invocation 1 of the state 'Only': MockedResponses.Response ends with response 0",
    });
  });

  it('of an integration that the host lacks runs as well', async () => {
    const { host, arn } = await history(
      single({ Type: 'Task', Resource: 'arn:aws:states:::events:putEvents', Arguments: { Entries: [] } }),
      { '0': { Return: { FailedEntryCount: 0 } } },
    );
    expect(await host.output(arn)).toEqual({ FailedEntryCount: 0 });
  });

  test.each([
    'arn:aws:states:::http:invoke',
    'arn:aws:states:::bedrock:invokeModel',
    'arn:aws:states:::aws-sdk:s3:getObject',
    'arn:aws:states:::aws-sdk:cloudwatch:putMetricData',
    'arn:aws:states:::aws-sdk:ssm:sendCommand.waitForTaskToken',
    'arn:aws:states:::apigateway:invoke.waitForTaskToken',
    'arn:aws:states:::batch:submitJob.sync',
    'arn:aws:states:::ecs:runTask.sync',
    'arn:aws:states:::elasticmapreduce:addStep.sync',
    'arn:aws:states:::glue:startJobRun.sync',
    'arn:aws:states:eu-central-1:111111111111:activity:desk',
  ])('of %s, which nothing here hosts, runs as it is published', async (Resource) => {
    const task = single({ Type: 'Task', Resource, Arguments: '{% { "any": 1 } %}' });
    const { host, arn } = await history(task, { '0': { Return: { from: 'the mock' } } });
    expect(await host.output(arn)).toEqual({ from: 'the mock' });
  });

  it('of an activity has the events of one', async () => {
    const Resource = 'arn:aws:states:eu-central-1:111111111111:activity:desk';
    const { types } = await history(single({ Type: 'Task', Resource }), { '0': { Return: 1 } });
    expect(types.slice(0, 3)).toEqual(['ActivityScheduled', 'ActivityStarted', 'ActivitySucceeded']);
  });

  it('stays mocked after a restart, although the file is gone', async () => {
    const store = createMemoryStore();
    await writeFile(file, JSON.stringify(responsesOf({ '0': { Return: 'mocked' } })));
    const first = setup({ store, mockConfig: file });
    const definition = {
      StartAt: 'W',
      States: {
        W: { Type: 'Wait', Seconds: 5, Next: 'Only' },
        Only: { Type: 'Task', Resource: LAMBDA, Arguments: CALL, End: true },
      },
    };
    const arn = await first.start(`${await first.machine(definition)}#Case`);
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now()) });
    await second.service.resume();
    await second.clock.runOut();
    expect(await second.output(arn)).toBe('mocked');
  });
});

/** Step Functions Local 2.0.0 keeps one counter a state and execution: https://github.com/floci-io/floci/issues/3254 */
describe('the responses of a state are counted', () => {
  const only = (state: object) => ({ Type: 'Task', Resource: LAMBDA, Arguments: CALL, ...state });
  const polling = {
    StartAt: 'Only',
    States: {
      Only: only({
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 1 }],
        Next: 'Done?',
      }),
      'Done?': {
        Type: 'Choice',
        Choices: [{ Condition: "{% $states.input.status = 'DONE' %}", Next: 'End' }],
        Default: 'Wait',
      },
      Wait: { Type: 'Wait', Seconds: 60, Next: 'Only' },
      End: { Type: 'Succeed' },
    },
  };
  const POLLED = {
    '0': { Return: { status: 'RUNNING' } },
    '1': { Throw: { Error: 'Busy', Cause: 'try later' } },
    '2': { Return: { status: 'RUNNING' } },
    '3': { Return: { status: 'DONE' } },
  };
  const started = async (definition: Record<string, unknown>, responses: object) => {
    const host = await mocked(responsesOf(responses));
    return { host, arn: await runCase(host, definition, 'Case') };
  };

  it('over the times it is entered and over its retries, so that a polling loop ends', async () => {
    const { host, arn } = await started(polling, POLLED);
    expect(await host.output(arn)).toEqual({ status: 'DONE' });
    const entered = (await host.types(arn)).filter((type) => type === 'TaskStateEntered');
    expect(entered).toHaveLength(3);
  });

  it('over the iterations of a Map, each retry among them', async () => {
    const state = only({ End: true, Retry: [{ ErrorEquals: ['Boom'], IntervalSeconds: 1 }] });
    const ItemProcessor = { StartAt: 'Only', States: { Only: state } };
    const Map = { Type: 'Map', Items: [1, 2], MaxConcurrency: 1, ItemProcessor, End: true };
    const { host, arn } = await started(
      { StartAt: 'Map', States: { Map } },
      { '0': { Throw: { Error: 'Boom', Cause: 'first' } }, '1': { Return: 'b' }, '2': { Return: 'c' } },
    );
    expect(await host.output(arn)).toEqual(['b', 'c']);
  });

  it('after an expression of the state failed and it was retried', async () => {
    const state = only({
      Output: '{% $states.result = 1 ? $none : $states.result %}',
      Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], IntervalSeconds: 1, MaxAttempts: 1 }],
      Next: 'Again',
    });
    const States = { Only: state, Again: { Type: 'Pass', End: true } };
    const { host, arn } = await started(
      { StartAt: 'Only', States },
      { '0': { Return: 1 }, '1': { Return: 2 } },
    );
    expect(await host.output(arn)).toBe(2);
  });

  it('on after a restart in the middle of the loop', async () => {
    const store = createMemoryStore();
    await writeFile(file, JSON.stringify(responsesOf(POLLED)));
    const first = setup({ store, mockConfig: file });
    const arn = await first.start(`${await first.machine(polling)}#Case`);
    await first.clock.advance(30_000);
    await first.service.close();
    const second = setup({ store, clock: new ManualClock(first.clock.now()) });
    await second.service.resume();
    await second.clock.runOut();
    expect(await second.output(arn)).toEqual({ status: 'DONE' });
  });

  it('and a response that has no invocations fails the execution only where its state is entered', async () => {
    const { host, arn } = await started(polling, {});
    expect(await host.describe(arn)).toMatchObject({
      error: 'States.Runtime',
      cause:
        "There is no mocked response for invocation 0 of the state 'Only': MockedResponses.Response has no response",
    });
  });
});

describe('a start on a test case is refused', () => {
  const task = single({ Type: 'Task', Resource: LAMBDA, Arguments: CALL });
  const respond = (responses: object) => JSON.stringify(responsesOf(responses));

  test.each<[why: string, content: string, testCase: string, code: string, message: string]>([
    [
      'of an unknown case',
      respond({}),
      'Nope',
      'InvalidArn',
      "no test case 'Nope' for the state machine 'machine'",
    ],
    ['in a file that is no JSON', '{', 'Case', 'ValidationException', 'can not be read'],
    ['in a file without machines', '{"MockedResponses":{}}', 'Case', 'ValidationException', 'StateMachines'],
    [
      'with a response that is missing',
      JSON.stringify({ ...responsesOf({}), MockedResponses: {} }),
      'Case',
      'ValidationException',
      'has no MockedResponses.Response',
    ],
    [
      'with a gap in the attempts',
      respond({ '0': { Return: 1 }, '2': { Return: 1 } }),
      'Case',
      'ValidationException',
      'must number the responses of MockedResponses.Response one after the other from 0',
    ],
    [
      'with attempts that are no numbers',
      respond({ first: { Return: 1 } }),
      'Case',
      'ValidationException',
      'MockedResponses.Response',
    ],
    [
      'with a response of neither kind',
      respond({ '0': { Throw: { Error: 'E' } } }),
      'Case',
      'ValidationException',
      'MockedResponses.Response.0',
    ],
  ])('%s', async (_why, content, testCase, code, message) => {
    const host = await mocked(content);
    await expect(runCase(host, task, testCase)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('when there is no file', async () => {
    const missing = join(folder, 'missing.json');
    await expect(runCase(setup({ mockConfig: missing }), task, 'Case')).rejects.toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining(missing),
    });
    await expect(runCase(setup(), task, 'Case')).rejects.toMatchObject({
      code: 'InvalidArn',
      message: expect.stringContaining('SFN_MOCK_CONFIG'),
    });
  });

  it('unless the environment names the file', async () => {
    await writeFile(file, respond({ '0': { Return: 'from the environment' } }));
    process.env.SFN_MOCK_CONFIG = file;
    try {
      const host = setup();
      expect(await host.output(await runCase(host, task, 'Case'))).toBe('from the environment');
    } finally {
      delete process.env.SFN_MOCK_CONFIG;
    }
  });
});
