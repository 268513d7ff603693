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
import { strToU8, zipSync } from 'fflate';
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

const CODE = `export const handler = async ({ name }) => {
  if (name === undefined) throw new Error('nobody');
  return { hello: name, greeting: process.env.GREETING };
};`;
const zipped = (files: Readonly<Record<string, string>>): string =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  ).toString('base64');

async function functions(method: string, path: string, body?: object, key = 'test') {
  const response = await fetch(`${cloud.endpoint}/2015-03-31/functions${path}`, {
    method,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261123/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=none`,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    error: response.headers.get('x-amzn-errortype'),
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}

async function echoRole(): Promise<string> {
  const { body } = await functions('GET', '');
  return String((body['Functions'] as { Role: string }[])[0]?.Role);
}

const greeter = async () => ({
  FunctionName: 'greeter',
  Role: await echoRole(),
  Handler: 'index.handler',
  Runtime: 'nodejs24.x',
  Code: { ZipFile: zipped({ 'index.mjs': CODE }) },
  Environment: { Variables: { GREETING: 'hello' } },
});

describe('a function that a client makes', () => {
  it('runs, is told of, is there after a restart, and is gone once it was deleted', async () => {
    const created = await functions('POST', '', await greeter());
    expect(created).toMatchObject({
      status: 201,
      body: {
        FunctionName: 'greeter',
        FunctionArn: 'arn:aws:lambda:us-east-1:111111111111:function:greeter',
        State: 'Active',
        Runtime: 'nodejs24.x',
      },
    });
    const hello = { status: 200, body: { hello: 'Li', greeting: 'hello' } };
    expect(await functions('POST', '/greeter/invocations', { name: 'Li' })).toMatchObject(hello);
    expect((await functions('POST', '/greeter/invocations', {})).body).toMatchObject({
      errorMessage: 'nobody',
      trace: expect.arrayContaining([expect.stringContaining('/var/task/index.mjs:2')]) as string[],
    });
    await cloud.close();
    await begin();
    expect(await functions('POST', '/greeter/invocations', { name: 'Li' })).toMatchObject(hello);
    expect((await functions('GET', '/greeter')).body).toMatchObject({
      Configuration: { FunctionName: 'greeter', MemorySize: 128, Timeout: 3 },
    });
    expect((await functions('GET', '/greeter/configuration')).body).toMatchObject({ State: 'Active' });
    expect(await functions('DELETE', '/greeter')).toMatchObject({ status: 204 });
    expect(await functions('GET', '/greeter')).toMatchObject({ status: 404 });
    await cloud.close();
    await begin();
    expect(await functions('GET', '/greeter')).toMatchObject({ status: 404 });
  });

  it('has versions and aliases, which are there after a restart and go with it', async () => {
    const role = await greeter();
    await functions('POST', '', role);
    expect(await functions('POST', '/greeter/versions', {})).toMatchObject({
      status: 201,
      body: { Version: '1' },
    });
    await functions('POST', '/greeter/aliases', { Name: 'live', FunctionVersion: '1' });
    await cloud.close();
    await begin();
    expect(await functions('POST', '/greeter:live/invocations', { name: 'Li' })).toMatchObject({
      status: 200,
      body: { hello: 'Li', greeting: 'hello' },
    });
    expect((await functions('GET', '/greeter/configuration?Qualifier=1')).body).toMatchObject({
      FunctionArn: 'arn:aws:lambda:us-east-1:111111111111:function:greeter:1',
      Version: '1',
    });
    expect(await functions('DELETE', '/greeter?Qualifier=1')).toMatchObject({ status: 409 });
    expect(await functions('DELETE', '/greeter?Qualifier=live')).toMatchObject({ status: 400 });
    expect(await functions('DELETE', '/greeter?Qualifier=$LATEST')).toMatchObject({
      status: 400,
      body: { message: '$LATEST version cannot be deleted without deleting the function.' },
    });
    expect(await functions('DELETE', '/greeter/aliases/live')).toMatchObject({ status: 204 });
    expect(await functions('DELETE', '/greeter?Qualifier=1')).toMatchObject({ status: 204 });
    expect(await functions('GET', '/greeter?Qualifier=1')).toMatchObject({ status: 404 });
    await functions('POST', '/greeter/versions', {});
    expect(await functions('DELETE', '/greeter')).toMatchObject({ status: 204 });
    await functions('POST', '', role);
    expect(await functions('POST', '/greeter:2/invocations', { name: 'Li' })).toMatchObject({ status: 404 });
    expect((await functions('POST', '/greeter/versions', {})).body).toMatchObject({ Version: '3' });
  });

  it.each<[string, object, string, string]>([
    [
      'whose role nobody may take',
      { Role: 'arn:aws:iam::111111111111:role/nobody' },
      'InvalidParameterValueException',
      'The role defined for the function cannot be assumed by Lambda.',
    ],
    [
      'whose code is no zip file',
      { Code: { ZipFile: 'bm90aGluZw==' } },
      'InvalidParameterValueException',
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
    [
      'whose code leads out of its folder',
      { Code: { ZipFile: zipped({ '../../outside.mjs': CODE }) } },
      'InvalidParameterValueException',
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
    [
      'whose handler is not there',
      { Handler: 'other.handler' },
      'InvalidParameterValueException',
      'The handler other.handler is not in the code',
    ],
    [
      'of another language',
      { Runtime: 'python3.13' },
      'InvalidParameterValueException',
      'The local cloud supports Node.js functions only',
    ],
    [
      'with code in S3',
      { Code: { S3Bucket: 'b', S3Key: 'k' } },
      'InvalidParameterValueException',
      'The local cloud needs Code.ZipFile',
    ],
  ])('is refused %s', async (_what, change, error, message) => {
    expect(await functions('POST', '', { ...(await greeter()), ...change })).toMatchObject({
      status: 400,
      error,
      body: { message },
    });
  });

  it('is made once, by whoever may', async () => {
    await functions('POST', '', await greeter());
    expect(await functions('POST', '', await greeter())).toMatchObject({
      status: 409,
      error: 'ResourceConflictException',
      body: { message: 'Function already exist: greeter' },
    });
    const { payload } = await cloud.invoke('Echo', {});
    const { environment } = JSON.parse(payload) as { environment: Record<string, string> };
    const key = environment['AWS_ACCESS_KEY_ID'];
    expect(await functions('DELETE', '/greeter', undefined, key)).toMatchObject({
      status: 403,
      error: 'AccessDeniedException',
    });
    expect(await functions('POST', '', { ...(await greeter()), FunctionName: 'mine' }, key)).toMatchObject({
      status: 403,
    });
  });
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
