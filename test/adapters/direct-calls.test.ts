import { SHAPE } from '../../adapters/stored.js';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { ListTopicsCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { callDirectly, withoutPauses } from '../../adapters/direct-calls.js';
import { Table } from '../../adapters/dynamodb.js';
import {
  AwsError,
  type Database,
  type DirectAnswer,
  directCalls,
  type HostCalls,
  jsonFailure,
  type JsonObject,
  openEmbeddedDatabase,
} from '@small-grid/local-cloud/testing';

const SETTINGS = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  cacheMiddleware: true,
  maxAttempts: 1,
  // Nothing is to go this way.
  requestHandler: { handle: () => Promise.reject(new Error('went over the wire')) },
} satisfies DynamoDBClientConfig;

async function answered(database: Database, operation: string, input: JsonObject): Promise<DirectAnswer> {
  const { status, output } = await database.call(operation, input);
  return status === 200 ? { output } : { refusal: { status, headers: {}, body: JSON.stringify(output) } };
}

async function setup(refuse?: AwsError) {
  const database = openEmbeddedDatabase({
    awsAccountId: '111111111111',
    awsRegion: 'us-east-1',
    now: () => 0,
  });
  await database.call('CreateTable', {
    TableName: 'records',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  });
  const client = new DynamoDBClient(SETTINGS);
  const perform: HostCalls['perform'] = ({ operation, input }) =>
    refuse === undefined
      ? answered(database, operation, input)
      : Promise.resolve({ refusal: jsonFailure(refuse) });
  callDirectly(client.middlewareStack, directCalls({ perform }));
  return new Table(client, 'records');
}

const ITEM = {
  pk: 'a',
  bytes: new Uint8Array([0, 1, 254, 255]),
  list: ['x', 1, true, null, { deep: new Uint8Array([7]) }],
  words: new Set(['one', 'two']),
  map: { B: 'is a name, not bytes', none: undefined },
};

describe('a call that a host carries out directly', () => {
  it('stores and reads what it would over the wire', async () => {
    const table = await setup();
    await table.put({ Item: ITEM });
    const { Item } = await table.get({ Key: { pk: 'a' }, ConsistentRead: undefined });
    expect(Item).toEqual({
      ...ITEM,
      shape: SHAPE,
      bytes: Buffer.from(ITEM.bytes),
      map: { B: ITEM.map.B },
      list: ['x', 1, true, null, { deep: Buffer.from([7]) }],
    });
    const { Items } = await table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'a' },
    });
    expect(Items).toEqual([Item]);
  });

  it('keeps what is stored apart from what was given and what was read', async () => {
    const table = await setup();
    const given = { pk: 'a', list: ['first'] };
    await table.put({ Item: given });
    given.list.push('second');
    const read = await table.get({ Key: { pk: 'a' } });
    const { list } = read.Item as { list: string[] };
    list.push('third');
    expect((await table.get({ Key: { pk: 'a' } })).Item).toEqual({ pk: 'a', list: ['first'], shape: SHAPE });
  });

  it('that a condition refuses fails with the SDK\u2019s own error', async () => {
    const table = await setup();
    const put = () => table.put({ Item: { pk: 'a' }, ConditionExpression: 'attribute_not_exists(pk)' });
    await put();
    await expect(put()).rejects.toBeInstanceOf(ConditionalCheckFailedException);
  });

  it('that the role may not make is denied as on AWS', async () => {
    const table = await setup(new AwsError('AccessDeniedException', 'is not authorized', 400));
    await expect(table.get({ Key: { pk: 'a' } })).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'is not authorized',
    });
  });
});

describe('a client that a host answers directly', () => {
  const answering = (answer: DirectAnswer | undefined) =>
    directCalls({ perform: () => Promise.resolve(answer) });

  it('gives the moments of an execution as dates', async () => {
    const client = new SFNClient(SETTINGS);
    callDirectly(
      client.middlewareStack as DynamoDBClient['middlewareStack'],
      answering({ output: { status: 'RUNNING', startDate: 1.5, redriveCount: 0 } }),
    );
    expect(await client.send(new DescribeExecutionCommand({ executionArn: 'arn' }))).toMatchObject({
      status: 'RUNNING',
      startDate: new Date(1500),
      redriveCount: 0,
    });
  });

  it('fails as the service\u2019s own protocol says', async () => {
    const client = new SNSClient(SETTINGS);
    const body =
      '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>no such number</Message></Error></ErrorResponse>';
    callDirectly(client.middlewareStack, answering({ refusal: { status: 400, headers: {}, body } }));
    await expect(client.send(new PublishCommand({ Message: 'x' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'no such number',
    });
  });

  it('goes over the wire with what the host does not take', async () => {
    const client = new SNSClient(SETTINGS);
    callDirectly(client.middlewareStack, answering(undefined));
    await expect(client.send(new ListTopicsCommand({}))).rejects.toThrow('went over the wire');
  });

  it('is tried as often as ever, and waits for nothing on the machine\u2019s clock in between', async () => {
    const client = new DynamoDBClient({ ...SETTINGS, maxAttempts: 3 });
    const throttled = jsonFailure(new AwsError('ProvisionedThroughputExceededException', 'slow down', 400));
    const calls = answering({ refusal: throttled });
    callDirectly(client.middlewareStack, calls);
    withoutPauses(client, calls);
    const paused = jest.spyOn(globalThis, 'setTimeout');
    const failure: unknown = await client.send(new ListTablesCommand({})).catch((error: unknown) => error);
    const pauses = paused.mock.calls.map(([, milliseconds]) => milliseconds);
    paused.mockRestore();
    expect(failure).toMatchObject({ $metadata: { attempts: 3 } });
    expect(pauses.filter((milliseconds) => milliseconds !== 0)).toEqual([]);
  });
});
