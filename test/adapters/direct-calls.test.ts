import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import { callDirectly } from '../../adapters/direct-calls.js';
import { Table } from '../../adapters/dynamodb.js';
import { AwsError } from '../../local-cloud/aws/aws-error.js';
import { jsonFailure, readJsonInput } from '../../local-cloud/aws/json-protocol.js';
import { openEmbeddedDatabase } from '../../local-cloud/dynamodb/embedded-database.js';
import { directCalls } from '../../local-cloud/lambda/direct-calls.js';
import type { HostCalls } from '../../local-cloud/lambda/environment.js';

const SETTINGS: DynamoDBClientConfig = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  cacheMiddleware: true,
  maxAttempts: 1,
  // Nothing is to go this way.
  requestHandler: { handle: () => Promise.reject(new Error('went over the wire')) },
};

async function setup(refuse?: AwsError) {
  const database = openEmbeddedDatabase(undefined);
  await database.call('CreateTable', {
    TableName: 'records',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  });
  const client = new DynamoDBClient(SETTINGS);
  const perform: HostCalls['perform'] = ({ operation, input }) =>
    refuse === undefined
      ? database.call(operation, input)
      : Promise.resolve({ status: 400, output: readJsonInput(String(jsonFailure(refuse).body)) });
  callDirectly(client, directCalls({ perform }));
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
    expect((await table.get({ Key: { pk: 'a' } })).Item).toEqual({ pk: 'a', list: ['first'] });
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
