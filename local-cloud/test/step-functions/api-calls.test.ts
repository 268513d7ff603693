import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import * as sfn from '@aws-sdk/client-sfn';
import { createLocalCloud, type LocalCloud } from '../../local-cloud.js';
import { OPERATIONS } from '../../step-functions/operations/operations.js';
import { UNSUPPORTED_OPERATIONS } from '../../step-functions/operations/unsupported-operations.js';
import { arnOf, ref, role, writeAssembly, type SampleAssembly } from '../sample/sample-assembly.js';
import { callJson, clientConfig } from '../../testing/sdk.js';
import { mapRunCalls } from './map-run-calls.js';
import { versionCalls } from './version-calls.js';

/** Every operation the SDK knows. */
const KNOWN = Object.keys(sfn)
  .filter((name) => name.endsWith('Command') && !name.startsWith('$'))
  .map((name) => name.slice(0, -'Command'.length));

const definition = (states: object) =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'First', States: states });
const wait = definition({ First: { Type: 'Wait', Seconds: 3600, End: true } });
const pass = definition({ First: { Type: 'Pass', End: true } });

let assembly: SampleAssembly;
let cloud: LocalCloud;
let client: sfn.SFNClient;
let roleArn: string;

beforeAll(async () => {
  assembly = writeAssembly(
    {
      Role: role(
        'states.amazonaws.com',
        { Action: 'sqs:SendMessage', Resource: arnOf('Queue') },
        { Action: 'states:StartExecution', Resource: '*' },
      ),
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'asks' } },
    },
    { RoleArn: { Value: arnOf('Role') }, QueueUrl: { Value: ref('Queue') } },
  );
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
  // Two operations of Step Functions put `sync-` before the host's name, which a loopback address can not have.
  client = new sfn.SFNClient({ ...clientConfig(cloud), disableHostPrefix: true });
  roleArn = cloud.outputs['RoleArn'] ?? '';
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
  assembly.remove();
});

let machines = 0;
async function machine(text: string): Promise<string> {
  machines += 1;
  const input = { name: `machine-${machines}`, definition: text, roleArn };
  return (await client.send(new sfn.CreateStateMachineCommand(input))).stateMachineArn ?? '';
}

async function start(text: string): Promise<{ stateMachineArn: string; executionArn: string }> {
  const stateMachineArn = await machine(text);
  const { executionArn = '' } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn }));
  await cloud.clock.settled();
  return { stateMachineArn, executionArn };
}

/** An execution whose one task waits for this token. */
async function asked(more: object = {}): Promise<{ executionArn: string; taskToken: string }> {
  const ask = {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Arguments: { QueueUrl: cloud.outputs['QueueUrl'], MessageBody: '{% $states.context.Task.Token %}' },
    TimeoutSeconds: 600,
    End: true,
    ...more,
  };
  const { executionArn } = await start(definition({ First: ask }));
  const { events } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn }));
  const parameters = events?.find(({ type }) => type === 'TaskScheduled')?.taskScheduledEventDetails
    ?.parameters;
  const { MessageBody: taskToken } = JSON.parse(parameters ?? '{}') as { MessageBody: string };
  return { executionArn, taskToken };
}

async function described(executionArn: string) {
  await cloud.clock.settled();
  return client.send(new sfn.DescribeExecutionCommand({ executionArn }));
}

/** Calls with a `Host` of its own; answers with the status and the error's name. */
async function onHost(host: string, operation: string, input: object): Promise<[number, unknown]> {
  const { port, hostname } = new URL(cloud.endpoint);
  const headers = {
    host: `${host}:${port}`,
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `AWSStepFunctions.${operation}`,
  };
  const sent = request({ hostname, port, method: 'POST', headers }).end(JSON.stringify(input));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const body = JSON.parse((await response.toArray()).join('')) as { __type?: string };
  return [response.statusCode ?? 0, body.__type];
}

const logged = (level: sfn.LogLevel, includeExecutionData: boolean): sfn.LoggingConfiguration => ({
  level,
  includeExecutionData,
  destinations: [
    { cloudWatchLogsLogGroup: { logGroupArn: 'arn:aws:logs:us-east-1:111111111111:log-group:events:*' } },
  ],
});

