import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import {
  arnOf,
  lambda,
  mapping,
  policy,
  queueAccess,
  ref,
  table,
  tableAccess,
  writeAssembly,
  type Resources,
  type SampleAssembly,
} from './sample/sample-assembly.js';
import { callJson, clientConfig, control } from '../testing/sdk.js';

const START = Date.UTC(2026, 10, 23, 8, 30);
const PHONE = '+8619900000001';
const SERVICE = '+8619900000000';

const RESOURCES: Resources = {
  ...table,
  Topic: { Type: 'AWS::SNS::Topic' },
  Dead: { Type: 'AWS::SQS::Queue' },
  Incoming: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      VisibilityTimeout: 120,
      RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 },
    },
  },
  Enveloped: { Type: 'AWS::SQS::Queue' },
  Closed: { Type: 'AWS::SQS::Queue' },
  QueuePolicy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [ref('Incoming'), ref('Enveloped')],
      PolicyDocument: policy({
        Action: 'sqs:SendMessage',
        Principal: { Service: 'sns.amazonaws.com' },
        Resource: '*',
        Condition: { ArnEquals: { 'aws:SourceArn': ref('Topic') } },
      }),
    },
  },
  ToIncoming: {
    Type: 'AWS::SNS::Subscription',
    Properties: {
      TopicArn: ref('Topic'),
      Protocol: 'sqs',
      Endpoint: arnOf('Incoming'),
      RawMessageDelivery: true,
    },
  },
  ToEnveloped: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: ref('Topic'), Protocol: 'sqs', Endpoint: arnOf('Enveloped') },
  },
  ToClosed: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: ref('Topic'), Protocol: 'sqs', Endpoint: arnOf('Closed') },
  },
  ...lambda('Consume', 'consume', [tableAccess, queueAccess('Incoming')]),
  Mapping: mapping('Consume', 'Incoming', {
    BatchSize: 5,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  }),
  ...lambda('Text', 'text', [{ Action: 'sns:Publish', Resource: '*' }]),
};

const OUTPUTS = {
  InboundSmsTopicArn: { Value: ref('Topic') },
  DeadUrl: { Value: ref('Dead') },
  EnvelopedUrl: { Value: ref('Enveloped') },
  ClosedUrl: { Value: ref('Closed') },
};

let assembly: SampleAssembly;
let cloud: LocalCloud;
let sns: SNSClient;
let database: DynamoDBClient;

beforeAll(() => {
  assembly = writeAssembly(RESOURCES, OUTPUTS);
});
afterAll(() => assembly.remove());

beforeEach(async () => {
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
  });
  sns = new SNSClient(clientConfig(cloud));
  database = new DynamoDBClient(clientConfig(cloud));
});
afterEach(async () => {
  sns.destroy();
  database.destroy();
  await cloud.close();
});

const publish = (Message: string) =>
  sns.send(new PublishCommand({ TopicArn: cloud.outputs['InboundSmsTopicArn'], Message }));

async function attempts(body: string): Promise<number | undefined> {
  await cloud.clock.settled();
  const { Item: item } = await database.send(
    new GetItemCommand({ TableName: 'Sample-Table', Key: { pk: { S: `got ${body}` } } }),
  );
  return item === undefined ? undefined : Number(item['attempt']?.N);
}

async function receive(output: string) {
  const { body } = await callJson(cloud, 'AmazonSQS.ReceiveMessage', {
    QueueUrl: cloud.outputs[output],
    MaxNumberOfMessages: 10,
  });
  return (body['Messages'] ?? []) as { Body: string; ReceiptHandle: string }[];
}

describe('topic, queue and function', () => {
  it('hand a message on at once', async () => {
    await publish('hello & <goodbye>');
    expect(await attempts('hello & <goodbye>')).toBe(1);
  });

  it('bring a message that failed again after the visibility timeout', async () => {
    await publish('once');
    expect(await attempts('once')).toBeUndefined();
    await cloud.clock.advance(119_000);
    expect(await attempts('once')).toBeUndefined();
    await cloud.clock.advance(1000);
    expect(await attempts('once')).toBe(2);
  });

  it('put a message among the dead letters after it was received three times', async () => {
    await publish('fail');
    await cloud.clock.advance(239_000);
    expect(await receive('DeadUrl')).toHaveLength(0);
    await cloud.clock.advance(121_000);
    expect((await receive('DeadUrl')).map(({ Body }) => Body)).toEqual(['fail']);
  });

  it('wrap a message in the JSON envelope unless delivery is raw', async () => {
    await publish('wrapped');
    const [message] = await receive('EnvelopedUrl');
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      Type: 'Notification',
      Message: 'wrapped',
      TopicArn: cloud.outputs['InboundSmsTopicArn'],
      Timestamp: '2026-11-23T08:30:00.000Z',
    });
  });

  it('deliver nothing to a queue whose policy does not let the topic in, and say so', async () => {
    await publish('to nobody');
    expect(await receive('ClosedUrl')).toHaveLength(0);
    expect(
      cloud.logs().some(({ text }) => text.includes("the queue's policy does not allow sns.amazonaws.com")),
    ).toBe(true);
  });
});

