import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { createLocalCloud, type LocalCloud } from '../../local-cloud.js';
import {
  arnOf,
  lambda,
  ref,
  role,
  table,
  writeAssembly,
  type SampleAssembly,
} from '../sample/sample-assembly.js';
import { clientConfig } from '../../testing/sdk.js';

let assembly: SampleAssembly;
let folder: string;
let cloud: LocalCloud;
let client: SFNClient;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'integrations-'));
  const may = [
    {
      Action: ['PutItem', 'GetItem', 'UpdateItem', 'DeleteItem', 'Query'].map((call) => `dynamodb:${call}`),
      Resource: arnOf('Table'),
    },
    { Action: 'sqs:SendMessage', Resource: '*' },
    { Action: 'sns:Publish', Resource: ref('Topic') },
    { Action: 'states:*', Resource: '*' },
    { Action: 'lambda:InvokeFunction', Resource: [arnOf('Echo'), arnOf('Fail')] },
  ];
  assembly = writeAssembly(
    {
      ...table,
      ...lambda('Echo', 'echo', []),
      ...lambda('Fail', 'fail', []),
      Topic: { Type: 'AWS::SNS::Topic' },
      Queue: { Type: 'AWS::SQS::Queue' },
      Role: role('states.amazonaws.com', ...may),
      Poor: role('states.amazonaws.com'),
    },
    {
      Role: { Value: arnOf('Role') },
      Poor: { Value: arnOf('Poor') },
      Table: { Value: ref('Table') },
      Topic: { Value: ref('Topic') },
      Echo: { Value: arnOf('Echo') },
      Fail: { Value: arnOf('Fail') },
      Queue: { Value: ref('Queue') },
    },
  );
});
afterAll(() => {
  assembly.remove();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    logLevel: 'silent',
    mockConfig: join(folder, 'mocks.json'),
  });
  client = new SFNClient(clientConfig(cloud));
});
afterEach(async () => {
  client.destroy();
  await cloud.close();
});

