import type { JsonObject } from '../../assembly/json.js';
import { itemSize } from '../../dynamodb/item-size.js';
import { openEmbeddedDatabase } from '../../dynamodb/embedded-database.js';

/** Where AWS's figure comes from. */
const SOURCES = {
  /** docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html */
  operations: 'AWS: DynamoDB read and write operations',
  /** docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
  sizes: 'AWS: DynamoDB item sizes and formats',
  /** docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations */
  indexes: 'AWS: provisioned throughput considerations for global secondary indexes',
  /** github.com/nubo-db/dynoxide tests/index_consumed_capacity.rs: captures in eu-west-2 of 12 and 13 August 2026 */
  measured: 'measured on AWS, single writes',
  /** github.com/nubo-db/dynoxide tests/transactional_index_consumed_capacity.rs: captures of 13 August 2026 */
  transacted: 'measured on AWS, transactions',
  /** github.com/nubo-db/dynamodb-conformance tests/tier2/transactions/transactGet.test.ts, passed by AWS */
  conformance: 'a suite that AWS passes',
} as const;
type Source = keyof typeof SOURCES;

const OWNER = { awsAccountId: '111111111111', awsRegion: 'eu-west-1', now: () => 0 };

const text = (value: string) => ({ S: value });
const x = (length: number) => text('x'.repeat(length));

/** `gsi` on `g` and `lsi` on `l` hold `proj` besides the keys, `all` on `a` everything. */
const TABLE: JsonObject = {
  TableName: 'sample',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'g', 'l', 'a'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'gsi',
      KeySchema: [{ AttributeName: 'g', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['proj'] },
    },
    {
      IndexName: 'all',
      KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: 'lsi',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'l', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['proj'] },
    },
  ],
};

const KEY = { pk: text('b'), sk: text('1') };
type Units = Readonly<Partial<Record<'table' | 'gsi' | 'lsi' | 'all', number>>>;
type Call = readonly [operation: string, input: JsonObject];

const put = (attributes: JsonObject): Call => [
  'PutItem',
  { TableName: 'sample', Item: { ...KEY, ...attributes } },
];
const update = (expression: string, values: JsonObject = {}): Call => [
  'UpdateItem',
  {
    TableName: 'sample',
    Key: KEY,
    UpdateExpression: expression,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  },
];
const remove: Call = ['DeleteItem', { TableName: 'sample', Key: KEY }];
const KINDS: Readonly<Record<string, string>> = {
  PutItem: 'Put',
  UpdateItem: 'Update',
  DeleteItem: 'Delete',
};
const transact = (...calls: readonly Call[]): Call => [
  'TransactWriteItems',
  { TransactItems: calls.map(([operation, input]) => ({ [KINDS[operation] ?? operation]: input })) },
];
const check: Call = [
  'ConditionCheck',
  { TableName: 'sample', Key: KEY, ConditionExpression: 'attribute_exists(pk)' },
];
const query = (input: JsonObject): Call => [
  'Query',
  {
    TableName: 'sample',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': text('b') },
    ...input,
  },
];

const indexed = { g: text('g'), l: text('L1'), proj: text('p'), note: text('o') };

