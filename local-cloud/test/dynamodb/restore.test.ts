import {
  DeleteItemCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  RestoreTableToPointInTimeCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateContinuousBackupsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../../index.js';
import { clientConfig } from '../../testing/sdk.js';
import { writeAssembly } from '../sample/sample-assembly.js';

const TableName = 'sample';
const START = Date.parse('2026-08-24T05:00:00Z');
const MINUTE = 60_000;
const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' });
const key = (name: string) => [{ AttributeName: name, KeyType: 'HASH' }];

const assembly = writeAssembly({
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName,
      AttributeDefinitions: [text('pk'), text('kind')],
      KeySchema: key('pk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'by-kind', KeySchema: key('kind'), Projection: { ProjectionType: 'ALL' } },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  },
});
afterAll(() => assembly.remove());

let cloud: LocalCloud;
let client: DynamoDBClient;
let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'local-cloud-restore-'));
});
afterEach(async () => {
  client.destroy();
  await cloud.close();
  rmSync(data, { recursive: true, force: true });
});

async function begin(folder?: string): Promise<void> {
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    ...(folder === undefined ? {} : { data: folder }),
  });
  client = new DynamoDBClient(clientConfig(cloud));
}

const put = (pk: string, value: string) =>
  client.send(
    new PutItemCommand({ TableName, Item: { pk: { S: pk }, kind: { S: 'kind' }, value: { S: value } } }),
  );
const restore = (minutes: number, TargetTableName = 'restored') =>
  client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: TableName,
      TargetTableName,
      RestoreDateTime: new Date(START + minutes * MINUTE),
    }),
  );
const held = async (table: string) => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  return Items.map(({ pk, value }) => `${pk?.S ?? ''} ${value?.S ?? ''}`).toSorted();
};

describe.each([
  ['in memory', false],
  ['in a folder', true],
])('a table %s that is restored', (_title, isKept) => {
  it('holds what the other held at that moment, whatever was written, changed or deleted since', async () => {
    await begin(isKept ? data : undefined);
    await put('stays', '1');
    await put('changed', '1');
    await put('deleted', '1');
    await cloud.clock.advance(10 * MINUTE);
    await put('new', '1');
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: { pk: { S: 'changed' } },
        UpdateExpression: 'SET #v = :two',
        ExpressionAttributeNames: { '#v': 'value' },
        ExpressionAttributeValues: { ':two': { S: '2' } },
      }),
    );
    await client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'deleted' } } }));
    await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [{ Put: { TableName, Item: { pk: { S: 'together' } } } }],
      }),
    );
    await cloud.clock.advance(10 * MINUTE);
    await restore(5);
    expect(await held('restored')).toEqual(['changed 1', 'deleted 1', 'stays 1']);
    expect(await held(TableName)).toEqual(['changed 2', 'new 1', 'stays 1', 'together ']);
    const { Items } = await client.send(
      new QueryCommand({
        TableName: 'restored',
        IndexName: 'by-kind',
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': { S: 'kind' } },
      }),
    );
    expect(Items).toHaveLength(3);
  });
});

describe('the moments that can be restored', () => {
  it('are those of this life of the host, up to five minutes ago', async () => {
    await begin();
    await cloud.clock.advance(20 * MINUTE);
    const { ContinuousBackupsDescription } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    expect(ContinuousBackupsDescription?.PointInTimeRecoveryDescription).toMatchObject({
      PointInTimeRecoveryStatus: 'ENABLED',
      EarliestRestorableDateTime: new Date(START),
      LatestRestorableDateTime: new Date(START + 15 * MINUTE),
    });
    await expect(restore(16)).rejects.toMatchObject({ name: 'InvalidRestoreTimeException' });
    await expect(restore(-1)).rejects.toMatchObject({ name: 'InvalidRestoreTimeException' });
    await expect(restore(5, TableName)).rejects.toMatchObject({ name: 'ResourceInUseException' });
  });

  it('begin for the new table when that is asked for', async () => {
    await begin();
    await cloud.clock.advance(20 * MINUTE);
    await restore(5);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'restored' }));
    expect(Table?.TableStatus).toBe('ACTIVE');
    const source = await client.send(new DescribeTableCommand({ TableName }));
    expect(source.Table?.RestoreSummary).toBeUndefined();
    expect(Table?.RestoreSummary).toEqual({
      SourceTableArn: source.Table?.TableArn,
      RestoreDateTime: new Date(START + 5 * MINUTE),
      RestoreInProgress: false,
    });
    const described = async () =>
      (await client.send(new DescribeContinuousBackupsCommand({ TableName: 'restored' })))
        .ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
    expect(await described()).toBe('DISABLED');
    await client.send(
      new UpdateContinuousBackupsCommand({
        TableName: 'restored',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
    expect(await described()).toBe('ENABLED');
  });
});
