import {
  type ExpressionContext,
  type ReadExpression,
  readingOnce,
} from '../../dynamodb/known-expressions.js';
import type { JsonObject } from '../../assembly/json.js';
import { openEmbeddedDatabase } from '../../dynamodb/embedded-database.js';

const context = (
  attrVals: ExpressionContext['attrVals'],
  attrNames: ExpressionContext['attrNames'] = {},
): ExpressionContext => ({
  attrNames,
  attrVals,
  unusedAttrNames: Object.fromEntries(Object.keys(attrNames ?? {}).map((name) => [name, true])),
  unusedAttrVals: Object.fromEntries(Object.keys(attrVals ?? {}).map((name) => [name, true])),
});

/** A reader of `NAME = :VALUE`, and how often it was asked. */
function counted(): { read: ReadExpression; times: () => number } {
  let times = 0;
  const read: ReadExpression = (
    text,
    { context: { attrNames, attrVals, unusedAttrNames, unusedAttrVals } },
  ) => {
    times += 1;
    const [name = '', , value = ''] = text.split(' ');
    if (attrVals?.[value] === undefined) return `no ${value}`;
    delete unusedAttrNames[name];
    delete unusedAttrVals[value];
    return { type: '=', args: [[attrNames?.[name] ?? name], attrVals[value]] };
  };
  return { read: readingOnce(read), times: () => times };
}

describe('an expression', () => {
  it('is read once for all values of one type, and has those of each call', () => {
    const { read, times } = counted();
    for (const S of ['x', 'y', 'z'])
      expect(read('a = :v', { context: context({ ':v': { S } }) })).toEqual({
        type: '=',
        args: [['a'], { S }],
      });
    expect(times()).toBe(1);
  });

  it.each<[string, string, ExpressionContext]>([
    ['another text', 'b = :v', context({ ':v': { S: 'x' } })],
    ['a value of another type', '#n = :v', context({ ':v': { N: '1' } }, { '#n': 'a' })],
    ['another name behind a placeholder', '#n = :v', context({ ':v': { S: 'x' } }, { '#n': 'b' })],
    ['one value more', '#n = :v', context({ ':v': { S: 'x' }, ':w': { S: 'y' } }, { '#n': 'a' })],
  ])('is read anew with %s', (_what, text, other) => {
    const { read, times } = counted();
    read('#n = :v', { context: context({ ':v': { S: 'x' } }, { '#n': 'a' }) });
    read(text, { context: other });
    expect(times()).toBe(2);
  });

  it('uses the same names and values each time', () => {
    const { read } = counted();
    for (const S of ['x', 'y']) {
      const given = context({ ':v': { S }, ':w': { S } }, { '#n': 'a', '#m': 'b' });
      read('#n = :v', { context: given });
      expect([given.unusedAttrNames, given.unusedAttrVals]).toEqual([{ '#m': true }, { ':w': true }]);
    }
  });

  it('is handed out as a tree of its own, which whoever gets it may change', () => {
    const { read } = counted();
    const given = () => ({ context: context({ ':v': { S: 'x' } }) });
    const first = read('a = :v', given()) as { type: string };
    first.type = '<>';
    expect(read('a = :v', given())).toMatchObject({ type: '=' });
  });

  it.each(['a BETWEEN :v', 'attribute_type(a, :v)'])('whose values matter is read each time: %s', (text) => {
    let times = 0;
    const read = readingOnce(() => ({ times: (times += 1) }));
    read(text, { context: context({ ':v': { N: '1' } }) });
    read(text, { context: context({ ':v': { N: '2' } }) });
    expect(times).toBe(2);
  });

  it('that is wrong is wrong each time', () => {
    const { read } = counted();
    for (const _time of [1, 2]) expect(read('a = :v', { context: context({}) })).toBe('no :v');
  });
});

describe('the embedded database', () => {
  const TABLE = {
    TableName: 'things',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'n', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'n', AttributeType: 'N' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
  };

  async function opened() {
    const database = openEmbeddedDatabase({
      now: () => 0,
      awsAccountId: '1'.repeat(12),
      awsRegion: 'us-east-1',
    });
    await database.call('CreateTable', TABLE);
    return (operation: string, input: JsonObject) =>
      database.call(operation, { TableName: 'things', ...input });
  }

  const key = (n: number) => ({ pk: { S: 'a' }, n: { N: String(n) } });
  const add = (n: number, by: number): JsonObject => ({
    Key: key(n),
    UpdateExpression: 'SET #total = if_not_exists(#total, :none) + :by',
    ConditionExpression: 'attribute_not_exists(#total) OR #total < :most',
    ExpressionAttributeNames: { '#total': 'total' },
    ExpressionAttributeValues: { ':none': { N: '0' }, ':by': { N: String(by) }, ':most': { N: '5' } },
    ReturnValues: 'ALL_NEW',
  });
  const from = (n: number): JsonObject => ({
    // The key stands behind the value, which dynalite turns round in the tree.
    KeyConditionExpression: 'pk = :pk AND :n < n',
    ExpressionAttributeValues: { ':pk': { S: 'a' }, ':n': { N: String(n) } },
  });

  it('applies one text with the values of each call', async () => {
    const call = await opened();
    const totals = [];
    for (const by of [1, 2, 3]) totals.push((await call('UpdateItem', add(1, by))).output['Attributes']);
    expect(totals).toEqual([1, 3, 6].map((total) => ({ ...key(1), total: { N: String(total) } })));
    expect((await call('UpdateItem', add(1, 1))).status).toBe(400);
  });

  it('finds by one text what lies beyond the value of each call', async () => {
    const call = await opened();
    for (const n of [1, 2, 3]) await call('PutItem', { Item: key(n) });
    const counts = [];
    for (const n of [0, 1, 2, 3]) counts.push((await call('Query', from(n))).output['Count']);
    expect(counts).toEqual([3, 2, 1, 0]);
  });
});
