import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, LAMBDA, LAMBDA_TOKEN, ROLE, setup, single, type Harness, type Options } from './setup.js';

type Members = Record<string, unknown>;

async function machine(host: Harness, definition: Members, name = 'quick'): Promise<string> {
  const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
  const input = { name, definition: text, roleArn: ROLE, type: 'EXPRESS' };
  return String((await host.service.handle('CreateStateMachine', input)).stateMachineArn);
}

/** Runs it to its end, whatever time that takes. */
async function sync(definition: Members, options: Options = {}, more: Members = {}): Promise<Members> {
  const host = setup(options);
  const stateMachineArn = await machine(host, definition);
  const ended = host.service.handle('StartSyncExecution', { stateMachineArn, ...more });
  await host.clock.runOut();
  return ended;
}

const task = (Resource: string, more: Members = {}) =>
  single({ Type: 'Task', Resource, Arguments: '{% {} %}', ...more });
const waiting = (Seconds: number) => single({ Type: 'Wait', Seconds });

describe('an Express execution that is waited for', () => {
  it("answers with its end, and with AWS's bill in steps of 100 ms", async () => {
    const answered = await sync(waiting(2.0), {}, { name: 'now', input: '{"a":1}', traceHeader: 'Root=1' });
    expect(answered).toEqual({
      executionArn: expect.stringMatching(
        /^arn:aws:states:eu-central-1:111111111111:express:quick:now:[-0-9a-f]{36}$/,
      ),
      stateMachineArn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:quick',
      name: 'now',
      startDate: Date.parse('2026-03-02T01:00:00Z') / 1000,
      stopDate: Date.parse('2026-03-02T01:00:02Z') / 1000,
      status: 'SUCCEEDED',
      input: '{"a":1}',
      inputDetails: { included: true },
      output: '{"a":1}',
      outputDetails: { included: true },
      traceHeader: 'Root=1',
      billingDetails: { billedDurationInMilliseconds: 2000, billedMemoryUsedInMB: 64 },
    });
  });

  it('answers without its data where only metadata is asked for', async () => {
    const answered = await sync(single({ Type: 'Pass' }), {}, { includedData: 'METADATA_ONLY' });
    expect(answered).toMatchObject({ inputDetails: { included: false }, outputDetails: { included: false } });
    expect(Object.keys(answered)).not.toContain('output');
  });

  it('answers with the error it failed with, after its retries', async () => {
    let calls = 0;
    const answer = () => {
      calls += 1;
      throw new IntegrationError('Busy', 'later');
    };
    const Retry = [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }];
    expect(await sync(task(LAMBDA, { Retry }), { answer })).toMatchObject({
      status: 'FAILED',
      error: 'Busy',
      cause: 'later',
    });
    expect(calls).toBe(3);
  });

  it.each([
    [{}, '2026-03-02T01:05:00Z'],
    [{ TimeoutSeconds: 5 }, '2026-03-02T01:00:05Z'],
    [{ TimeoutSeconds: 3600 }, '2026-03-02T01:05:00Z'],
  ])('with %j ends after five minutes at most', async (timeout, at) => {
    const answered = await sync({ ...waiting(86_400), ...timeout });
    expect(answered).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(answered.stopDate).toBe(Date.parse(at) / 1000);
  });

  it('counts its mocked responses as any other', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'express-'));
    const mockConfig = join(folder, 'MockConfigFile.json');
    const MockedResponses = { R: { '0': { Throw: { Error: 'E', Cause: 'C' } }, '1': { Return: 'second' } } };
    const StateMachines = { quick: { TestCases: { Case: { Only: 'R' } } } };
    await writeFile(mockConfig, JSON.stringify({ StateMachines, MockedResponses }));
    const host = setup({ mockConfig });
    const Retry = [{ ErrorEquals: ['E'], MaxAttempts: 1 }];
    const stateMachineArn = `${await machine(host, task(LAMBDA, { Retry }))}#Case`;
    const ended = host.service.handle('StartSyncExecution', { stateMachineArn });
    await host.clock.runOut();
    expect(await ended).toMatchObject({ status: 'SUCCEEDED', output: '"second"' });
    await rm(folder, { recursive: true });
  });

  it('is called by a task of another machine, and time goes on meanwhile', async () => {
    const host = setup();
    const StateMachineArn = await machine(host, waiting(60));
    const parent = task('arn:aws:states:::aws-sdk:sfn:startSyncExecution', {
      Arguments: { StateMachineArn, Input: { a: 1 } },
    });
    const arn = await host.run(parent);
    expect(await host.output(arn)).toMatchObject({
      Status: 'SUCCEEDED',
      Output: '{"a":1}',
      BillingDetails: { BilledDurationInMilliseconds: 60_000, BilledMemoryUsedInMB: 64 },
    });
  });

  it('is told when the host ends before it', async () => {
    const host = setup();
    const stateMachineArn = await machine(host, waiting(60));
    const ended = host.service.handle('StartSyncExecution', { stateMachineArn });
    await host.clock.settled();
    await Promise.all([
      expect(ended).rejects.toMatchObject({ code: 'InternalServerError' }),
      host.service.close(),
    ]);
  });
});

