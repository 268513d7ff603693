import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../../local-cloud.js';
import { callJson, clientConfig } from '../../testing/sdk.js';
import { lambda, table, writeAssembly, type SampleAssembly } from '../sample/sample-assembly.js';

const QUEUE_ARN = 'arn:aws:sqs:us-east-1:111111111111:letters';
const OPEN = JSON.stringify({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: '*',
    },
  ],
});

let cloud: LocalCloud;
let sns: SNSClient;
let data: string;
let assembly: SampleAssembly;

async function begin(): Promise<void> {
  cloud = await createLocalCloud({ clock: 'manual', assembly: assembly.directory, data });
  sns = new SNSClient(clientConfig(cloud));
}

beforeAll(() => {
  assembly = writeAssembly({ ...table, ...lambda('Echo', 'echo', []) });
});
afterAll(() => assembly.remove());
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'local-cloud-made-'));
  await begin();
});
afterEach(async () => {
  await cloud.close();
  rmSync(data, { recursive: true, force: true });
});

const sqs = (call: string, input: object, key?: string) => callJson(cloud, `AmazonSQS.${call}`, input, key);

async function queue(Attributes: Readonly<Record<string, string>> = {}): Promise<string> {
  const { body } = await sqs('CreateQueue', { QueueName: 'letters', Attributes });
  return String(body['QueueUrl']);
}