const CASES: readonly (readonly [
  title: string,
  source: Source,
  before: JsonObject | undefined,
  call: Call,
  units: Units,
])[] = [
  [
    'an item of one kilobyte is one unit, a byte more two',
    'operations',
    undefined,
    put({ note: x(1100) }),
    { table: 2 },
  ],
  [
    'an overwriting put costs the larger of both',
    'operations',
    { note: x(3000) },
    put({ note: x(10) }),
    { table: 3 },
  ],
  [
    'an update costs the whole item, however little changes',
    'operations',
    { note: x(3000) },
    update('SET n = :n', { ':n': { N: '1' } }),
    { table: 3 },
  ],
  ['a deletion costs the item', 'operations', { note: x(3000) }, remove, { table: 3 }],
  ['a deletion of what is not there costs one unit', 'operations', undefined, remove, { table: 1 }],
  [
    'Chinese counts three bytes a character',
    'sizes',
    undefined,
    put({ note: text('村'.repeat(400)) }),
    { table: 2 },
  ],
  [
    'a sparse index costs nothing for who is not in it',
    'measured',
    undefined,
    put({ note: text('o') }),
    { table: 1 },
  ],
  [
    'an item that enters an index is one write there',
    'measured',
    undefined,
    put({ g: text('g') }),
    { table: 1, gsi: 1 },
  ],
  [
    'it is one in each',
    'measured',
    undefined,
    put({ g: text('g'), l: text('L') }),
    { table: 1, gsi: 1, lsi: 1 },
  ],
  ['the same item again costs the table alone', 'measured', indexed, put(indexed), { table: 1 }],
  [
    'what an index does not hold costs nothing there',
    'measured',
    indexed,
    update('SET note = :v', { ':v': text('o2') }),
    { table: 1 },
  ],
  [
    'what it holds costs one',
    'measured',
    indexed,
    update('SET proj = :v', { ':v': text('p2') }),
    { table: 1, gsi: 1, lsi: 1 },
  ],
  [
    'a changed key of an index costs two: the old entry goes, a new one comes',
    'indexes',
    indexed,
    update('SET g = :v', { ':v': text('g2') }),
    { table: 1, gsi: 2 },
  ],
  [
    'so does the sort key of a local one',
    'measured',
    indexed,
    update('SET l = :v', { ':v': text('L2') }),
    { table: 1, lsi: 2 },
  ],
  ['who leaves an index costs one', 'measured', indexed, update('REMOVE g'), { table: 1, gsi: 1 }],
  ['a deletion costs one in each', 'measured', indexed, remove, { table: 1, gsi: 1, lsi: 1 }],
  [
    'an index that holds everything costs one whatever changes',
    'measured',
    { a: text('a'), note: text('o') },
    update('SET note = :v', { ':v': text('o2') }),
    { table: 1, all: 1 },
  ],
  [
    'an entry counts with its own size',
    'measured',
    undefined,
    put({ g: text('g'), proj: text('p'), note: x(3000) }),
    { table: 3, gsi: 1 },
  ],
  [
    'an entry that shrinks counts as it was',
    'measured',
    { g: text('g'), proj: x(3000) },
    update('SET proj = :v', { ':v': text('p') }),
    { table: 3, gsi: 3 },
  ],
  [
    'an entry that grows counts as it becomes',
    'measured',
    { g: text('g'), proj: text('p') },
    update('SET proj = :v', { ':v': x(3000) }),
    { table: 3, gsi: 3 },
  ],
  [
    'an entry that moves counts both, each rounded',
    'measured',
    { g: text('g'), proj: x(1500) },
    update('SET g = :v', { ':v': text('h') }),
    { table: 2, gsi: 4 },
  ],
  [
    'as large as each of them is',
    'measured',
    { g: text('g'), proj: x(3000) },
    update('SET g = :v, proj = :p', { ':v': text('h'), ':p': text('p') }),
    { table: 3, gsi: 4 },
  ],
  [
    'an update that makes the item enters each index once',
    'measured',
    undefined,
    update('SET g = :g, l = :l', { ':g': text('g'), ':l': text('L') }),
    { table: 1, gsi: 1, lsi: 1 },
  ],
  [
    'a batch costs the sum',
    'measured',
    undefined,
    [
      'BatchWriteItem',
      {
        RequestItems: {
          sample: [
            { PutRequest: { Item: { ...KEY, g: text('g') } } },
            { PutRequest: { Item: { ...KEY, sk: text('2') } } },
          ],
        },
      },
    ],
    { table: 2, gsi: 1 },
  ],

  [
    'a transaction costs twice at the table, and not at the indexes',
    'transacted',
    undefined,
    transact(put({ g: text('g') })),
    { table: 2, gsi: 1 },
  ],
  [
    'the same item again costs the table alone',
    'transacted',
    { ...indexed, proj: x(3000) },
    transact(put({ ...indexed, proj: x(3000) })),
    { table: 6 },
  ],
  [
    'a key that moves in one is two writes in the index',
    'transacted',
    { g: text('g'), proj: x(1500) },
    transact(update('SET g = :v', { ':v': text('h') })),
    { table: 4, gsi: 4 },
  ],
  [
    'a deletion in one costs what is stored',
    'transacted',
    { g: text('g'), proj: x(3000) },
    transact(remove),
    { table: 6, gsi: 3 },
  ],
  [
    'a check costs as much as a write of the item',
    'transacted',
    { ...indexed, note: x(3000) },
    transact(check),
    { table: 6 },
  ],
  [
    'a deletion in one of what is not there costs two',
    'transacted',
    undefined,
    transact(remove),
    { table: 2 },
  ],

  [
    'a read of 4 KB that may be old costs half a unit',
    'operations',
    { note: x(3000) },
    ['GetItem', { TableName: 'sample', Key: KEY }],
    { table: 0.5 },
  ],
  [
    'a consistent read of 8 KB costs two',
    'operations',
    { note: x(7000) },
    ['GetItem', { TableName: 'sample', Key: KEY, ConsistentRead: true }],
    { table: 2 },
  ],
  [
    'one that may be old costs half of it',
    'operations',
    { note: x(7000) },
    ['GetItem', { TableName: 'sample', Key: KEY }],
    { table: 1 },
  ],
  [
    'a transaction reads 8 KB for four',
    'operations',
    { note: x(7000) },
    ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'sample', Key: KEY } }] }],
    { table: 4 },
  ],
  [
    'what is not there costs two in a transaction',
    'conformance',
    undefined,
    ['TransactGetItems', { TransactItems: [{ Get: { TableName: 'sample', Key: KEY } }] }],
    { table: 2 },
  ],
  [
    'what is not there costs a unit',
    'operations',
    undefined,
    ['GetItem', { TableName: 'sample', Key: KEY, ConsistentRead: true }],
    { table: 1 },
  ],
  [
    'a projection reads no less',
    'operations',
    { note: x(7000) },
    ['GetItem', { TableName: 'sample', Key: KEY, ProjectionExpression: 'sk' }],
    { table: 1 },
  ],
  [
    'a batch rounds each item',
    'operations',
    { note: x(100) },
    [
      'BatchGetItem',
      { RequestItems: { sample: { Keys: [KEY, { ...KEY, sk: text('2') }], ConsistentRead: true } } },
    ],
    { table: 2 },
  ],
  ['a query that finds nothing costs half a unit', 'operations', undefined, query({}), { table: 0.5 }],
  [
    'a query costs what a filter leaves out',
    'operations',
    { note: x(7000) },
    query({ FilterExpression: 'attribute_exists(nothing)' }),
    { table: 1 },
  ],
  [
    'a query of an index costs its entries',
    'indexes',
    { ...indexed, note: x(7000) },
    query({
      IndexName: 'gsi',
      KeyConditionExpression: 'g = :pk',
      ExpressionAttributeValues: { ':pk': text('g') },
    }),
    { gsi: 0.5 },
  ],
];

