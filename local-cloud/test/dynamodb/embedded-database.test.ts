import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { JsonObject } from '../../assembly/json.js';
import type { Database } from '../../dynamodb/database.js';
import { openEmbeddedDatabase } from '../../dynamodb/embedded-database.js';
import type { KeyValueStore } from '../../storage/key-value-store.js';
import { openLevelStore, type LevelStore } from '../../storage/level-store.js';

const text = (value: string) => ({ S: value });

const TABLE = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'place', 'moment'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-place',
      KeySchema: [
        { AttributeName: 'place', KeyType: 'HASH' },
        { AttributeName: 'moment', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['note'] },
    },
  ],
};

const word = fc.constantFrom('a', 'b', '😀', '\u{ff5e}', '村');
const Key = fc.record({ pk: word.map(text), sk: word.map(text) });
const attributes = fc.record(
  {
    place: fc.constantFrom('east', 'west').map(text),
    moment: word.map(text),
    note: fc.string({ maxLength: 5, minLength: 1 }).map(text),
    count: fc.integer().map((value) => ({ N: String(value) })),
  },
  { requiredKeys: [] },
);
const page = fc.record(
  { Limit: fc.integer({ min: 1, max: 3 }), ScanIndexForward: fc.boolean() },
  { requiredKeys: [] },
);

