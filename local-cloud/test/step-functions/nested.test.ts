import { AwsError } from '../../errors/aws-error.js';
import { CALL, LAMBDA_TOKEN, ROLE, setup, single } from './setup.js';

const START = 'arn:aws:states:::states:startExecution';
const ask = single({
  Type: 'Task',
  Resource: LAMBDA_TOKEN,
  Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
});

async function family(
  child: Record<string, unknown>,
  resource: string,
  more: object | ((childMachine: string) => object) = {},
) {
  const host = setup();
  const childMachine = await host.machine(child, 'child');
  const parent = single({
    Type: 'Task',
    Resource: resource,
    Arguments: { StateMachineArn: childMachine, Name: 'the-child', Input: { n: '{% $states.input.n %}' } },
    ...(typeof more === 'function' ? more(childMachine) : more),
  });
  const arn = await host.start(await host.machine(parent, 'parent'), { n: 1 });
  return { host, arn, childArn: `${childMachine.replace('stateMachine', 'execution')}:the-child` };
}

describe('a child execution', () => {
  const pass = single({ Type: 'Pass', Output: { got: '{% $states.input %}' } });

  it('.sync:2 gives Input and Output of the child as JSON', async () => {
    const { host, arn, childArn } = await family(pass, `${START}.sync:2`, { TimeoutSeconds: 60 });
    await host.clock.settled();
    expect(await host.output(arn)).toMatchObject({
      ExecutionArn: childArn,
      Name: 'the-child',
      Status: 'SUCCEEDED',
      Input: { n: 1 },
      Output: { got: { n: 1 } },
      StartDate: 1772413200000,
      StopDate: 1772413200000,
    });
    expect((await host.types(arn)).slice(2)).toEqual([
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('.sync gives them as texts', async () => {
    const { host, arn } = await family(pass, `${START}.sync`);
    await host.clock.settled();
    expect(await host.output(arn)).toMatchObject({ Input: '{"n":1}', Output: '{"got":{"n":1}}' });
  });

  it('that fails is States.TaskFailed with its description as the cause', async () => {
    const { host, arn, childArn } = await family(
      { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E', Cause: 'C' } } },
      `${START}.sync:2`,
    );
    await host.clock.settled();
    const { error, cause } = await host.describe(arn);
    expect(error).toBe('States.TaskFailed');
    expect(JSON.parse(String(cause))).toMatchObject({
      ExecutionArn: childArn,
      Status: 'FAILED',
      Error: 'E',
      Cause: 'C',
      Input: '{"n":1}',
    });
  });

  it('is not awaited without .sync', async () => {
    const { host, arn, childArn } = await family(single({ Type: 'Wait', Seconds: 100 }), START);
    await host.clock.settled();
    expect(await host.output(arn)).toMatchObject({
      ExecutionArn: childArn,
      StartDate: '2026-03-02T01:00:00.000Z',
    });
    expect((await host.describe(childArn)).status).toBe('RUNNING');
  });

  it('is stopped when the parent is stopped or no longer waits', async () => {
    const { host, arn, childArn } = await family(ask, `${START}.sync:2`);
    await host.clock.settled();
    await host.service.handle('StopExecution', { executionArn: arn });
    await host.clock.settled();
    expect((await host.describe(childArn)).status).toBe('ABORTED');
    const late = await family(ask, `${START}.sync:2`, { TimeoutSeconds: 10 });
    await late.host.clock.advance(10_000);
    expect((await late.host.describe(late.arn)).error).toBe('States.Timeout');
    expect((await late.host.describe(late.childArn)).status).toBe('ABORTED');
  });

  test.each([
    [`${START}.sync:2`, 'StepFunctions.ExecutionAlreadyExistsException', 'TaskSubmitFailed'],
    [START, 'StepFunctions.ExecutionAlreadyExistsException', 'TaskFailed'],
    ['arn:aws:states:::aws-sdk:sfn:startExecution', 'Sfn.ExecutionAlreadyExistsException', 'TaskFailed'],
  ])('whose name is taken fails %s with %s', async (resource, error, event) => {
    const host = setup();
    const child = await host.machine(pass, 'child');
    await host.start(child, { other: true }, 'taken');
    const args = { StateMachineArn: child, Name: 'taken', Input: '{}' };
    const arn = await host.start(
      await host.machine(single({ Type: 'Task', Resource: resource, Arguments: args }), 'parent'),
    );
    await host.clock.settled();
    expect((await host.describe(arn)).error).toBe(error);
    expect(await host.types(arn)).toContain(event);
  });

  // Measured on AWS by LocalStack (pull request 11197): a job that could wait for a token has one, which ends it.
  it.each([
    ['SendTaskSuccess', { output: '{"n":2}' }, { status: 'SUCCEEDED', output: '{"n":2}' }],
    ['SendTaskFailure', { error: 'E', cause: 'C' }, { status: 'FAILED', error: 'E', cause: 'C' }],
  ])('is awaited until its parent is told by the token: %s', async (operation, told, end) => {
    const wait = single({ Type: 'Wait', Seconds: 100 });
    const Arguments = { Name: 'the-child', Input: { token: '{% $states.context.Task.Token %}' } };
    const { host, arn, childArn } = await family(wait, `${START}.sync:2`, (StateMachineArn) => ({
      Arguments: { StateMachineArn, ...Arguments },
    }));
    await host.clock.settled();
    const { token: taskToken } = JSON.parse(String((await host.describe(childArn)).input)) as {
      token: string;
    };
    await host.service.handle(operation, { taskToken, ...told });
    await host.clock.settled();
    expect(await host.describe(arn)).toMatchObject(end);
    expect((await host.describe(childArn)).status).toBe('RUNNING');
    await host.clock.runOut();
    expect((await host.describe(childArn)).status).toBe('SUCCEEDED');
  });

  it('a machine that is not there is an error of the task', async () => {
    const host = setup();
    const missing = 'arn:aws:states:eu-central-1:111111111111:stateMachine:none';
    const arn = await host.run(
      single({ Type: 'Task', Resource: `${START}.sync:2`, Arguments: { StateMachineArn: missing } }),
    );
    expect((await host.describe(arn)).error).toBe('StepFunctions.StateMachineDoesNotExistException');
  });

  it('answers a token through the SDK integration', async () => {
    const host = setup();
    const asking = await host.start(await host.machine(ask, 'asking'));
    await host.clock.settled();
    const send = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
      Arguments: { TaskToken: host.tokens()[0], Output: { ok: 1 } },
    };
    await host.start(await host.machine(single(send), 'sender'));
    await host.clock.settled();
    expect(await host.output(asking)).toEqual({ ok: 1 });
  });

  it('is not started when the role may not', async () => {
    const asked: unknown[] = [];
    const host = setup({
      authorize: async ({ service, action, roleArn }) => {
        asked.push([service, action, roleArn]);
        await Promise.reject(new AwsError('AccessDeniedException', 'not authorized'));
      },
    });
    const child = await host.machine(pass, 'child');
    const start = { Type: 'Task', Resource: `${START}.sync:2`, Arguments: { StateMachineArn: child } };
    const arn = await host.start(await host.machine(single(start), 'parent'));
    await host.clock.settled();
    expect((await host.describe(arn)).error).toBe('StepFunctions.AWSStepFunctionsException');
    expect(asked).toEqual([['states', 'startExecution', ROLE]]);
    expect(await host.service.handle('ListExecutions', { stateMachineArn: child })).toEqual({
      executions: [],
    });
  });
});
