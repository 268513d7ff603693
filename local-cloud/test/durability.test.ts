import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import {
  arnOf,
  lambda,
  mapping,
  queueAccess,
  ref,
  resting,
  table,
  tableAccess,
  writeAssembly,
  type SampleAssembly,
} from './sample/sample-assembly.js';
import { callJson, clientConfig, control } from '../testing/sdk.js';

const START = Date.UTC(2026, 10, 23, 8, 30);
const DAY = 86_400_000;
const MAIN = join(import.meta.dirname, '..', 'main.ts');

let assembly: SampleAssembly;
let data: string;
let running: LocalCloud | undefined;

beforeAll(() => {
  assembly = writeAssembly(
    {
      ...table,
      ...lambda('Put', 'put', [tableAccess]),
      ...lambda('Text', 'text', [{ Action: 'sns:Publish', Resource: '*' }]),
      Queue: { Type: 'AWS::SQS::Queue' },
      Consumed: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60 } },
      ...lambda('Consume', 'consume', [tableAccess, queueAccess('Consumed')]),
      Dead: { Type: 'AWS::SQS::Queue' },
      Strict: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 60,
          RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 1 },
        },
      },
      ...lambda('ConsumeStrictly', 'consume', [queueAccess('Strict')]),
      StrictMapping: mapping('ConsumeStrictly', 'Strict'),
      Mapping: mapping('Consume', 'Consumed', { FunctionResponseTypes: ['ReportBatchItemFailures'] }),
      ...resting(259_200),
    },
    {
      Machine: { Value: ref('Machine') },
      Queue: { Value: ref('Queue') },
      Consumed: { Value: ref('Consumed') },
      Strict: { Value: ref('Strict') },
      Dead: { Value: ref('Dead') },
    },
  );
});
afterAll(() => assembly.remove());

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'local-cloud-data-'));
});
afterEach(async () => {
  await running?.close();
  running = undefined;
  rmSync(data, { recursive: true });
});

async function open(): Promise<LocalCloud> {
  running = await createLocalCloud({
    assembly: assembly.directory,
    data,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
  });
  return running;
}

async function item(cloud: LocalCloud, pk: string) {
  const database = new DynamoDBClient(clientConfig(cloud));
  const { Item: found } = await database.send(
    new GetItemCommand({ TableName: 'Sample-Table', Key: { pk: { S: pk } } }),
  );
  database.destroy();
  return found;
}

async function statusOf(cloud: LocalCloud, name: string) {
  const states = new SFNClient(clientConfig(cloud));
  const executionArn = `${cloud.outputs['Machine']?.replace(':stateMachine:', ':execution:')}:${name}`;
  const { status } = await states.send(new DescribeExecutionCommand({ executionArn }));
  states.destroy();
  return status;
}

async function counts(cloud: LocalCloud, queue: string) {
  const { body } = await callJson(cloud, 'AmazonSQS.GetQueueAttributes', {
    QueueUrl: cloud.outputs[queue],
    AttributeNames: ['All'],
  });
  const attributes = body['Attributes'] as Record<string, string>;
  return {
    waiting: attributes['ApproximateNumberOfMessages'],
    inHand: attributes['ApproximateNumberOfMessagesNotVisible'],
  };
}