async function bodies(QueueUrl: string): Promise<string[]> {
  const { body } = await sqs('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10 });
  return ((body['Messages'] ?? []) as { Body: string }[]).map(({ Body }) => Body);
}

async function topicWithQueue(): Promise<{ TopicArn: string; QueueUrl: string; SubscriptionArn: string }> {
  const QueueUrl = await queue({ Policy: OPEN });
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  const { SubscriptionArn = '' } = await sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: QUEUE_ARN,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  return { TopicArn, QueueUrl, SubscriptionArn };
}

describe('a queue that a client makes', () => {
  it('holds messages and tells its attributes', async () => {
    const QueueUrl = await queue({ VisibilityTimeout: '45', MaximumMessageSize: '1024' });
    await sqs('SendMessage', { QueueUrl, MessageBody: 'hello' });
    expect(await bodies(QueueUrl)).toEqual(['hello']);
    const { body } = await sqs('GetQueueAttributes', { QueueUrl, AttributeNames: ['All'] });
    expect(body['Attributes']).toMatchObject({
      QueueArn: QUEUE_ARN,
      VisibilityTimeout: '45',
      MaximumMessageSize: '1024',
      MessageRetentionPeriod: '345600',
    });
    const long = await sqs('SendMessage', { QueueUrl, MessageBody: 'x'.repeat(1025) });
    expect(long).toMatchObject({
      status: 400,
      body: {
        message: 'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.',
      },
    });
  });

  it('is there after a restart with what is in it, and gone once it was deleted', async () => {
    const before = await queue({ VisibilityTimeout: '45' });
    await sqs('SetQueueAttributes', { QueueUrl: before, Attributes: { VisibilityTimeout: '46' } });
    await sqs('SendMessage', { QueueUrl: before, MessageBody: 'kept' });
    await cloud.close();
    await begin();
    const { body } = await sqs('GetQueueUrl', { QueueName: 'letters' });
    const QueueUrl = String(body['QueueUrl']);
    expect(QueueUrl.startsWith(cloud.endpoint)).toBe(true);
    expect(await bodies(QueueUrl)).toEqual(['kept']);
    const told = await sqs('GetQueueAttributes', { QueueUrl, AttributeNames: ['VisibilityTimeout'] });
    expect(told.body['Attributes']).toEqual({ VisibilityTimeout: '46' });
    await sqs('DeleteQueue', { QueueUrl });
    await cloud.close();
    await begin();
    expect(await sqs('GetQueueUrl', { QueueName: 'letters' })).toMatchObject({ status: 400 });
  });

  it.each<[string, object, string]>([
    [
      'of the same name that is to be another',
      { QueueName: 'letters', Attributes: { DelaySeconds: '3' } },
      'QueueNameExists',
    ],
    ['with a wrong name', { QueueName: 'let ters' }, 'InvalidParameterValue'],
    ['with a wrong value', { QueueName: 'a', Attributes: { DelaySeconds: '901' } }, 'InvalidAttributeValue'],
    [
      'with an attribute that is none',
      { QueueName: 'a', Attributes: { Delay: '1' } },
      'InvalidAttributeName',
    ],
    ['of FIFO kind', { QueueName: 'a.fifo', Attributes: { FifoQueue: 'true' } }, 'UnsupportedOperation'],
  ])('is refused %s', async (_what, input, code) => {
    await queue();
    const { status, body } = await sqs('CreateQueue', input);
    expect(status).toBe(400);
    expect(String(body['__type'])).toBe(`com.amazonaws.sqs#${code}`);
  });
});

describe('a topic that a client makes', () => {
  it('delivers to whoever is subscribed, over a restart', async () => {
    const { TopicArn, QueueUrl, SubscriptionArn } = await topicWithQueue();
    await sns.send(new PublishCommand({ TopicArn, Message: 'one' }));
    expect(await bodies(QueueUrl)).toEqual(['one']);
    await cloud.close();
    await begin();
    expect((await sns.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
    await sns.send(new PublishCommand({ TopicArn, Message: 'two' }));
    expect(await bodies(QueueUrl)).toContain('two');
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    await sns.send(new PublishCommand({ TopicArn, Message: 'three' }));
    expect(await bodies(QueueUrl)).not.toContain('three');
  });

  it('tells who is subscribed, and is made once', async () => {
    const { TopicArn, SubscriptionArn } = await topicWithQueue();
    expect(await topicWithQueue()).toMatchObject({ TopicArn, SubscriptionArn });
    expect((await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions).toEqual([
      { SubscriptionArn, Owner: '111111111111', Protocol: 'sqs', Endpoint: QUEUE_ARN, TopicArn },
    ]);
    expect((await sns.send(new GetTopicAttributesCommand({ TopicArn }))).Attributes).toMatchObject({
      TopicArn,
      SubscriptionsConfirmed: '1',
    });
    await sns.send(new DeleteTopicCommand({ TopicArn }));
    await expect(sns.send(new PublishCommand({ TopicArn, Message: 'lost' }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  it.each([
    [
      'a protocol that is none',
      'pigeon',
      'x',
      'Invalid parameter: Amazon SNS does not support this protocol string: pigeon',
    ],
    ['a queue that is no ARN', 'sqs', 'letters', 'Invalid parameter: SQS endpoint ARN'],
    [
      'a protocol that the host has not',
      'https',
      'https://example.com',
      'Invalid parameter: the local cloud does not support the protocol https',
    ],
  ])('refuses %s', async (_what, Protocol, Endpoint, message) => {
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
    await expect(sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message,
    });
  });

  it.each(['+86', '12345', 'abc', '+0123456789', '+8619911110001234'])(
    'is not needed to text a number, which is to be one (%s)',
    async (PhoneNumber) => {
      await expect(sns.send(new PublishCommand({ PhoneNumber, Message: 'hello' }))).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: `Invalid parameter: PhoneNumber Reason: ${PhoneNumber} is not valid to publish to`,
      });
    },
  );
});

it('making queues and topics needs a permission', async () => {
  const { payload } = await cloud.invoke('Echo', {});
  const { environment } = JSON.parse(payload) as { environment: Record<string, string> };
  const key = environment['AWS_ACCESS_KEY_ID'] ?? '';
  const QueueUrl = await queue();
  for (const [call, input] of [
    ['CreateQueue', { QueueName: 'mine' }],
    ['DeleteQueue', { QueueUrl }],
    ['SetQueueAttributes', { QueueUrl, Attributes: { DelaySeconds: '1' } }],
  ] as const)
    expect(await sqs(call, input, key)).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining(`not authorized to perform: sqs:${call}`) as string },
    });
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  const credentials = { accessKeyId: key, secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '' };
  const theirs = new SNSClient({ ...clientConfig(cloud), credentials });
  for (const command of [
    new CreateTopicCommand({ Name: 'mine' }),
    new DeleteTopicCommand({ TopicArn }),
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: QUEUE_ARN }),
  ])
    await expect(theirs.send(command as CreateTopicCommand)).rejects.toMatchObject({
      name: 'AuthorizationErrorException',
    });
});
