import { createMemoryStore } from '../../storage/memory-store.js';
import { IntegrationError } from '../../step-functions/ports.js';
import { LAMBDA_TOKEN, setup, single, type Harness } from './setup.js';

type Members = Record<string, unknown>;

const distributed = (states: Members, more: Members = {}, startAt = 'Do') =>
  single({
    Type: 'Map',
    Label: 'each',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: startAt,
      States: states,
    },
    ...more,
  });

/** Doubles its item; fails at 13. */
const doubling = {
  Do: {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input = 13 %}', Next: 'Stop' }],
    Default: 'Say',
  },
  Say: { Type: 'Pass', Output: '{% $states.input * 2 %}', End: true },
  Stop: { Type: 'Fail', Error: 'Unlucky', Cause: 'it is 13' },
};
const asking = {
  Do: {
    Type: 'Task',
    Resource: LAMBDA_TOKEN,
    Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
    End: true,
  },
};
const same = { Do: { Type: 'Succeed' } };

async function mapRunOf(host: Harness, executionArn: string): Promise<Members> {
  const { mapRuns } = await host.service.handle('ListMapRuns', { executionArn });
  const [{ mapRunArn } = {}] = mapRuns as Members[];
  return host.service.handle('DescribeMapRun', { mapRunArn });
}

async function childrenOf(host: Harness, executionArn: string): Promise<Members[]> {
  const { mapRunArn } = await mapRunOf(host, executionArn);
  const { executions } = await host.service.handle('ListExecutions', { mapRunArn });
  return executions as Members[];
}

