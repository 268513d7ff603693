import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import {
  arnOf,
  lambda,
  policy,
  ref,
  role,
  table,
  tableAccess,
  writeAssembly,
  type Resource,
  type SampleAssembly,
} from './sample/sample-assembly.js';
import { clientConfig, control } from '../testing/sdk.js';

const START = Date.UTC(2026, 10, 23, 8, 30);

const machine = (roleId: string, definition: object): Resource => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    RoleArn: arnOf(roleId),
    DefinitionString: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
    DefinitionSubstitutions: { PutArn: arnOf('Put'), FinishArn: arnOf('Finish'), FailArn: arnOf('Fail') },
  },
});

const express = (roleId: string, definition: object): Resource => {
  const { Properties, ...rest } = machine(roleId, definition);
  return { ...rest, Properties: { ...Properties, StateMachineType: 'EXPRESS' } };
};

const invoke = (functionArn: string, extra: object = {}) => ({
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: functionArn, Payload: '{% $states.input %}' },
      Output: '{% $states.result.Payload %}',
      TimeoutSeconds: 60,
      End: true,
      ...extra,
    },
  },
});

let assembly: SampleAssembly;
let cloud: LocalCloud;
let states: SFNClient;

beforeAll(async () => {
  const canInvoke = {
    Action: 'lambda:InvokeFunction',
    Resource: [arnOf('Put'), arnOf('Finish'), arnOf('Fail')],
  };
  assembly = writeAssembly(
    {
      ...table,
      ...lambda('Put', 'put', [tableAccess]),
      ...lambda('Fail', 'fail', []),
      ...lambda('Finish', 'finish', []),
      FinishPolicy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'finish',
          PolicyDocument: policy({ Action: 'states:SendTaskSuccess', Resource: ref('Ask') }),
          Roles: [ref('FinishRole')],
        },
      },
      Ask: machine(
        'MachineRole',
        invoke('${FinishArn}', {
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: '${FinishArn}', Payload: { token: '{% $states.context.Task.Token %}' } },
          Output: '{% $states.result %}',
        }),
      ),
      ...lambda('Start', 'start', [{ Action: 'states:StartExecution', Resource: ref('Simple') }]),
      ...lambda('CannotStart', 'start', []),
      MachineRole: role('states.amazonaws.com', canInvoke),
      PoorRole: role('states.amazonaws.com'),
      Simple: machine('MachineRole', invoke('${PutArn}')),
      Failing: machine('MachineRole', invoke('${FailArn}')),
      Quick: express('MachineRole', invoke('${PutArn}')),
      QuickWait: express('MachineRole', {
        StartAt: 'Rest',
        States: { Rest: { Type: 'Wait', Seconds: 240, End: true } },
      }),
      PoorQuick: express('PoorRole', invoke('${PutArn}')),
      Poor: machine('PoorRole', invoke('${PutArn}')),
      Wait: machine('MachineRole', {
        StartAt: 'Rest',
        States: { Rest: { Type: 'Wait', Seconds: 259_200, End: true } },
      }),
    },
    {
      Simple: { Value: ref('Simple') },
      Poor: { Value: ref('Poor') },
      Quick: { Value: ref('Quick') },
      PoorQuick: { Value: ref('PoorQuick') },
      QuickWait: { Value: ref('QuickWait') },
      Failing: { Value: ref('Failing') },
      Wait: { Value: ref('Wait') },
      Ask: { Value: ref('Ask') },
      TableName: { Value: ref('Table') },
    },
  );
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
  });
  states = new SFNClient(clientConfig(cloud));
});

afterAll(async () => {
  states.destroy();
  await cloud.close();
  assembly.remove();
});

async function run(output: string, input: object) {
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn: cloud.outputs[output], input: JSON.stringify(input) }),
  );
  await cloud.clock.settled();
  return states.send(new DescribeExecutionCommand({ executionArn }));
}