/** One use of each supported operation, through the SDK. */
const CALLS: Readonly<Record<string, () => Promise<void>>> = {
  ...versionCalls({ client: () => client, machine: () => machine(pass) }),
  ...mapRunCalls({
    client: () => client,
    run: async (state) => {
      const { executionArn } = await start(definition({ First: { ...state, End: true } }));
      return executionArn;
    },
  }),
  async CreateStateMachine() {
    const created = await client.send(
      new sfn.CreateStateMachineCommand({
        name: 'created',
        definition: pass,
        roleArn,
        type: 'STANDARD',
        loggingConfiguration: logged('ERROR', false),
        tracingConfiguration: { enabled: false },
        tags: [{ key: 'team', value: 'shop' }],
      }),
    );
    expect(created).toMatchObject({ stateMachineArn: expect.stringMatching(/:stateMachine:created$/) });
    expect(created.creationDate).toBeInstanceOf(Date);
  },
  async UpdateStateMachine() {
    const stateMachineArn = await machine(pass);
    const updated = await client.send(
      new sfn.UpdateStateMachineCommand({ stateMachineArn, definition: wait, roleArn }),
    );
    expect(updated).toMatchObject({ updateDate: expect.any(Date), revisionId: expect.any(String) });
    const logging = logged('ALL', true);
    await client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, loggingConfiguration: logging }));
    const now = await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }));
    expect(now).toMatchObject({ definition: wait, loggingConfiguration: logging });
  },
  async DescribeStateMachine() {
    const stateMachineArn = await machine(pass);
    const found = await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }));
    expect(found).toMatchObject({
      stateMachineArn,
      status: 'ACTIVE',
      type: 'STANDARD',
      definition: pass,
      roleArn,
    });
  },
  async DescribeStateMachineForExecution() {
    const { executionArn, stateMachineArn } = await start(wait);
    const found = await client.send(new sfn.DescribeStateMachineForExecutionCommand({ executionArn }));
    expect(found).toMatchObject({ stateMachineArn, definition: wait, updateDate: expect.any(Date) });
  },
  async ListStateMachines() {
    const arns = [await machine(pass), await machine(pass)];
    const listed: (string | undefined)[] = [];
    for await (const page of sfn.paginateListStateMachines({ client, pageSize: 1 }, {})) {
      listed.push(...(page.stateMachines ?? []).map(({ stateMachineArn }) => stateMachineArn));
    }
    expect(listed).toEqual(expect.arrayContaining(arns));
  },
  async DeleteStateMachine() {
    const stateMachineArn = await machine(pass);
    await client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn }));
    const gone = client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }));
    await expect(gone).rejects.toBeInstanceOf(sfn.StateMachineDoesNotExist);
  },
  async ValidateStateMachineDefinition() {
    const checked = await client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition: '{}' }));
    expect(checked).toMatchObject({ result: 'FAIL', truncated: false });
    expect(checked.diagnostics?.[0]).toMatchObject({ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED' });
  },
  async StartExecution() {
    const stateMachineArn = await machine(wait);
    const input = { stateMachineArn, name: 'once', input: '{"a":1}' };
    const first = await client.send(new sfn.StartExecutionCommand(input));
    expect(first.startDate).toBeInstanceOf(Date);
    expect(await client.send(new sfn.StartExecutionCommand(input))).toMatchObject({
      executionArn: first.executionArn,
    });
    const other = client.send(new sfn.StartExecutionCommand({ ...input, input: '{}' }));
    await expect(other).rejects.toBeInstanceOf(sfn.ExecutionAlreadyExists);
  },
  async DescribeExecution() {
    const { executionArn, stateMachineArn } = await start(pass);
    expect(await described(executionArn)).toMatchObject({
      stateMachineArn,
      status: 'SUCCEEDED',
      input: '{}',
      inputDetails: { included: true },
      output: '{}',
      startDate: expect.any(Date),
      stopDate: expect.any(Date),
      redriveStatus: 'NOT_REDRIVABLE',
    });
  },
  async ListExecutions() {
    const { executionArn, stateMachineArn } = await start(wait);
    const list = (statusFilter: sfn.ExecutionStatus) =>
      client.send(new sfn.ListExecutionsCommand({ stateMachineArn, statusFilter }));
    expect((await list('RUNNING')).executions).toMatchObject([{ executionArn, redriveCount: 0 }]);
    expect((await list('FAILED')).executions).toEqual([]);
  },
  async GetExecutionHistory() {
    const { executionArn } = await start(pass);
    const types: (string | undefined)[] = [];
    const input = { executionArn, reverseOrder: true };
    for await (const page of sfn.paginateGetExecutionHistory({ client, pageSize: 3 }, input)) {
      types.push(...(page.events ?? []).map(({ type }) => type));
    }
    expect(types).toEqual(['ExecutionSucceeded', 'PassStateExited', 'PassStateEntered', 'ExecutionStarted']);
  },
  async StopExecution() {
    const { executionArn } = await start(wait);
    const stopped = await client.send(new sfn.StopExecutionCommand({ executionArn, error: 'E', cause: 'C' }));
    expect(stopped.stopDate).toBeInstanceOf(Date);
    expect(await described(executionArn)).toMatchObject({ status: 'ABORTED', error: 'E', cause: 'C' });
  },
  async RedriveExecution() {
    const { executionArn } = await start(wait);
    const early = client.send(new sfn.RedriveExecutionCommand({ executionArn }));
    await expect(early).rejects.toBeInstanceOf(sfn.ExecutionNotRedrivable);
    await client.send(new sfn.StopExecutionCommand({ executionArn }));
    const redriven = await client.send(new sfn.RedriveExecutionCommand({ executionArn }));
    expect(redriven.redriveDate).toBeInstanceOf(Date);
    expect(await described(executionArn)).toMatchObject({ status: 'RUNNING', redriveCount: 1 });
    const { events } = await client.send(new sfn.GetExecutionHistoryCommand({ executionArn }));
    expect(events?.at(-1)).toMatchObject({
      type: 'ExecutionRedriven',
      executionRedrivenEventDetails: { redriveCount: 1 },
    });
  },
  async SendTaskSuccess() {
    const { executionArn, taskToken } = await asked();
    await client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '{"yes":true}' }));
    expect(await described(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"yes":true}' });
    const again = client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '1' }));
    await expect(again).rejects.toBeInstanceOf(sfn.TaskTimedOut);
  },
  async SendTaskFailure() {
    const { executionArn, taskToken } = await asked();
    await client.send(new sfn.SendTaskFailureCommand({ taskToken, error: 'No', cause: 'because' }));
    expect(await described(executionArn)).toMatchObject({ status: 'FAILED', error: 'No', cause: 'because' });
  },
  async SendTaskHeartbeat() {
    const { executionArn, taskToken } = await asked({ HeartbeatSeconds: 60 });
    await cloud.clock.advance(50_000);
    await client.send(new sfn.SendTaskHeartbeatCommand({ taskToken }));
    await cloud.clock.advance(50_000);
    expect(await described(executionArn)).toMatchObject({ status: 'RUNNING' });
    await cloud.clock.advance(10_000);
    expect(await described(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  },
  async TagResource() {
    const resourceArn = await machine(pass);
    const tags = [
      { key: 'a', value: '1' },
      { key: 'b', value: '' },
    ];
    await client.send(new sfn.TagResourceCommand({ resourceArn, tags }));
    await client.send(new sfn.TagResourceCommand({ resourceArn, tags: [{ key: 'a', value: '2' }] }));
    const listed = await client.send(new sfn.ListTagsForResourceCommand({ resourceArn }));
    expect(listed.tags).toEqual([
      { key: 'a', value: '2' },
      { key: 'b', value: '' },
    ]);
  },
  async UntagResource() {
    const resourceArn = await machine(pass);
    await client.send(new sfn.TagResourceCommand({ resourceArn, tags: [{ key: 'a', value: '1' }] }));
    await client.send(new sfn.UntagResourceCommand({ resourceArn, tagKeys: ['a', 'none'] }));
    const listed = await client.send(new sfn.ListTagsForResourceCommand({ resourceArn }));
    expect(listed.tags).toEqual([]);
  },
  async ListTagsForResource() {
    const resourceArn = `${await machine(pass)}-unknown`;
    const unknown = client.send(new sfn.ListTagsForResourceCommand({ resourceArn }));
    await expect(unknown).rejects.toBeInstanceOf(sfn.ResourceNotFound);
    const tags = Array.from({ length: 51 }, (_, n) => ({ key: `k${n}`, value: 'v' }));
    const many = client.send(new sfn.TagResourceCommand({ resourceArn: await machine(pass), tags }));
    await expect(many).rejects.toBeInstanceOf(sfn.TooManyTags);
  },
  async StartSyncExecution() {
    const standard = new sfn.StartSyncExecutionCommand({ stateMachineArn: await machine(pass) });
    await expect(client.send(standard)).rejects.toBeInstanceOf(sfn.StateMachineTypeNotSupported);
    const input = { name: 'express', definition: pass, roleArn, type: 'EXPRESS' } as const;
    const { stateMachineArn } = await client.send(new sfn.CreateStateMachineCommand(input));
    const ended = await client.send(new sfn.StartSyncExecutionCommand({ stateMachineArn, input: '[1]' }));
    expect(ended).toMatchObject({
      executionArn: expect.stringMatching(/:express:express:[-\w]{36}:[-\w]{36}$/),
      status: 'SUCCEEDED',
      output: '[1]',
      billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: 100 },
    });
    expect(ended.stopDate).toBeInstanceOf(Date);
  },
  async TestState() {
    const Arguments = { ApiEndpoint: 'https://example.com', Method: 'GET' };
    const task = { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Arguments, Next: 'Later' };
    const answered = await client.send(
      new sfn.TestStateCommand({
        definition: JSON.stringify({ QueryLanguage: 'JSONata', ...task }),
        inspectionLevel: 'TRACE',
        mock: { result: '{"StatusCode":200}', fieldValidationMode: 'NONE' },
      }),
    );
    expect(answered).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"StatusCode":200}',
      nextState: 'Later',
      inspectionData: {
        input: '{}',
        afterArguments: JSON.stringify(Arguments),
        result: '{"StatusCode":200}',
      },
    });
    const refused = client.send(new sfn.TestStateCommand({ definition: '{}' }));
    await expect(refused).rejects.toBeInstanceOf(sfn.InvalidDefinition);
  },
};