describe('a Distributed Map', () => {
  it('runs each item as an execution of its own, and its own history has the run alone', async () => {
    const host = setup();
    const arn = await host.run(distributed(doubling), [1, 2, 3]);
    expect(await host.output(arn)).toEqual([2, 4, 6]);
    // As recorded on AWS in February 2024.
    expect(await host.chain(arn)).toEqual([
      ['ExecutionStarted', 0],
      ['MapStateEntered', 0],
      ['MapStateStarted', 2],
      ['MapRunStarted', 3],
      ['MapRunSucceeded', 4],
      ['MapStateSucceeded', 5],
      ['MapStateExited', 5],
      ['ExecutionSucceeded', 7],
    ]);
    const children = await childrenOf(host, arn);
    expect(children).toHaveLength(3);
    expect(await host.types(String(children[0]?.executionArn))).toEqual([
      'ExecutionStarted',
      'ChoiceStateEntered',
      'ChoiceStateExited',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ]);
    const { executions } = await host.service.handle('ListExecutions', {
      stateMachineArn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:machine',
    });
    expect(executions).toHaveLength(1);
  });

  it('is described as its run went', async () => {
    const host = setup();
    const arn = await host.run(distributed(doubling, { MaxConcurrency: 1 }), [1, 2]);
    const prefix = 'arn:aws:states:eu-central-1:111111111111';
    const counts = { pending: 0, running: 0, succeeded: 2, failed: 0, timedOut: 0, aborted: 0, total: 2 };
    // The members and their values as recorded on AWS on 21 September 2023.
    expect(await mapRunOf(host, arn)).toMatchObject({
      executionArn: arn,
      mapRunArn: expect.stringMatching(new RegExp(`^${prefix}:mapRun:machine/each:[0-9a-f-]{36}$`)) as string,
      status: 'SUCCEEDED',
      maxConcurrency: 1,
      toleratedFailureCount: 0,
      toleratedFailurePercentage: 0,
      itemCounts: { ...counts, resultsWritten: 2 },
      executionCounts: { ...counts, resultsWritten: 2 },
    });
    const { mapRuns } = await host.service.handle('ListMapRuns', { executionArn: arn });
    expect(mapRuns).toMatchObject([{ stateMachineArn: `${prefix}:stateMachine:machine/each` }]);
    const [child = {}] = await childrenOf(host, arn);
    const shown = await host.describe(String(child.executionArn));
    expect(shown).toMatchObject({
      stateMachineArn: `${prefix}:stateMachine:machine/each`,
      status: 'SUCCEEDED',
    });
    const text = await host.service.handle('DescribeStateMachineForExecution', {
      executionArn: child.executionArn,
    });
    expect(text).toMatchObject({ label: 'each', mapRunArn: shown.mapRunArn });
    expect(JSON.parse(String(text.definition))).toMatchObject({ StartAt: 'Do' });
  });

  it('fails as a whole with the first failure, and calls off what still runs', async () => {
    const host = setup({
      answer: ({ arguments: args }) => {
        const { Payload: item } = args as { Payload: number };
        if (item === 13) throw new IntegrationError('Unlucky', 'it is 13');
        return { Payload: item };
      },
    });
    const states = {
      Do: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input = 13 %}', Next: 'Stop' }],
        Default: 'Rest',
      },
      Rest: { Type: 'Wait', Seconds: 60, End: true },
      Stop: { Type: 'Fail', Error: 'Unlucky' },
    };
    const arn = await host.run(distributed(states), [1, 13, 2]);
    const cause = 'The specified tolerated failure threshold was exceeded';
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
      cause,
    });
    expect((await host.types(arn)).slice(3)).toEqual([
      'MapRunStarted',
      'MapRunFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
    expect(await mapRunOf(host, arn)).toMatchObject({
      status: 'FAILED',
      executionCounts: { failed: 1, aborted: 2, total: 3 },
    });
  });

  it.each<readonly [string, Members, string]>([
    ['a count', { ToleratedFailureCount: 1 }, 'SUCCEEDED'],
    ['a percentage', { ToleratedFailurePercentage: 34 }, 'SUCCEEDED'],
    ['too small a percentage', { ToleratedFailurePercentage: 33 }, 'FAILED'],
  ])('tolerates failures up to %s', async (_what, limits, status) => {
    const host = setup();
    const arn = await host.run(distributed(doubling, limits), [1, 13, 2]);
    expect(await host.describe(arn)).toMatchObject({ status });
  });

  it('hands out items in batches, and counts both', async () => {
    const host = setup();
    const batcher = { MaxItemsPerBatch: 2, BatchInput: { of: '{% $states.input.of %}' } };
    const more = { Items: '{% $states.input.list %}', ItemBatcher: batcher };
    const arn = await host.run(distributed(same, more), { of: 'T', list: [1, 2, 3] });
    expect(await host.output(arn)).toEqual([
      { Items: [1, 2], BatchInput: { of: 'T' } },
      { Items: [3], BatchInput: { of: 'T' } },
    ]);
    expect(await mapRunOf(host, arn)).toMatchObject({
      itemCounts: { total: 3, succeeded: 3 },
      executionCounts: { total: 2, succeeded: 2 },
    });
    expect((await childrenOf(host, arn)).map(({ itemCount }) => itemCount)).toEqual([1, 2]);
  });

  it.each([
    ['EXPRESS', { succeeded: 2, timedOut: 1 }],
    ['STANDARD', { succeeded: 3, timedOut: 0 }],
  ])('lets an Express execution last five minutes, and no longer: %s', async (type, counts) => {
    const host = setup();
    const processor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
      StartAt: 'Stay',
      States: { Stay: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } },
    };
    const more = { ItemProcessor: processor, ToleratedFailureCount: 1 };
    const arn = await host.run(distributed({}, more), [1, 299, 301]);
    expect(await host.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await mapRunOf(host, arn)).toMatchObject({ executionCounts: counts });
  });

  it('puts lists together where its ResultWriter says so', async () => {
    const host = setup();
    const more = { ResultWriter: { WriterConfig: { Transformation: 'FLATTEN' } } };
    expect(await host.output(await host.run(distributed(same, more), [[1], [2, 3]]))).toEqual([1, 2, 3]);
  });

  it('has no more executions under way than it may, and more once that is changed', async () => {
    const host = setup();
    const arn = await host.run(distributed(asking, { MaxConcurrency: 1 }), [1, 2, 3]);
    expect(host.tokens()).toHaveLength(1);
    const { mapRunArn } = await mapRunOf(host, arn);
    expect(await host.service.handle('UpdateMapRun', { mapRunArn, maxConcurrency: 3 })).toEqual({});
    await host.clock.runOut();
    expect(host.tokens()).toHaveLength(3);
    expect(await mapRunOf(host, arn)).toMatchObject({
      status: 'RUNNING',
      maxConcurrency: 3,
      executionCounts: { running: 3, pending: 0 },
    });
    for (const taskToken of host.tokens())
      await host.service.handle('SendTaskSuccess', { taskToken, output: '"yes"' });
    await host.clock.runOut();
    expect(await host.output(arn)).toEqual(['yes', 'yes', 'yes']);
  });

  it('goes on after a restart of the host', async () => {
    const store = createMemoryStore();
    const before = setup({ store });
    const arn = await before.run(distributed(asking), [1, 2]);
    const tokens = before.tokens();
    await before.service.close();
    const host = setup({ store });
    await host.service.resume();
    for (const taskToken of tokens)
      await host.service.handle('SendTaskSuccess', { taskToken, output: '"yes"' });
    await host.clock.runOut();
    expect(await host.output(arn)).toEqual(['yes', 'yes']);
  });

  it('ends with its execution, and so do those that it started', async () => {
    const host = setup();
    const arn = await host.run(distributed(asking), [1, 2]);
    await host.service.handle('StopExecution', { executionArn: arn });
    await host.clock.runOut();
    expect(await mapRunOf(host, arn)).toMatchObject({ status: 'ABORTED', executionCounts: { aborted: 2 } });
  });

  it('goes on with its unsuccessful executions when its execution is redriven', async () => {
    let lucky = false;
    const host = setup({
      answer: ({ arguments: args }) => {
        const { Payload: item } = args as { Payload: number };
        if (item === 13 && !lucky) throw new IntegrationError('Unlucky', 'it is 13');
        return { Payload: item };
      },
    });
    const states = {
      Do: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    };
    const arn = await host.run(distributed(states, { MaxConcurrency: 1 }), [1, 13, 2]);
    const [failed = {}, first = {}] = await childrenOf(host, arn);
    expect(await host.describe(String(failed.executionArn))).toMatchObject({
      redriveStatus: 'REDRIVABLE_BY_MAP_RUN',
    });
    lucky = true;
    await host.service.handle('RedriveExecution', { executionArn: arn });
    await host.clock.runOut();
    expect(await host.output(arn)).toEqual([1, 13, 2]);
    const events = await host.history(arn);
    expect(events.slice(7).map(({ type }) => type)).toEqual([
      'ExecutionRedriven',
      'MapRunRedriven',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
    const { mapRunArn, ...run } = await mapRunOf(host, arn);
    expect(events[8]).toMatchObject({ mapRunRedrivenEventDetails: { mapRunArn, redriveCount: 1 } });
    expect(run).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1, executionCounts: { succeeded: 3 } });
    const redriven = async (child: Members) => (await host.describe(String(child.executionArn))).redriveCount;
    expect([await redriven(first), await redriven(failed)]).toEqual([0, 1]);
  });

  it('goes on where it was when an execution that was stopped is redriven', async () => {
    const host = setup();
    const arn = await host.run(distributed(asking), [1]);
    await host.service.handle('StopExecution', { executionArn: arn });
    await host.clock.runOut();
    await host.service.handle('RedriveExecution', { executionArn: arn });
    await host.clock.runOut();
    const [, second = ''] = host.tokens();
    await host.service.handle('SendTaskSuccess', { taskToken: second, output: '1' });
    await host.clock.runOut();
    expect(await host.output(arn)).toEqual([1]);
    const { mapRuns } = await host.service.handle('ListMapRuns', { executionArn: arn });
    expect(mapRuns).toHaveLength(1);
  });

  it('needs the permission of its machine to start executions of itself', async () => {
    const asked: string[] = [];
    const host = setup({
      authorize: ({ action, arguments: args }) => {
        asked.push(`${action} ${String((args as Members).StateMachineArn)}`);
        return Promise.resolve();
      },
    });
    await host.run(distributed(same), [1]);
    expect(asked).toEqual(['startExecution arn:aws:states:eu-central-1:111111111111:stateMachine:machine']);
  });

  it('is called Iterator in older definitions', async () => {
    const host = setup();
    const Iterator = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Do',
      States: same,
    };
    const arn = await host.run(distributed(same, { ItemProcessor: undefined, Iterator }), [1]);
    expect(await host.output(arn)).toEqual([1]);
    const [child = {}] = await childrenOf(host, arn);
    const text = await host.service.handle('DescribeStateMachineForExecution', {
      executionArn: child.executionArn,
    });
    expect(JSON.parse(String(text.definition))).toMatchObject({ StartAt: 'Do' });
  });

  it('of no items ends at once', async () => {
    const host = setup();
    expect(await host.output(await host.run(distributed(same), []))).toEqual([]);
  });

  it.each<readonly [string, Members, RegExp]>([
    ['a batcher without a limit', { ItemBatcher: {} }, /MaxItemsPerBatch, MaxInputBytesPerBatch/],
    [
      'no type of execution',
      { ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'Do', States: same } },
      /ExecutionType/,
    ],
    ['a label, being inline', { ItemProcessor: { StartAt: 'Do', States: same } }, /Field 'Label'/],
  ])('with %s is refused', async (_what, more, message) => {
    const made = setup().machine(distributed(same, more));
    await expect(made).rejects.toMatchObject({
      code: 'InvalidDefinition',
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('a Map over an object', () => {
  const inline = (more: Members) =>
    single({ Type: 'Map', ItemProcessor: { StartAt: 'Do', States: same }, ...more });

  it('begins each iteration with a member as a pair', async () => {
    const host = setup();
    expect(await host.output(await host.run(inline({}), { a: 1, b: [2] }))).toEqual([
      { Key: 'a', Value: 1 },
      { Key: 'b', Value: [2] },
    ]);
  });

  it('tells the key and the value apart in the context', async () => {
    const host = setup();
    const item = '$states.context.Map.Item';
    const more = {
      Items: { x: '{% $states.input.a %}', y: 2 },
      ItemSelector: `{% [${item}.Index, ${item}.Key, ${item}.Value] %}`,
    };
    expect(await host.output(await host.run(inline(more), { a: 1 }))).toEqual([
      [0, 'x', 1],
      [1, 'y', 2],
    ]);
  });

  it('is refused what is neither a list nor an object', async () => {
    const host = setup();
    const arn = await host.run(inline({ Items: '{% 1 %}' }));
    expect(await host.describe(arn)).toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining("Expected 'array', but was 'number' for value: 1") as string,
    });
  });
});
