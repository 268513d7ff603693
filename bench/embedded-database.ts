import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '@small-grid/local-cloud';

// How many reads and writes of an item with two index entries the embedded database does in a second, in memory and on
// the disk, one after the other and fifty at once; with DYNAMODB_ENDPOINT, another DynamoDB's instead.

const COUNT = Number(process.env['COUNT'] ?? 3000);
const AT_ONCE = 50;
const text = (value: string) => ({ S: value });

const TABLE = {
  TableName: 'sample',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'place', 'due'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: ['place', 'due'].map((name) => ({
    IndexName: name,
    KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
    Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['words'] },
  })),
};

const key = (n: number) => ({ pk: text(`request-${n % 500}`), sk: text('record') });

const CALLS: Readonly<Record<string, (n: number) => readonly [string, object]>> = {
  'conditional puts': (n) => [
    'PutItemCommand',
    {
      TableName: 'sample',
      Item: {
        ...key(n),
        place: text('g52'),
        due: text(`2026-08-${n % 28}`),
        words: text('路灯坏了'.repeat(200)),
        n: { N: String(n) },
      },
      ConditionExpression: 'attribute_not_exists(pk) OR n >= :zero',
      ExpressionAttributeValues: { ':zero': { N: '0' } },
    },
  ],
  updates: (n) => [
    'UpdateItemCommand',
    {
      TableName: 'sample',
      Key: key(n),
      UpdateExpression: 'SET due = :due ADD visits :one',
      ExpressionAttributeValues: { ':due': text(`2026-09-${n % 28}`), ':one': { N: '1' } },
    },
  ],
  'reads of an item': (n) => ['GetItemCommand', { TableName: 'sample', Key: key(n), ConsistentRead: true }],
  'queries of 18 items': (n) => [
    'QueryCommand',
    {
      TableName: 'sample',
      IndexName: 'due',
      KeyConditionExpression: 'due = :due',
      ExpressionAttributeValues: { ':due': text(`2026-09-${n % 28}`) },
    },
  ],
};

async function call(cloud: LocalCloud, [command, input]: readonly [string, object]): Promise<void> {
  const answer = await cloud.calls('DynamoDBClient', command, input);
  if (answer?.refusal !== undefined) throw new Error(String(answer.refusal.body));
}

async function measure(cloud: LocalCloud, atOnce: number): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, make] of Object.entries(CALLS)) {
    const began = performance.now();
    for (let n = 0; n < COUNT; n += atOnce)
      await Promise.all(Array.from({ length: atOnce }, (_, index) => call(cloud, make(n + index))));
    lines.push(`${Math.round(COUNT / ((performance.now() - began) / 1000))} ${name}`);
  }
  return lines;
}

for (const [where, data] of [
  ['in memory', undefined],
  ['on the disk', mkdtempSync(join(tmpdir(), 'bench-database-'))],
] as const) {
  const dynamodbEndpoint = process.env['DYNAMODB_ENDPOINT'];
  const cloud = await createLocalCloud({ clock: 'manual', data, dynamodbEndpoint, logLevel: 'silent' });
  await call(cloud, ['CreateTableCommand', { ...TABLE, TableName: 'sample' }]);
  for (const atOnce of [1, AT_ONCE])
    console.log(`${where}, ${atOnce} at once, a second: ${(await measure(cloud, atOnce)).join(', ')}`);
  await cloud.close();
  if (data !== undefined) rmSync(data, { recursive: true, force: true });
  if (dynamodbEndpoint !== undefined) break;
}