/** Calls as functions make them: most succeed, some are refused. */
const call = fc.oneof(
  fc
    .record({ key: Key, rest: attributes, isNew: fc.boolean() })
    .map(({ key, rest, isNew }): [string, JsonObject] => [
      'PutItem',
      {
        Item: { ...key, ...rest },
        ReturnValues: 'ALL_OLD',
        ...(isNew && { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    ]),
  Key.map((key): [string, JsonObject] => ['GetItem', { Key: key, ReturnConsumedCapacity: 'TOTAL' }]),
  Key.map((key): [string, JsonObject] => ['DeleteItem', { Key: key, ReturnValues: 'ALL_OLD' }]),
  fc.tuple(Key, word).map(([key, moment]): [string, JsonObject] => [
    'UpdateItem',
    {
      Key: key,
      UpdateExpression: 'SET moment = :moment REMOVE note ADD visits :one',
      ExpressionAttributeValues: { ':moment': text(moment), ':one': { N: '1' } },
      ReturnValues: 'ALL_NEW',
    },
  ]),
  fc.tuple(word, word, page).map(([pk, from, rest]): [string, JsonObject] => [
    'Query',
    {
      KeyConditionExpression: 'pk = :pk AND sk >= :from',
      ExpressionAttributeValues: { ':pk': text(pk), ':from': text(from) },
      ...rest,
    },
  ]),
  fc.tuple(fc.constantFrom('east', 'west'), page).map(([place, rest]): [string, JsonObject] => [
    'Query',
    {
      IndexName: 'by-place',
      KeyConditionExpression: 'place = :place AND moment BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':place': text(place), ':first': text('a'), ':last': text('村') },
      ...rest,
    },
  ]),
  page.map(({ Limit }): [string, JsonObject] => [
    'Scan',
    { IndexName: 'by-place', ...(Limit !== undefined && { Limit }) },
  ]),
);

const OWNER = { awsAccountId: '111111111111', awsRegion: 'eu-west-1', now: () => 0 };

const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the calls came to, each as it was when it was answered. */
async function answers(database: Database, table: string, calls: readonly [string, JsonObject][]) {
  await database.call('CreateTable', { ...TABLE, TableName: table });
  await until(async () => (await statusOf(database, table)) === 'ACTIVE');
  const found: unknown[] = [];
  for (const [operation, input] of calls)
    found.push(
      copyOf(await database.call(operation, { ...(copyOf(input) as JsonObject), TableName: table })),
    );
  return found;
}

const folders: string[] = [];
const stores: LevelStore[] = [];

async function folderStore(): Promise<LevelStore> {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-database-'));
  folders.push(folder);
  const store = await openLevelStore(folder);
  stores.push(store);
  return store;
}

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function withTable(store: KeyValueStore): Promise<Database> {
  const database = openEmbeddedDatabase({ ...OWNER, store });
  await database.call('CreateTable', { ...TABLE, TableName: 'sample' });
  await until(async () => (await statusOf(database, 'sample')) === 'ACTIVE');
  return database;
}

/** The store's operations, to be replaced one by one. */
const keyValue = (store: KeyValueStore): KeyValueStore => ({
  get: (key) => store.get(key),
  batch: (writes) => store.batch(writes),
  range: (options) => store.range(options),
});

const item = (sk: string) => ({ pk: text('p'), sk: text(sk), place: text('shelf'), moment: text(sk) });
const put = (database: Database, sk: string) =>
  database.call('PutItem', { TableName: 'sample', Item: item(sk) });

describe('the embedded database', () => {
  it('answers in memory what it answers on the disk', async () => {
    const [inMemory, onDisk] = [
      openEmbeddedDatabase(OWNER),
      openEmbeddedDatabase({ ...OWNER, store: await folderStore() }),
    ];
    let tables = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 25 }), async (calls) => {
        tables += 1;
        const table = `table-${tables}`;
        expect(await answers(inMemory, table, calls)).toEqual(await answers(onDisk, table, calls));
      }),
      { numRuns: 60 },
    );
  });

  it('stores an item and its places in the indexes together', async () => {
    const batches: string[][] = [];
    const store = await folderStore();
    const database = await withTable({
      ...keyValue(store),
      batch: (writes) => {
        batches.push(writes.map(({ key }) => key.slice(0, key.indexOf('~'))));
        return store.batch(writes);
      },
    });
    batches.length = 0;
    await put(database, '1');
    expect(batches).toEqual([['index-global', 'item-sample']]);
  });

  it('takes an item for stored only when it is on the disk', async () => {
    const store = await folderStore();
    let isFull = false;
    const full = new Error('no room');
    const database = await withTable({
      ...keyValue(store),
      batch: (writes) => (isFull ? Promise.reject(full) : store.batch(writes)),
    });
    isFull = true;
    await expect(put(database, '1')).rejects.toBe(full);
    isFull = false;
    expect(await put(database, '1')).toMatchObject({ status: 200 });
  });

  it('leaves no iterator open behind a query, whole or limited', async () => {
    const store = await folderStore();
    let open = 0;
    const database = await withTable({
      ...keyValue(store),
      range: async function* counted(options) {
        open += 1;
        try {
          yield* store.range(options);
        } finally {
          open -= 1;
        }
      },
    });
    for (let n = 0; n < 30; n += 1) await put(database, String(n).padStart(2, '0'));
    const query = {
      TableName: 'sample',
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': text('p') },
    };
    expect((await database.call('Query', { ...query, Limit: 3 })).output).toMatchObject({ Count: 3 });
    expect((await database.call('Query', query)).output).toMatchObject({ Count: 30 });
    expect((await database.call('Scan', { TableName: 'sample', Limit: 2 })).output).toMatchObject({
      Count: 2,
    });
    await until(() => Promise.resolve(open === 0));
  });

  it('tags a table by its ARN, which names the account and the region', async () => {
    for (const store of [undefined, await folderStore()]) {
      const database = openEmbeddedDatabase({ ...OWNER, store });
      const ResourceArn = 'arn:aws:dynamodb:eu-west-1:111111111111:table/tagged';
      const { output } = await database.call('CreateTable', { ...TABLE, TableName: 'tagged' });
      expect(output).toMatchObject({ TableDescription: { TableArn: ResourceArn } });
      const Tags = [{ Key: 'team', Value: 'shop' }];
      expect(await database.call('TagResource', { ResourceArn, Tags })).toMatchObject({ status: 200 });
      expect((await database.call('ListTagsOfResource', { ResourceArn })).output).toEqual({ Tags });
    }
  });

  it('refuses an operation that it has not', async () => {
    const database = openEmbeddedDatabase(OWNER);
    expect(await database.call('ExecuteStatement', {})).toEqual({
      status: 400,
      output: { __type: expect.stringContaining('UnknownOperationException') as string },
    });
  });

  it('lists, describes and deletes tables', async () => {
    const database = openEmbeddedDatabase(OWNER);
    await database.call('CreateTable', { ...TABLE, TableName: 'kept' });
    await database.call('CreateTable', { ...TABLE, TableName: 'gone' });
    await until(async () => (await statusOf(database, 'gone')) === 'ACTIVE');
    await database.call('DeleteTable', { TableName: 'gone' });
    await until(async () => (await statusOf(database, 'gone')) === undefined);
    expect((await database.call('ListTables', {})).output).toEqual({ TableNames: ['kept'] });
  });
});

async function statusOf(database: Database, TableName: string): Promise<unknown> {
  const { output } = await database.call('DescribeTable', { TableName });
  return (output['Table'] as JsonObject | undefined)?.['TableStatus'];
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