describe('the Step Functions API', () => {
  it('knows every operation that the SDK has: supported, or refused by name', () => {
    expect([...OPERATIONS.keys(), ...UNSUPPORTED_OPERATIONS.keys()].toSorted()).toEqual(KNOWN.toSorted());
  });

  it('has a call here for every supported operation', () => {
    expect(Object.keys(CALLS).toSorted()).toEqual([...OPERATIONS.keys()].toSorted());
  });

  test.each(Object.entries(CALLS))('%s answers the SDK', async (_name, call) => {
    await expect(call()).resolves.toBeUndefined();
  });

  test.each([...UNSUPPORTED_OPERATIONS])(
    '%s is refused by name, with what to do instead',
    async (name, reason) => {
      const { status, body } = await callJson(cloud, `AWSStepFunctions.${name}`, {});
      expect([status, body['__type']]).toEqual([400, 'UnsupportedOperation']);
      expect(body['message']).toBe(`${name} is not supported by this host: ${reason}`);
    },
  );

  test.each<[what: string, input: object, code: string, message: string]>([
    [
      'a key of its own',
      { encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'k' } },
      'UnsupportedOperation',
      "'encryptionConfiguration'",
    ],
  ])('creating a machine with %s is refused', async (_what, more, code, message) => {
    const input = { name: 'refused', definition: pass, roleArn, ...more };
    const { body } = await callJson(cloud, 'AWSStepFunctions.CreateStateMachine', input);
    expect([body['__type'], body['message']]).toEqual([code, expect.stringContaining(message)]);
  });

  it('answers as the wire protocol has it: numbers for times, {} for nothing, a request id, an error in two members', async () => {
    const call = (operation: string, input: object) =>
      fetch(cloud.endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': `AWSStepFunctions.${operation}`,
        },
        body: JSON.stringify(input),
      });
    const { executionArn, stateMachineArn } = await start(wait);
    const described = await call('DescribeExecution', { executionArn });
    expect([described.status, described.headers.get('content-type')]).toEqual([
      200,
      'application/x-amz-json-1.0',
    ]);
    expect(described.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    const text = await described.text();
    expect(JSON.parse(text)).toMatchObject({ startDate: expect.any(Number), status: 'RUNNING' });
    expect(text).not.toContain('null');
    expect(await (await call('DeleteStateMachine', { stateMachineArn })).text()).toBe('{}');
    const refused = await call('DescribeExecution', { executionArn: 'arn:x' });
    expect([refused.status, refused.headers.get('x-amzn-errortype')]).toEqual([400, 'ExecutionDoesNotExist']);
    expect(await refused.json()).toEqual({
      __type: 'ExecutionDoesNotExist',
      message: "Execution Does Not Exist: 'arn:x'",
    });
  });

  test.each(['localhost', '127.0.0.1', 'sync-localhost', 'sync-127.0.0.1', 'SYNC-localhost'])(
    'the operations whose host has a prefix are answered on %s',
    async (host) => {
      const stateMachineArn = await machine(pass);
      expect(await onHost(host, 'StartSyncExecution', { stateMachineArn })).toEqual([
        400,
        'StateMachineTypeNotSupported',
      ]);
      const definition = '{"Type":"Succeed","QueryLanguage":"JSONata"}';
      expect(await onHost(host, 'TestState', { definition })).toEqual([200, undefined]);
    },
  );

  it('no other host has an answer, prefixed or not', async () => {
    for (const host of ['example.com', 'sync-example.com', 'sync-sync-localhost', 'sync-'])
      expect((await onHost(host, 'TestState', {}))[0]).toBe(403);
  });

  it('an operation that AWS has not is unknown', async () => {
    const { body } = await callJson(cloud, 'AWSStepFunctions.PaintExecution', {});
    expect(body).toEqual({
      __type: 'UnknownOperationException',
      message: 'Step Functions has no operation PaintExecution',
    });
  });

  it('a task that puts events on a bus fails by name, and can be caught', async () => {
    const put = (Resource: string) => ({
      Type: 'Task',
      Resource,
      Arguments: { Entries: [] },
      Catch: [
        {
          ErrorEquals: ['EventBridge.UnsupportedOperationException'],
          Output: '{% $states.errorOutput.Cause %}',
          Next: 'Last',
        },
      ],
      End: true,
    });
    for (const resource of [
      'arn:aws:states:::events:putEvents',
      'arn:aws:states:::aws-sdk:eventbridge:putEvents',
    ]) {
      const { executionArn } = await start(definition({ First: put(resource), Last: { Type: 'Succeed' } }));
      expect((await described(executionArn)).output).toContain('it has no event bus');
    }
  });

  test.each([
    'arn:aws:states:::http:invoke',
    'arn:aws:states:::aws-sdk:s3:deleteObject',
    'arn:aws:states:::glue:startJobRun.sync',
    'arn:aws:states:us-east-1:111111111111:activity:desk',
  ])('a task of %s fails by name, says to mock it, and cannot be caught', async (Resource) => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Last' }];
    const task = { Type: 'Task', Resource, Arguments: '{% {} %}', Catch, End: true };
    const { executionArn } = await start(definition({ First: task, Last: { Type: 'Succeed' } }));
    expect(await described(executionArn)).toMatchObject({
      error: 'States.Runtime',
      cause: expect.stringContaining(`does not host ${Resource.replace('.sync', '')}: mock it`),
    });
  });
});