describe('a queue', () => {
  it('hides a received message until its visibility timeout, and deletes it for good', async () => {
    await callJson(cloud, 'AmazonSQS.SendMessage', {
      QueueUrl: cloud.outputs['EnvelopedUrl'],
      MessageBody: 'x',
    });
    expect(await receive('EnvelopedUrl')).toHaveLength(1);
    expect(await receive('EnvelopedUrl')).toHaveLength(0);
    await cloud.clock.advance(30_000);
    const [again] = await receive('EnvelopedUrl');
    await callJson(cloud, 'AmazonSQS.DeleteMessage', {
      QueueUrl: cloud.outputs['EnvelopedUrl'],
      ReceiptHandle: again?.ReceiptHandle,
    });
    await cloud.clock.advance(60_000);
    expect(await receive('EnvelopedUrl')).toHaveLength(0);
  });

  it('answers a waiting receiver as soon as a message comes', async () => {
    const url = cloud.outputs['EnvelopedUrl'];
    const waiting = callJson(cloud, 'AmazonSQS.ReceiveMessage', { QueueUrl: url, WaitTimeSeconds: 20 });
    await callJson(cloud, 'AmazonSQS.SendMessage', { QueueUrl: url, MessageBody: 'here' });
    expect((await waiting).body['Messages']).toMatchObject([{ Body: 'here' }]);
  });

  it('delays a message as long as its sender says', async () => {
    await callJson(cloud, 'AmazonSQS.SendMessage', {
      QueueUrl: cloud.outputs['EnvelopedUrl'],
      MessageBody: 'x',
      DelaySeconds: 60,
    });
    const { body } = await callJson(cloud, 'AmazonSQS.GetQueueAttributes', {
      QueueUrl: cloud.outputs['EnvelopedUrl'],
      AttributeNames: ['All'],
    });
    expect(body['Attributes']).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesDelayed: '1',
    });
    await cloud.clock.advance(60_000);
    expect(await receive('EnvelopedUrl')).toHaveLength(1);
  });

  it('that does not exist is QueueDoesNotExist, and an operation that is not supported is named', async () => {
    expect(
      (await callJson(cloud, 'AmazonSQS.SendMessage', { QueueUrl: 'http://x/0/none', MessageBody: 'x' }))
        .body['__type'],
    ).toBe('com.amazonaws.sqs#QueueDoesNotExist');
    expect((await callJson(cloud, 'AmazonSQS.AddPermission', {})).body['message']).toBe(
      'The local cloud does not support sqs:AddPermission',
    );
  });
});

describe('text messages', () => {
  it('that a function sends are in the log, from the number it names or the default', async () => {
    const heard: string[] = [];
    cloud.sms.onSent(({ body }) => heard.push(body));
    await cloud.invoke('Text', { to: PHONE, body: '【样例】一', from: SERVICE });
    await cloud.invoke('Text', { to: PHONE, body: 'two' });
    expect(cloud.sms.sent()).toMatchObject([
      { from: SERVICE, to: PHONE, body: '【样例】一', at: START },
      { from: 'NOTICE', to: PHONE, body: 'two', at: START },
    ]);
    expect(heard).toEqual(['【样例】一', 'two']);
    expect(
      (await control(cloud, 'GET', `sms?to=${encodeURIComponent(PHONE)}&since=2026-11-23T08:30:00Z`)).body,
    ).toHaveLength(2);
    expect(cloud.meters.total().smsParts).toBe(2);
  });

  it('that people send reach the topic as two-way SMS JSON', async () => {
    await cloud.invoke('Text', { to: PHONE, body: 'a question', from: SERVICE });
    await control(cloud, 'POST', 'sms', { from: PHONE, to: SERVICE, body: '1 好', id: 'in-1' });
    await cloud.clock.settled();
    const [message] = await receive('EnvelopedUrl');
    const envelope = JSON.parse(message?.Body ?? '') as { Message: string };
    expect(JSON.parse(envelope.Message)).toEqual({
      originationNumber: PHONE,
      destinationNumber: SERVICE,
      messageKeyword: 'KEYWORD',
      messageBody: '1 好',
      inboundMessageId: 'in-1',
      previousPublishedMessageId: cloud.sms.sent()[0]?.id,
    });
  });

  it('that come with the same id again are delivered again and logged once', async () => {
    for (let time = 0; time < 2; time += 1)
      await cloud.sms.receive({ from: PHONE, to: SERVICE, body: 'again', id: 'same' });
    expect(await receive('EnvelopedUrl')).toHaveLength(2);
    expect((await control(cloud, 'GET', 'sms?direction=in')).body).toHaveLength(1);
  });

  it('can get lost or come twice on request', async () => {
    await control(cloud, 'POST', 'faults', { message: 'sms-out', action: 'drop', times: 1 });
    await cloud.invoke('Text', { to: PHONE, body: 'lost' });
    cloud.faults.add({ message: 'sms-in', action: 'double', times: 1 });
    await cloud.sms.receive({ from: PHONE, to: SERVICE, body: 'twice' });
    expect(cloud.sms.sent()).toHaveLength(0);
    expect(await receive('EnvelopedUrl')).toHaveLength(2);
  });
});