describe('an Express machine', () => {
  it('is started on a version and on an alias, and logged as it was published', async () => {
    const host = setup();
    const made = await machine(host, single({ Type: 'Pass', Output: 'old' }));
    const logGroupArn = 'arn:aws:logs:eu-central-1:111111111111:log-group:quick:*';
    await host.service.handle('UpdateStateMachine', {
      stateMachineArn: made,
      loggingConfiguration: { level: 'ALL', destinations: [{ cloudWatchLogsLogGroup: { logGroupArn } }] },
    });
    const { stateMachineVersionArn: version } = await host.service.handle('PublishStateMachineVersion', {
      stateMachineArn: made,
    });
    const { stateMachineAliasArn: alias } = await host.service.handle('CreateStateMachineAlias', {
      name: 'live',
      routingConfiguration: [{ stateMachineVersionArn: version, weight: 100 }],
    });
    await host.service.handle('UpdateStateMachine', {
      stateMachineArn: made,
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...single({ Type: 'Pass', Output: 'new' }) }),
      loggingConfiguration: { level: 'OFF' },
    });
    const outputs: unknown[] = [];
    for (const stateMachineArn of [made, version, alias])
      outputs.push((await host.service.handle('StartSyncExecution', { stateMachineArn })).output);
    expect(outputs).toEqual(['"new"', '"old"', '"old"']);
    const events = ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'];
    expect(host.logged.map(([group, { type }]) => [group, type])).toEqual(
      [...events, ...events].map((type) => ['quick', type]),
    );
  });

  it('starts several executions of one name, which nobody can ask for or list', async () => {
    const host = setup();
    const stateMachineArn = await machine(host, waiting(60));
    const start = () => host.service.handle('StartExecution', { stateMachineArn, name: 'same' });
    const [first, second] = [await start(), await start()];
    expect(first.executionArn).not.toBe(second.executionArn);
    const { executionArn } = first;
    for (const operation of [
      'DescribeExecution',
      'GetExecutionHistory',
      'StopExecution',
      'RedriveExecution',
      'DescribeStateMachineForExecution',
    ]) {
      await expect(host.service.handle(operation, { executionArn })).rejects.toMatchObject({
        code: 'InvalidArn',
        message: "Invalid Arn: 'Resource type not valid in this context: express'",
      });
    }
    await expect(host.service.handle('ListExecutions', { stateMachineArn })).rejects.toMatchObject({
      code: 'StateMachineTypeNotSupported',
      message: 'This operation is not supported by this type of state machine',
    });
    await host.service.close();
  });

  it('leaves nothing of its executions in the store, and is billed no transitions', async () => {
    const host = setup();
    const stateMachineArn = await machine(host, single({ Type: 'Pass' }));
    await host.service.handle('StartSyncExecution', { stateMachineArn });
    const keys: string[] = [];
    for await (const [key] of host.store.range({ from: '', to: '￿' })) keys.push(key);
    expect(keys.filter((key) => !/^sfn\/(?:machine|revision)\//.test(key))).toEqual([]);
    expect(host.transitions).toEqual([]);
  });

  it('tells its type wherever it is described', async () => {
    const host = setup();
    const stateMachineArn = await machine(host, single({ Type: 'Pass' }));
    await host.machine(single({ Type: 'Pass' }), 'ordinary');
    expect(await host.service.handle('DescribeStateMachine', { stateMachineArn })).toMatchObject({
      type: 'EXPRESS',
    });
    const { stateMachines } = await host.service.handle('ListStateMachines', {});
    const types = (stateMachines as Members[]).map(({ name, type }) => `${String(name)}: ${String(type)}`);
    expect(types.toSorted()).toEqual(['ordinary: STANDARD', 'quick: EXPRESS']);
  });

  it('is another machine than the Standard one of the same name and text', async () => {
    const host = setup();
    await host.machine(single({ Type: 'Pass' }), 'quick');
    await expect(machine(host, single({ Type: 'Pass' }))).rejects.toMatchObject({
      code: 'StateMachineAlreadyExists',
    });
  });

  const waitingItem = { Type: 'Task', Resource: LAMBDA_TOKEN, Arguments: CALL, End: true };
  const ItemProcessor = { StartAt: 'Inner', States: { Inner: waitingItem } };
  const flow = { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } };
  const map = single({ Type: 'Map', Items: [1], ItemProcessor });
  test.each<[what: string, definition: Members, message: string]>([
    ['for a token', task(LAMBDA_TOKEN), "'.waitForTaskToken' service integration  at /States/Only/Resource"],
    [
      'for a job',
      task('arn:aws:states:::glue:startJobRun.sync'),
      "'.sync' service integration at /States/Only/Resource",
    ],
    ['for a child', task('arn:aws:states:::states:startExecution.sync:2'), "'.sync' service integration"],
    ['for an activity', task('arn:aws:states:us-east-1:111111111111:activity:desk'), 'Activity ARN'],
    [
      'within a Map',
      map,
      "'.waitForTaskToken' service integration  at /States/Only/ItemProcessor/States/Inner",
    ],
    [
      'for the executions of a Distributed Map',
      single({
        Type: 'Map',
        ItemProcessor: {
          ...flow,
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        },
      }),
      "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines at /States/Only/ItemProcessor/ProcessorConfig/Mode",
    ],
  ])('is refused when it waits %s', async (_what, definition, message) => {
    const host = setup();
    const refusal = { code: 'InvalidDefinition', message: expect.stringContaining(message) };
    await expect(machine(host, definition)).rejects.toMatchObject(refusal);
    const stateMachineArn = await machine(host, single({ Type: 'Pass' }));
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
    const update = host.service.handle('UpdateStateMachine', { stateMachineArn, definition: text });
    await expect(update).rejects.toMatchObject(refusal);
  });

  it.each(['ItemProcessor', 'Iterator'])(
    'the Express executions of a Distributed Map wait for nobody either: %s',
    async (field) => {
      const each = (ExecutionType: string) =>
        single({
          Type: 'Map',
          [field]: { ...ItemProcessor, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType } },
        });
      const host = setup();
      await expect(host.machine(each('EXPRESS'))).rejects.toMatchObject({
        code: 'InvalidDefinition',
        message: expect.stringContaining(
          `'.waitForTaskToken' service integration  at /States/Only/${field}/States/Inner/Resource`,
        ) as string,
      });
      await expect(host.machine(each('STANDARD'))).resolves.toContain('stateMachine');
    },
  );

  it('a Distributed Map within another, of Express executions, is refused', async () => {
    const config = { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' };
    const inner = { Type: 'Map', Items: [1], ItemProcessor: { ...flow, ProcessorConfig: config }, End: true };
    const outer = { StartAt: 'In', States: { In: inner }, ProcessorConfig: config };
    await expect(setup().machine(single({ Type: 'Map', ItemProcessor: outer }))).rejects.toThrow(
      "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines at " +
        '/States/Only/ItemProcessor/States/In/ItemProcessor/ProcessorConfig/Mode',
    );
  });

  it('can be started by a task, but no task can wait for it', async () => {
    const host = setup();
    const StateMachineArn = await machine(host, single({ Type: 'Pass' }));
    const starting = (pattern: string) =>
      task(`arn:aws:states:::states:startExecution${pattern}`, { Arguments: { StateMachineArn } });
    expect(await host.output(await host.run(starting('')))).toMatchObject({
      ExecutionArn: expect.stringContaining(':express:quick:'),
    });
    const arn = await host.start(await host.machine(starting('.sync:2'), 'second'));
    await host.clock.runOut();
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'StepFunctions.StateMachineTypeNotSupportedException',
    });
  });
});
