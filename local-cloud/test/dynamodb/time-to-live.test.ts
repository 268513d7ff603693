import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../../index.js';
import { clientConfig } from '../../testing/sdk.js';
import { writeAssembly } from '../sample/sample-assembly.js';

const TableName = 'sample';
const DAY = 86_400_000;
/** In the middle of a day, so that what expires is looked for some hours later. */
const START = Date.parse('2026-08-24T05:00:00Z');
const YEARS = 365 * 86_400;

let cloud: LocalCloud;
let client: DynamoDBClient;
let data: string;

async function begin(): Promise<void> {
  cloud = await createLocalCloud({ clock: 'manual', start: START, data });
  client = new DynamoDBClient(clientConfig(cloud));
}

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'local-cloud-ttl-'));
  await begin();
  await createTable();
});
afterEach(async () => {
  await cloud.close();
  rmSync(data, { recursive: true, force: true });
});

const createTable = () =>
  client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
/** It is gone a moment after it was deleted. */
async function deleteTable(): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName }));
  while (((await client.send(new ListTablesCommand({}))).TableNames ?? []).length > 0);
}
const set = (Enabled: boolean, AttributeName = 'until') =>
  client.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }),
  );
const described = async () =>
  (await client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
const seconds = (later: number) => ({ N: String(START / 1000 + later) });
const put = (pk: string, until?: { N: string } | { S: string }) =>
  client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, ...(until && { until }) } }));
const isThere = async (pk: string) =>
  (await client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk } } }))).Item !== undefined;

describe('time to live', () => {
  it('is described as it was set', async () => {
    expect(await described()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    const { TimeToLiveSpecification } = await set(true);
    expect(TimeToLiveSpecification).toEqual({ Enabled: true, AttributeName: 'until' });
    expect(await described()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'until' });
    await set(false);
    expect(await described()).toEqual({ TimeToLiveStatus: 'DISABLED' });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['is enabled twice', () => set(true), 'TimeToLive is already enabled'],
    [
      'has another attribute',
      () => set(true, 'later'),
      'TimeToLive is active on a different AttributeName: current AttributeName is until',
    ],
  ])('is refused where it %s', async (_what, call, message) => {
    await set(true);
    await expect(call()).rejects.toMatchObject({ name: 'ValidationException', message });
  });

  it('is refused where it is switched off twice, and for a table that is not there', async () => {
    await expect(set(false)).rejects.toThrow('TimeToLive is already disabled');
    await deleteTable();
    await expect(set(true)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(described()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('deletes what has expired within half a day, which nobody is billed, and nothing else', async () => {
    await set(true);
    await put('expires', seconds(60));
    await put('later', seconds(30 * 86_400));
    await put('never');
    await put('no number', { S: String(START / 1000) });
    await put('milliseconds of long ago', seconds(-6 * YEARS));
    expect(await isThere('expires')).toBe(true);
    const before = cloud.meters.total().writeUnits;
    await cloud.clock.advance(DAY / 2);
    expect(await isThere('expires')).toBe(false);
    for (const pk of ['later', 'never', 'no number', 'milliseconds of long ago'])
      expect(await isThere(pk)).toBe(true);
    expect(cloud.meters.total().writeUnits).toBe(before);
    await cloud.clock.advance(30 * DAY);
    expect(await isThere('later')).toBe(false);
  });

  it('leaves what a table without it holds, and a table that was made anew', async () => {
    await put('stays', seconds(60));
    await set(true);
    await deleteTable();
    await createTable();
    await put('stays', seconds(60));
    await cloud.clock.advance(DAY);
    expect(await isThere('stays')).toBe(true);
    expect(await described()).toEqual({ TimeToLiveStatus: 'DISABLED' });
  });

  it('holds over a restart', async () => {
    await set(true);
    await put('expires', seconds(60));
    await cloud.close();
    await begin();
    expect(await described()).toMatchObject({ TimeToLiveStatus: 'ENABLED' });
    await cloud.clock.advance(DAY);
    expect(await isThere('expires')).toBe(false);
  });
});

it('a table with a stream is refused by name', async () => {
  const streamed = new CreateTableCommand({
    TableName: 'streamed',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
  await expect(client.send(streamed)).rejects.toThrow('The local cloud does not support StreamSpecification');
});

describe('a template', () => {
  const templateOf = (specification?: object) =>
    writeAssembly({
      Kept: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          ...(specification && { TimeToLiveSpecification: specification }),
        },
      },
    });

  it('says by which attribute items expire, and whether the next one still does', async () => {
    for (const [specification, expected] of [
      [
        { AttributeName: 'until', Enabled: true },
        { TimeToLiveStatus: 'ENABLED', AttributeName: 'until' },
      ],
      [
        { AttributeName: 'later', Enabled: true },
        { TimeToLiveStatus: 'ENABLED', AttributeName: 'later' },
      ],
      [undefined, { TimeToLiveStatus: 'DISABLED' }],
    ] as const) {
      const assembly = templateOf(specification);
      await cloud.close();
      cloud = await createLocalCloud({ clock: 'manual', start: START, data, assembly: assembly.directory });
      client = new DynamoDBClient(clientConfig(cloud));
      expect(await described()).toEqual(expected);
      assembly.remove();
    }
  });
});
