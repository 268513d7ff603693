import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  TransactionCanceledException,
  UpdateItemCommand,
  type CancellationReason,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../../index.js';
import { clientConfig } from '../../testing/sdk.js';

const TableName = 'sample';
const pk = (value: string) => ({ pk: { S: value } });
const Put = (value: string, more: Partial<TransactWriteItem['Put']> = {}): TransactWriteItem => ({
  Put: { TableName, Item: pk(value), ...more },
});
const MISSING = 'attribute_not_exists(pk)';

describe.each([
  ['in memory', () => undefined],
  ['in a folder', () => mkdtempSync(join(tmpdir(), 'local-cloud-transactions-'))],
])('a transaction %s', (_where, folder) => {
  let cloud: LocalCloud;
  let client: DynamoDBClient;
  let data: string | undefined;

  beforeAll(async () => {
    data = folder();
    cloud = await createLocalCloud({ clock: 'manual', data });
    client = new DynamoDBClient(clientConfig(cloud));
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
  });
  afterAll(async () => {
    await cloud.close();
    if (data !== undefined) rmSync(data, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    if (Items.length > 0)
      await client.send(
        new BatchWriteItemCommand({
          RequestItems: {
            [TableName]: Items.map((item) => ({
              DeleteRequest: { Key: { pk: item['pk'] as { S: string } } },
            })),
          },
        }),
      );
  });

  const write = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
    client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
  const item = async (value: string) =>
    (await client.send(new GetItemCommand({ TableName, Key: pk(value) }))).Item;
  const store = (value: string, n = 0) =>
    client.send(new PutItemCommand({ TableName, Item: { ...pk(value), n: { N: String(n) } } }));

  async function cancelled(
    parts: TransactWriteItem[],
  ): Promise<{ message: string; reasons: CancellationReason[] }> {
    const error: unknown = await write(parts).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof TransactionCanceledException)) throw error;
    return { message: error.message, reasons: error.CancellationReasons ?? [] };
  }

  it('puts, updates and deletes together', async () => {
    await store('old');
    await store('counted', 4);
    await write([
      Put('new', { ConditionExpression: MISSING }),
      { Delete: { TableName, Key: pk('old') } },
      {
        Update: {
          TableName,
          Key: pk('counted'),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ]);
    expect(await item('new')).toEqual(pk('new'));
    expect(await item('old')).toBeUndefined();
    expect(await item('counted')).toEqual({ ...pk('counted'), n: { N: '5' } });
  });

  it('changes nothing where one condition does not hold, and says of each part why', async () => {
    await store('there', 7);
    const { message, reasons } = await cancelled([
      Put('new'),
      Put('there', { ConditionExpression: MISSING, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    ]);
    expect(message).toBe(
      'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
    );
    expect(reasons).toEqual([
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: { ...pk('there'), n: { N: '7' } },
      },
    ]);
    expect(await item('new')).toBeUndefined();
  });

  it('checks an item without writing it', async () => {
    await store('checked');
    const check = {
      ConditionCheck: { TableName, Key: pk('checked'), ConditionExpression: 'attribute_exists(pk)' },
    };
    await write([check, Put('new')]);
    expect(await item('checked')).toBeDefined();
    expect(await item('new')).toBeDefined();
    check.ConditionCheck.ConditionExpression = MISSING;
    expect((await cancelled([check, Put('other')])).reasons).toMatchObject([
      { Code: 'ConditionalCheckFailed' },
      { Code: 'None' },
    ]);
  });

  it('is cancelled for a part that cannot be carried out', async () => {
    const wrongKey: TransactWriteItem = { Put: { TableName, Item: { pk: { N: '5' } } } };
    expect((await cancelled([wrongKey, Put('new')])).reasons).toEqual([
      {
        Code: 'ValidationError',
        Message: 'One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N',
      },
      { Code: 'None' },
    ]);
    expect(await item('new')).toBeUndefined();
  });

  it.each<[string, TransactWriteItem[], string, string]>([
    [
      'of nothing',
      [],
      'ValidationException',
      "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [
      'of one item twice',
      [Put('a'), Put('a')],
      'ValidationException',
      'Transaction request cannot include multiple operations on one item',
    ],
    [
      'at a table that is not there',
      [{ Put: { TableName: 'nowhere', Item: pk('a') } }],
      'ResourceNotFoundException',
      'Requested resource not found',
    ],
  ])('is refused %s', async (_what, parts, name, message) => {
    await expect(write(parts)).rejects.toMatchObject({ name, message });
  });

  it('of more than 100 parts is refused', async () => {
    const parts = Array.from({ length: 101 }, (_, index) => Put(String(index)));
    await expect(write(parts)).rejects.toThrow(/Member must have length less than or equal to 100$/);
  });

  it('that is sent again under its token is carried out once, for ten minutes', async () => {
    await store('counted');
    const once = [
      {
        Update: {
          TableName,
          Key: pk('counted'),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ];
    await Promise.all([write(once, 'token'), write(once, 'token')]);
    await write(once, 'token');
    expect(await item('counted')).toMatchObject({ n: { N: '1' } });
    await expect(write([Put('other')], 'token')).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    await cloud.clock.advance(10 * 60_000 + 1);
    await write(once, 'token');
    expect(await item('counted')).toMatchObject({ n: { N: '2' } });
  });

  it('never comes between the parts of another', async () => {
    await store('a', 10);
    await store('b', 0);
    const move = () =>
      write([
        {
          Update: {
            TableName,
            Key: pk('a'),
            UpdateExpression: 'ADD n :less',
            ConditionExpression: 'n > :none',
            ExpressionAttributeValues: { ':less': { N: '-1' }, ':none': { N: '0' } },
          },
        },
        {
          Update: {
            TableName,
            Key: pk('b'),
            UpdateExpression: 'ADD n :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      ]).catch(() => undefined);
    const sums: number[] = [];
    const look = async () => {
      const { Responses = [] } = await client.send(
        new TransactGetItemsCommand({
          TransactItems: ['a', 'b'].map((key) => ({ Get: { TableName, Key: pk(key) } })),
        }),
      );
      sums.push(Responses.reduce((sum, { Item }) => sum + Number(Item?.['n']?.N), 0));
    };
    await Promise.all(Array.from({ length: 15 }, () => [move(), look()]).flat());
    expect([...new Set(sums)]).toEqual([10]);
    expect(await item('b')).toMatchObject({ n: { N: '10' } });
  });

  it('reads items in the order they were asked for, with nothing for what is not there', async () => {
    await store('a', 1);
    const { Responses } = await client.send(
      new TransactGetItemsCommand({
        TransactItems: [
          { Get: { TableName, Key: pk('none') } },
          { Get: { TableName, Key: pk('a'), ProjectionExpression: 'n' } },
        ],
      }),
    );
    expect(Responses).toEqual([{}, { Item: { n: { N: '1' } } }]);
  });

  it('leaves an item under a refused condition to whoever asked for it', async () => {
    await store('there', 7);
    const again = { TableName, Item: pk('there'), ConditionExpression: MISSING };
    await expect(client.send(new PutItemCommand(again))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: undefined,
    });
    const asking = { ...again, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
    await expect(client.send(new PutItemCommand(asking))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: { ...pk('there'), n: { N: '7' } },
    });
    await expect(
      client.send(
        new UpdateItemCommand({
          TableName,
          Key: pk('none'),
          ConditionExpression: 'attribute_exists(pk)',
          UpdateExpression: 'REMOVE n',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    ).rejects.toMatchObject({ Item: undefined });
    await expect(
      client.send(new PutItemCommand({ ...again, ReturnValuesOnConditionCheckFailure: 'NEW' as 'NONE' })),
    ).rejects.toThrow(
      "1 validation error detected: Value 'NEW' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]",
    );
  });
});
