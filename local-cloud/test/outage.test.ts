import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { ref, resting, table, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';
import { callJson, control } from '../testing/sdk.js';

const START = Date.UTC(2026, 10, 23, 8, 30);

let assembly: SampleAssembly;
let data: string;
let cloud: LocalCloud;
let news: (string | undefined)[];
let isFull: boolean;

beforeAll(() => {
  assembly = writeAssembly(
    {
      ...table,
      Queue: { Type: 'AWS::SQS::Queue' },
      ...resting(600),
    },
    { Machine: { Value: ref('Machine') }, Queue: { Value: ref('Queue') } },
  );
});
afterAll(() => assembly.remove());

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'local-cloud-outage-'));
  news = [];
  isFull = false;
  cloud = await open();
  const { prototype } = ClassicLevel;
  const batch = Reflect.get(prototype, 'batch') as () => { write: (options: object) => Promise<void> };
  jest.spyOn(prototype, 'batch').mockImplementation(function begin(this: unknown) {
    const together = batch.call(this);
    const write = together.write.bind(together);
    return Object.assign(together, {
      write: (options: object) =>
        isFull ? Promise.reject(new Error('IO error: 000003.log: No space left on device')) : write(options),
    }) as never;
  });
});
afterEach(async () => {
  isFull = false;
  jest.restoreAllMocks();
  await cloud.close();
  rmSync(data, { recursive: true });
});

const open = () =>
  createLocalCloud({
    assembly: assembly.directory,
    data,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
    onOutage: (failure) => void news.push(failure?.kind),
  });

/** Whether a call was acknowledged; a connection that is cut acknowledges nothing. */
const isTaken = (target: string, input: object): Promise<boolean> =>
  callJson(cloud, target, input).then(
    ({ status }) => status === 200,
    () => false,
  );
const send = (body: string) =>
  isTaken('AmazonSQS.SendMessage', { QueueUrl: cloud.outputs['Queue'], MessageBody: body });
const begin = (name: string) =>
  isTaken('AWSStepFunctions.StartExecution', { stateMachineArn: cloud.outputs['Machine'], name });
const statusOf = async (name: string) => {
  const executionArn = `${cloud.outputs['Machine']?.replace(':stateMachine:', ':execution:')}:${name}`;
  const { body } = await callJson(cloud, 'AWSStepFunctions.DescribeExecution', { executionArn });
  return body['status'] ?? body['__type'];
};
const health = async () => {
  const { status, body } = await control(cloud, 'GET', 'health');
  return { code: status, ...(body as { status?: string; message?: string }) };
};

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Between lives nothing listens for a moment. */
const isOut = async () => (await health().catch(() => undefined))?.code === 503;
const isBack = () => news.length === 2;

async function received(): Promise<string[]> {
  const { body } = await callJson(cloud, 'AmazonSQS.ReceiveMessage', {
    QueueUrl: cloud.outputs['Queue'],
    MaxNumberOfMessages: 10,
  });
  return ((body['Messages'] ?? []) as { Body: string }[]).map((message) => message.Body).toSorted();
}

describe('a host whose data folder has no room left', () => {
  it('takes nothing in, says why, and goes on with what it had accepted once there is room', async () => {
    const { url, endpoint } = cloud;
    expect([await send('before'), await begin('resting')]).toEqual([true, true]);
    isFull = true;
    expect(await send('while full')).toBe(false);
    await until(isOut);
    expect(await health()).toMatchObject({
      status: 'storage-failed',
      message: expect.stringMatching(/no room left; free or add space/) as string,
    });
    isFull = false;
    await until(isBack);
    expect([cloud.url, cloud.endpoint]).toEqual([url, endpoint]);
    expect(await send('after')).toBe(true);
    await cloud.clock.advance(600_000);
    expect(await statusOf('resting')).toBe('SUCCEEDED');
    await cloud.close();
    cloud = await open();
    expect(await received()).toEqual(['after', 'before']);
    expect(news).toEqual(['full', undefined]);
  });

  it('starts nothing that it could not store', async () => {
    isFull = true;
    expect(await begin('unheard')).toBe(false);
    await until(isOut);
    isFull = false;
    await until(isBack);
    expect(await statusOf('unheard')).toMatch(/ExecutionDoesNotExist/);
  });

  it('can be ended while it waits for room', async () => {
    isFull = true;
    await send('while full');
    await until(isOut);
    await cloud.close();
    isFull = false;
    cloud = await open();
    expect(await received()).toEqual([]);
  });

  it('answers a page of another site no reason', async () => {
    isFull = true;
    await send('while full');
    await until(isOut);
    const { status } = await fetch(`${cloud.endpoint}/_local/health`, {
      headers: { origin: 'http://elsewhere.example' },
    });
    expect(status).toBe(403);
  });
});