const task = (Resource: string, Arguments: object, more: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${Resource}`,
  Arguments,
  ...more,
});

/** Creates a machine of one state, with a role of the assembly; answers with its ARN. */
async function machine(name: string, state: object, roleName = 'Role'): Promise<string> {
  const states = { QueryLanguage: 'JSONata', StartAt: 'Only', States: { Only: { End: true, ...state } } };
  const { stateMachineArn = '' } = await client.send(
    new CreateStateMachineCommand({
      name,
      definition: JSON.stringify(states),
      roleArn: cloud.outputs[roleName] ?? '',
    }),
  );
  return stateMachineArn;
}

async function run(stateMachineArn: string, name?: string) {
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, name }));
  await cloud.clock.settled();
  return client.send(new DescribeExecutionCommand({ executionArn }));
}

/** Arguments of a call that its service refuses. */
const refused = (): Readonly<Record<string, object>> => ({
  putItem: { TableName: 'none', Item: { pk: { S: 'x' } } },
  invalid: { TableName: cloud.outputs['Table'], Item: { other: { S: 'x' } } },
  condition: {
    TableName: cloud.outputs['Table'],
    Item: { pk: { S: 'x' } },
    ConditionExpression: 'attribute_exists(pk)',
  },
  publish: { TopicArn: `${cloud.outputs['Topic']}-none`, Message: 'x' },
  empty: { TopicArn: cloud.outputs['Topic'], Message: '' },
  sendMessage: { QueueUrl: 'http://127.0.0.1/0/none', MessageBody: 'x' },
  invoke: { FunctionName: 'none', Payload: {} },
  echo: { FunctionName: cloud.outputs['Echo'], Payload: {} },
  put: { TableName: cloud.outputs['Table'], Item: { pk: { S: 'x' } } },
  start: { StateMachineArn: cloud.outputs['Topic']?.replace(':sns:', ':states:') },
});

describe('an error has the name that the integration gives it', () => {
  test.each<[resource: string, input: string, error: string]>([
    ['dynamodb:putItem', 'condition', 'DynamoDB.ConditionalCheckFailedException'],
    ['dynamodb:putItem', 'invalid', 'DynamoDB.AmazonDynamoDBException'],
    ['aws-sdk:dynamodb:putItem', 'condition', 'DynamoDb.ConditionalCheckFailedException'],
    ['aws-sdk:dynamodb:putItem', 'invalid', 'DynamoDb.DynamoDbException'],
    ['sqs:sendMessage', 'sendMessage', 'SQS.QueueDoesNotExistException'],
    ['aws-sdk:sqs:sendMessage', 'sendMessage', 'Sqs.QueueDoesNotExistException'],
    ['sns:publish', 'empty', 'SNS.InvalidParameterException'],
    ['aws-sdk:sns:publish', 'empty', 'Sns.InvalidParameterException'],
    ['lambda:invoke', 'invoke', 'Lambda.ResourceNotFoundException'],
    ['aws-sdk:lambda:invoke', 'invoke', 'Lambda.ResourceNotFoundException'],
    ['states:startExecution', 'start', 'StepFunctions.StateMachineDoesNotExistException'],
    ['aws-sdk:sfn:startExecution', 'start', 'Sfn.StateMachineDoesNotExistException'],
  ])('%s, %s: %s', async (resource, input, error) => {
    const failed = await run(await machine('failing', task(resource, refused()[input] ?? {})));
    expect([failed.status, failed.error]).toEqual(['FAILED', error]);
    const prefix = error.slice(0, error.indexOf('.'));
    const service = resource.startsWith('aws-sdk:') ? `(Service: ${prefix}, ` : '(Service: A';
    expect(failed.cause).toContain(service);
  });

  test.each<[resource: string, input: string, error: string]>([
    ['dynamodb:putItem', 'put', 'DynamoDB.AmazonDynamoDBException'],
    ['aws-sdk:dynamodb:putItem', 'put', 'DynamoDb.DynamoDbException'],
    ['sns:publish', 'publish', 'SNS.AuthorizationErrorException'],
    ['lambda:invoke', 'echo', 'Lambda.AWSLambdaException'],
    ['aws-sdk:lambda:invoke', 'echo', 'Lambda.LambdaException'],
    ['states:startExecution', 'start', 'StepFunctions.AWSStepFunctionsException'],
    ['aws-sdk:sfn:startExecution', 'start', 'Sfn.SfnException'],
  ])('%s that the role may not call: %s %s', async (resource, input, error) => {
    const failed = await run(await machine('poor', task(resource, refused()[input] ?? {}), 'Poor'));
    expect([failed.status, failed.error]).toEqual(['FAILED', error]);
    expect(failed.cause).toContain('is not authorized to perform');
  });
});

/** Arguments of a call that its service answers. */
const taken = (): Readonly<Record<string, object>> => ({
  put: { TableName: cloud.outputs['Table'], Item: { pk: { S: 'x' }, n: { N: '1' } } },
  get: { TableName: cloud.outputs['Table'], Key: { pk: { S: 'x' } } },
  remove: { TableName: cloud.outputs['Table'], Key: { pk: { S: 'x' } } },
  publish: { TopicArn: cloud.outputs['Topic'], Message: { any: 'JSON' } },
  send: { QueueUrl: cloud.outputs['Queue'], MessageBody: { any: 'JSON' } },
  echo: { FunctionName: cloud.outputs['Echo'], Payload: { a: 1 } },
  fail: { FunctionName: cloud.outputs['Fail'], Payload: {} },
});

describe('what a service answered', () => {
  const METADATA = {
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: expect.any(String) },
  };

  test.each<[resource: string, input: string, members: object]>([
    ['dynamodb:putItem', 'put', {}],
    ['dynamodb:getItem', 'get', {}],
    ['dynamodb:deleteItem', 'remove', {}],
    ['sns:publish', 'publish', { MessageId: expect.any(String) }],
    ['sqs:sendMessage', 'send', { MessageId: expect.any(String), MD5OfMessageBody: expect.any(String) }],
    [
      'lambda:invoke',
      'echo',
      {
        ExecutedVersion: '$LATEST',
        StatusCode: 200,
        Payload: expect.objectContaining({ event: { a: 1 } }),
      },
    ],
  ])('%s gives with the metadata of the HTTP answer, aws-sdk: without', async (resource, input, members) => {
    const optimised = await run(await machine('optimised', task(resource, taken()[input] ?? {})));
    expect(JSON.parse(optimised.output ?? optimised.cause ?? '')).toEqual({ ...members, ...METADATA });
    const sdk = await run(await machine('sdk', task(`aws-sdk:${resource}`, taken()[input] ?? {})));
    const output = JSON.parse(sdk.output ?? sdk.cause ?? '') as object;
    expect(Object.keys(output).toSorted()).toEqual(Object.keys(members).toSorted());
  });

  it('aws-sdk:lambda:invoke gives the payload as text, and a function that failed is no error', async () => {
    const resource = 'aws-sdk:lambda:invoke';
    const echoed = await run(await machine('echoing', task(resource, taken()['echo'] ?? {})));
    const { Payload: payload } = JSON.parse(echoed.output ?? '') as { Payload: string };
    expect(JSON.parse(payload)).toMatchObject({ event: { a: 1 } });
    const asText = { ...taken()['echo'], Payload: '{"b":2}' };
    const again = await run(await machine('texting', task(resource, asText)));
    expect(again.output).toContain(String.raw`{\"event\":{\"b\":2}`);
    const failed = await run(await machine('broken', task(resource, taken()['fail'] ?? {})));
    expect(JSON.parse(failed.output ?? '')).toMatchObject({
      FunctionError: 'Unhandled',
      Payload: expect.stringContaining('"errorType":"Broken"'),
      StatusCode: 200,
    });
    const optimised = await run(await machine('failing', task('lambda:invoke', taken()['fail'] ?? {})));
    expect(optimised).toMatchObject({ status: 'FAILED', error: 'Broken' });
  });

  it('an Item, an update and a query come back as DynamoDB has them', async () => {
    await run(await machine('putting', task('dynamodb:putItem', taken()['put'] ?? {})));
    const updated = await run(
      await machine(
        'updating',
        task('dynamodb:updateItem', {
          ...taken()['get'],
          UpdateExpression: 'SET n = n + :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
          ReturnValues: 'ALL_NEW',
        }),
      ),
    );
    const item = { pk: { S: 'x' }, n: { N: '2' } };
    expect(JSON.parse(updated.output ?? '')).toMatchObject({ Attributes: item });
    const query = {
      TableName: cloud.outputs['Table'],
      KeyConditionExpression: 'pk = :x',
      ExpressionAttributeValues: { ':x': { S: 'x' } },
    };
    const found = await run(await machine('querying', task('aws-sdk:dynamodb:query', query)));
    expect(JSON.parse(found.output ?? '')).toMatchObject({ Count: 1, Items: [item] });
  });
});