async function unitsOf(before: JsonObject | undefined, [operation, input]: Call): Promise<Units> {
  const database = openEmbeddedDatabase(OWNER);
  await database.call('CreateTable', TABLE);
  if (before !== undefined) await database.call(...put(before));
  const {
    status,
    output,
    charges = [],
  } = await database.call(operation, { ...input, ReturnConsumedCapacity: 'INDEXES' });
  expect({ status, output }).toMatchObject({ status: 200 });
  const { ConsumedCapacity: answered } = output;
  const capacity = (Array.isArray(answered) ? answered[0] : answered) as JsonObject;
  const units: Record<string, number> = {};
  for (const { index = 'table', units: some } of charges) units[index] = (units[index] ?? 0) + some;
  const total = charges.reduce((sum, charge) => sum + charge.units, 0);
  expect(capacity).toMatchObject({ TableName: 'sample', CapacityUnits: total });
  return units;
}

describe('reads and writes are billed as on AWS:', () => {
  it.each(CASES.map(([title, source, ...rest]) => [title, SOURCES[source], ...rest] as const))(
    '%s (%s)',
    async (_title, _source, before, call, units) => {
      expect(await unitsOf(before, call)).toEqual(units);
    },
  );

  it('a query rounds its page as a whole, not each item (AWS: 40 items of 64 bytes are one unit)', async () => {
    const database = openEmbeddedDatabase(OWNER);
    await database.call('CreateTable', TABLE);
    for (let n = 0; n < 40; n += 1)
      await database.call('PutItem', {
        TableName: 'sample',
        Item: { pk: text('b'), sk: text(String(n).padStart(4, '0')), note: x(50) },
      });
    const [operation, input] = query({ ConsistentRead: true });
    expect((await database.call(operation, input)).charges).toMatchObject([{ unit: 'read', units: 1 }]);
    const limited = await database.call(operation, { ...input, Limit: 3 });
    expect(limited.charges).toMatchObject([{ units: 1 }]);
  });

  it('a refused condition costs as much as the item that it was put to', async () => {
    const database = openEmbeddedDatabase(OWNER);
    await database.call('CreateTable', TABLE);
    await database.call(...put({ note: x(3000) }));
    const [operation, input] = put({});
    const refused = await database.call(operation, {
      ...input,
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    expect(refused).toMatchObject({ status: 400, charges: [{ unit: 'write', units: 3 }] });
    const other = { ...KEY, sk: text('none') };
    const [, deletion] = remove;
    const missing = await database.call('DeleteItem', {
      ...deletion,
      Key: other,
      ConditionExpression: 'attribute_exists(pk)',
    });
    expect(missing).toMatchObject({ status: 400, charges: [{ unit: 'write', units: 1 }] });
  });

  it('a call that is refused before it looks at an item costs nothing', async () => {
    const database = openEmbeddedDatabase(OWNER);
    await database.call('CreateTable', TABLE);
    const refused = await database.call('PutItem', { TableName: 'sample', Item: { pk: text('b') } });
    expect(refused).toMatchObject({ status: 400, charges: [] });
  });
});

describe('the size of an item', () => {
  it.each([
    ['a name and its text in UTF-8', { 村: text('村民') }, 9],
    ['two digits a byte and one more', { n: { N: '27' } }, 3],
    ['no zeros around a number', { n: { N: '0027000' } }, 4],
    ['nothing for a point', { n: { N: '2.7' } }, 4],
    ['a byte for a minus', { n: { N: '-27' } }, 4],
    ['a byte for nothing', { n: { N: '0' } }, 2],
    ['as many digits as count, however it is written', { n: { N: '1E125' } }, 3],
    ['bytes as they are', { b: { B: Buffer.from('1234567').toString('base64') } }, 8],
    ['one byte for yes, no and null', { t: { BOOL: true }, n: { NULL: true } }, 4],
    ['three bytes for a list, and one for each in it', { l: { L: [text('ab'), text('c')] } }, 1 + 3 + 3 + 2],
    ['three bytes for a map, and one for each in it', { m: { M: { k: text('ab') } } }, 1 + 3 + 3 + 1],
    ['the values of a set', { s: { SS: ['ab', 'c'] } }, 4],
  ])('counts %s', (_what, item, size) => {
    expect(itemSize(item)).toBe(size);
  });

  it('is limited in bytes', async () => {
    const database = openEmbeddedDatabase(OWNER);
    await database.call('CreateTable', TABLE);
    const refused = await database.call(...put({ note: text('村'.repeat(140_000)) }));
    expect(refused.output).toMatchObject({ message: 'Item size has exceeded the maximum allowed size' });
  });
});