describe('a data folder', () => {
  it('keeps items, texts and messages over a restart', async () => {
    const first = await open();
    await first.invoke('Put', { pk: 'kept', text: 'x' });
    await first.invoke('Text', { to: '+8619900000001', body: 'kept' });
    await callJson(first, 'AmazonSQS.SendMessage', { QueueUrl: first.outputs['Queue'], MessageBody: 'kept' });
    await callJson(first, 'AmazonSQS.ReceiveMessage', { QueueUrl: first.outputs['Queue'] });
    await first.close();

    const second = await open();
    expect((await item(second, 'kept'))?.['text']?.S).toBe('x');
    expect(second.sms.sent()).toMatchObject([{ body: 'kept' }]);
    const { body } = await callJson(second, 'AmazonSQS.ReceiveMessage', {
      QueueUrl: second.outputs['Queue'],
      AttributeNames: ['All'],
    });
    expect(body['Messages']).toMatchObject([{ Body: 'kept', Attributes: { ApproximateReceiveCount: '2' } }]);
  });

  it('lets a message that a function had not finished come again', async () => {
    const first = await open();
    await callJson(first, 'AmazonSQS.SendMessage', {
      QueueUrl: first.outputs['Consumed'],
      MessageBody: 'once',
    });
    await first.clock.settled();
    await first.close();
    const second = await open();
    await second.clock.settled();
    expect((await item(second, 'got once'))?.['attempt']?.N).toBe('2');
  });

  it('does not count an attempt that the end of the host cut off, lest it be the last and make a dead letter', async () => {
    const first = await open();
    await callJson(first, 'AmazonSQS.SendMessage', {
      QueueUrl: first.outputs['Strict'],
      MessageBody: 'hang',
    });
    expect(await counts(first, 'Strict')).toEqual({ waiting: '0', inHand: '1' });
    await first.close();
    const second = await open();
    expect(await counts(second, 'Strict')).toEqual({ waiting: '0', inHand: '1' });
    expect(await counts(second, 'Dead')).toEqual({ waiting: '0', inHand: '0' });
  });

  it('that was in use when the process was killed has everything that was accepted', async () => {
    const args = [
      '--import',
      'tsx',
      MAIN,
      '--assembly',
      assembly.directory,
      '--data',
      data,
      '--port',
      '0',
      '--aws-port',
      '0',
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
    );
    const endpoint = /AWS endpoint (\S+)\)/.exec(line)?.[1] ?? '';
    const sent = await Promise.all(
      [1, 2, 3, 4, 5].map((number) =>
        callJson({ endpoint }, 'AmazonSQS.SendMessage', {
          QueueUrl: `${endpoint}/0/Sample-Queue`,
          MessageBody: String(number),
        }),
      ),
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    running = await createLocalCloud({ assembly: assembly.directory, data, logLevel: 'silent' });
    const after = running;
    const { body } = await callJson(after, 'AmazonSQS.ReceiveMessage', {
      QueueUrl: after.outputs['Queue'],
      MaxNumberOfMessages: 10,
    });
    const kept = (body['Messages'] as { MessageId: string }[]).map(({ MessageId }) => MessageId);
    expect(kept.toSorted()).toEqual(sent.map((answer) => String(answer.body['MessageId'])).toSorted());
  });

  it('lets a running execution go on', async () => {
    const first = await open();
    let states = new SFNClient(clientConfig(first));
    const { executionArn } = await states.send(
      new StartExecutionCommand({ stateMachineArn: first.outputs['Machine'] }),
    );
    await first.clock.advance(DAY);
    states.destroy();
    await first.close();

    const second = await open();
    states = new SFNClient(clientConfig(second));
    await second.clock.advance(3 * DAY);
    const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
    states.destroy();
    expect([execution.status, execution.stopDate]).toEqual(['SUCCEEDED', new Date(START + 3 * DAY)]);
  });

  it('keeps a time that was moved on, unless another is asked for', async () => {
    const later = Date.now() + 30 * DAY;
    const first = await createLocalCloud({
      assembly: assembly.directory,
      data,
      start: later,
      logLevel: 'silent',
    });
    await first.close();
    running = await createLocalCloud({ assembly: assembly.directory, data, logLevel: 'silent' });
    expect(running.clock.now()).toBeGreaterThanOrEqual(later);
  });

  it('keeps a time that was moved on by the control API', async () => {
    const first = await open();
    await control(first, 'POST', 'clock', { advance: 'P400D' });
    await first.close();
    running = await createLocalCloud({ assembly: assembly.directory, data, logLevel: 'silent' });
    expect(running.clock.now()).toBeGreaterThanOrEqual(START + 400 * DAY);
  });

  it('is refused to a second one while in use, and given back', async () => {
    const first = await open();
    await expect(
      createLocalCloud({ assembly: assembly.directory, data, logLevel: 'silent' }),
    ).rejects.toMatchObject({ name: 'DataFolderInUse' });
    await first.close();
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });

  it.each([
    ['is gone', '999999999'],
    ['has its number by now, as the next start in a container would', String(process.pid)],
  ])('whose process was killed is taken over when nobody holds it, though somebody %s', async (_who, pid) => {
    writeFileSync(join(data, 'lock'), pid);
    await expect(open()).resolves.toBeDefined();
  });

  it('copied while stopped is a second one with everything in it', async () => {
    const first = await open();
    await first.invoke('Put', { pk: 'kept', text: 'x' });
    await first.invoke('Text', { to: '+8619900000001', body: 'kept' });
    const states = new SFNClient(clientConfig(first));
    await states.send(new StartExecutionCommand({ stateMachineArn: first.outputs['Machine'], name: 'one' }));
    states.destroy();
    await first.close();

    const copy = `${data}-copy`;
    cpSync(data, copy, { recursive: true });
    await open();
    const second = await createLocalCloud({
      assembly: assembly.directory,
      data: copy,
      clock: 'manual',
      start: START + 3 * DAY,
      logLevel: 'silent',
    });
    await second.clock.settled();
    expect((await item(second, 'kept'))?.['text']?.S).toBe('x');
    expect(second.sms.sent()).toMatchObject([{ body: 'kept' }]);
    expect(await statusOf(second, 'one')).toBe('SUCCEEDED');
    await second.close();
    rmSync(copy, { recursive: true });
  });

  it('whose table has other keys than the template is refused with nothing left open', async () => {
    await (await open()).close();
    const { Table: sample } = table;
    const other = writeAssembly({
      Table: {
        ...sample,
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          ...sample?.Properties,
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        },
      },
    });
    await expect(createLocalCloud({ assembly: other.directory, data, logLevel: 'silent' })).rejects.toThrow(
      'has other keys or indexes than the template',
    );
    other.remove();
    await expect(open()).resolves.toBeDefined();
  });
});