describe('.waitForTaskToken', () => {
  const token = '{% $states.context.Task.Token %}';
  /** Arguments that hand the token on, so far as the call has a place for it. */
  const asking = (inner: string): Readonly<Record<string, object>> => ({
    publish: { ...taken()['publish'], Message: { token } },
    send: { ...taken()['send'], MessageBody: { token } },
    echo: { ...taken()['echo'], Payload: { token } },
    put: { TableName: cloud.outputs['Table'], Item: { pk: { S: 'token' }, token: { S: token } } },
    start: { StateMachineArn: inner, Input: { token } },
  });

  test.each<[resource: string, input: string]>([
    ['lambda:invoke', 'echo'],
    ['sns:publish', 'publish'],
    ['sqs:sendMessage', 'send'],
    ['states:startExecution', 'start'],
    ['aws-sdk:lambda:invoke', 'echo'],
    ['aws-sdk:sns:publish', 'publish'],
    ['aws-sdk:sqs:sendMessage', 'send'],
    ['aws-sdk:dynamodb:putItem', 'put'],
    ['aws-sdk:sfn:startExecution', 'start'],
  ])('%s is submitted with what it answered, and waits for the token', async (resource, input) => {
    const inner = await machine('inner', { Type: 'Pass' });
    const state = task(`${resource}.waitForTaskToken`, asking(inner)[input] ?? {}, { TimeoutSeconds: 60 });
    const { executionArn, status } = await run(await machine('asking', state));
    expect(status).toBe('RUNNING');
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    const [scheduled, , submitted] = events.slice(2);
    expect(submitted).toMatchObject({
      type: 'TaskSubmitted',
      taskSubmittedEventDetails: { resource: `${resource.split(':').at(-1)}.waitForTaskToken` },
    });
    const parameters = scheduled?.taskScheduledEventDetails?.parameters ?? '';
    const [, taskToken = ''] = /"(?:token|S)":(?:\{"S":)?"([\w-]{40,})"/.exec(parameters) ?? [];
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '"answered"' }));
    await cloud.clock.settled();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '"answered"',
    });
  });
});