describe('a hosted state machine', () => {
  it('calls a function, and what it uses is metered for its execution', async () => {
    const execution = await run('Simple', { pk: 'from a machine', text: 'kept' });
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: '{"text":"kept"}' });
    const { body } = await control(
      cloud,
      'GET',
      `meters?execution=${encodeURIComponent(execution.executionArn ?? '')}`,
    );
    expect(body).toMatchObject({ invocations: 1, writeUnits: 1, readUnits: 0.5 });
    expect((body as { transitions: number }).transitions).toBeGreaterThan(0);
    const lines: unknown = expect.arrayContaining([
      { service: 'DynamoDB', what: 'write units', count: 1, usd: 0.625 / 1_000_000 },
    ]);
    expect(body).toMatchObject({ bill: { pricesAsOf: '2026-11', lines } });
    expect(cloud.meters.bill(execution.executionArn).totalUsd).toBeGreaterThan(0);
  });

  it('whose role may not invoke the function fails as on AWS', async () => {
    expect(await run('Poor', { pk: 'a', text: 'b' })).toMatchObject({
      status: 'FAILED',
      error: 'Lambda.AWSLambdaException',
      cause: expect.stringContaining('is not authorized to perform: lambda:InvokeFunction') as string,
    });
  });

  async function sync(output: string) {
    const client = new SFNClient({ ...clientConfig(cloud), disableHostPrefix: true });
    const input = JSON.stringify({ pk: 'quick', text: 'kept' });
    const stateMachineArn = cloud.outputs[output];
    const ended = await client.send(new StartSyncExecutionCommand({ stateMachineArn, input }));
    client.destroy();
    return ended;
  }

  it('of the type Express answers who waits, as the role it has', async () => {
    expect(await sync('Quick')).toMatchObject({ status: 'SUCCEEDED', output: '{"text":"kept"}' });
    expect(await sync('PoorQuick')).toMatchObject({ status: 'FAILED', error: 'Lambda.AWSLambdaException' });
  });

  it('of the type Express does not hold a skipping clock while somebody waits for it', async () => {
    cloud.clock.setMode('skip');
    const ended = await sync('QuickWait');
    cloud.clock.setMode('manual');
    expect(ended).toMatchObject({
      status: 'SUCCEEDED',
      billingDetails: { billedDurationInMilliseconds: 240_000 },
    });
  });

  it("sees the function's own error name and its error as JSON text", async () => {
    const { status, error, cause } = await run('Failing', {});
    expect([status, error]).toEqual(['FAILED', 'Broken']);
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'Broken', errorMessage: 'it is broken' });
  });

  it('waits three days in no time', async () => {
    const before = await run('Wait', {});
    expect(before.status).toBe('RUNNING');
    await cloud.clock.advance(3 * 86_400_000);
    const after = await states.send(new DescribeExecutionCommand({ executionArn: before.executionArn }));
    expect(after.status).toBe('SUCCEEDED');
    expect((after.stopDate?.getTime() ?? 0) - (after.startDate?.getTime() ?? 0)).toBe(3 * 86_400_000);
  });

  it('waits for nobody on a skipping clock', async () => {
    cloud.clock.setMode('skip');
    const { executionArn } = await run('Wait', {});
    await cloud.clock.settled();
    let status: string | undefined;
    while (status !== 'SUCCEEDED')
      ({ status } = await states.send(new DescribeExecutionCommand({ executionArn })));
    cloud.clock.setMode('manual');
    expect(status).toBe('SUCCEEDED');
  });

  it('is answered with its task token by a function that may', async () => {
    expect(await run('Ask', {})).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
  });

  it('is started by a function that may start it, and by no other', async () => {
    const event = { machine: cloud.outputs['Simple'], input: { pk: 'started', text: 'yes' } };
    expect((await cloud.invoke('Start', event)).functionError).toBeUndefined();
    await cloud.clock.settled();
    const database = new DynamoDBClient(clientConfig(cloud));
    const { Item: item } = await database.send(
      new GetItemCommand({ TableName: cloud.outputs['TableName'], Key: { pk: { S: 'started' } } }),
    );
    database.destroy();
    expect(item?.['text']?.S).toBe('yes');
    expect(JSON.parse((await cloud.invoke('CannotStart', event)).payload)).toMatchObject({
      errorType: 'AccessDeniedException',
    });
  });

  it('cannot be started while the service is down on request', async () => {
    cloud.faults.add({ service: 'states', action: 'StartExecution', error: 'ServiceUnavailable' });
    await expect(run('Simple', {})).rejects.toMatchObject({ name: 'ServiceUnavailable' });
    cloud.faults.clear();
    await expect(
      states.send(new ListExecutionsCommand({ stateMachineArn: cloud.outputs['Simple'] })),
    ).resolves.toBeDefined();
  });

  it('meets a function that fails twice on request, then works', async () => {
    cloud.faults.add({ function: 'Put', error: 'Lambda.Hiccup', times: 2 });
    for (const status of ['FAILED', 'FAILED', 'SUCCEEDED'])
      expect((await run('Simple', { pk: 'a', text: 'b' })).status).toBe(status);
  });
});