describe('a fault for one execution', () => {
  test.each([
    ['dynamodb', 'PutItem', 'dynamodb:putItem', 'put', 'DynamoDB.ThrottlingException'],
    ['dynamodb', 'PutItem', 'aws-sdk:dynamodb:putItem', 'put', 'DynamoDb.ThrottlingException'],
    ['lambda', 'Invoke', 'lambda:invoke', 'echo', 'Lambda.ThrottlingException'],
    ['states', 'ListStateMachines', 'aws-sdk:sfn:listStateMachines', 'none', 'Sfn.ThrottlingException'],
  ] as const)(
    'strikes its own calls of %s:%s by %s, and no others',
    async (service, action, resource, input, error) => {
      const arn = await machine('struck', task(resource, refused()[input] ?? {}));
      cloud.faults.add({ service, action, error: 'ThrottlingException', execution: 'struck-1' });
      expect((await run(arn, 'spared')).status).toBe('SUCCEEDED');
      expect(await run(arn, 'struck-1')).toMatchObject({ status: 'FAILED', error });
    },
  );
});

describe('on skipped time', () => {
  it('calls that began side by side are answered in the order they began, those of Step Functions itself too', async () => {
    cloud.faults.add({ function: 'Echo', delayMs: 100 });
    const inner = await machine('started', { Type: 'Pass' });
    const branch = (name: string, state: object) => ({
      StartAt: name,
      States: { [name]: { End: true, ...state } },
    });
    const stateMachineArn = await machine('side-by-side', {
      Type: 'Parallel',
      Branches: [
        branch('A', task('lambda:invoke', refused()['echo'] ?? {})),
        branch('B', task('states:startExecution', { StateMachineArn: inner })),
        branch('C', task('aws-sdk:sfn:listStateMachines', {})),
      ],
    });
    const { executionArn } = await run(stateMachineArn);
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    const answered = events.map(({ taskSucceededEventDetails: details }) => details?.resourceType);
    expect(answered.filter((type) => type !== undefined)).toEqual(['lambda', 'states', 'aws-sdk:sfn']);
  });
});

describe('a mock file named by an option', () => {
  it('answers for the tasks of a machine created through the API', async () => {
    const mocks = {
      StateMachines: { mocked: { TestCases: { Case: { Only: 'Answer' } } } },
      MockedResponses: { Answer: { '0': { Return: { mocked: true } } } },
    };
    writeFileSync(join(folder, 'mocks.json'), JSON.stringify(mocks));
    const arn = await machine('mocked', task('dynamodb:putItem', { TableName: 'none', Item: {} }), 'Poor');
    expect(await run(`${arn}#Case`)).toMatchObject({ status: 'SUCCEEDED', output: '{"mocked":true}' });
    expect((await run(arn)).status).toBe('FAILED');
  });
});

describe('the bill of an execution', () => {
  it('has in it what the executions that it waits for used', async () => {
    const inner = await machine('inner', task('dynamodb:putItem', refused()['put'] ?? {}));
    const outer = await machine(
      'outer',
      task('states:startExecution.sync:2', { StateMachineArn: inner, Name: 'nested' }),
    );
    const { executionArn = '', status } = await run(outer);
    expect(status).toBe('SUCCEEDED');
    expect(cloud.meters.of(executionArn)).toMatchObject({ transitions: 2, writeUnits: 1 });
    expect(cloud.meters.of(`${inner.replace('stateMachine', 'execution')}:nested`)).toMatchObject({
      transitions: 1,
      writeUnits: 1,
    });
    expect(cloud.meters.total()).toMatchObject({ transitions: 2, writeUnits: 1 });
  });
});
