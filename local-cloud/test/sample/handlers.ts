// The functions of the sample assembly: small, and each shows one thing that a function does on AWS.
import { randomBytes } from 'node:crypto';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SFNClient, SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient, type MessageAttributeValue } from '@aws-sdk/client-sns';

const database = new DynamoDBClient();
const sns = new SNSClient();
const states = new SFNClient();
const table = process.env['TABLE'] ?? '';

interface HttpEvent {
  readonly pathParameters?: Record<string, string>;
  readonly body?: string;
}
interface QueueEvent {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly attributes: { readonly ApproximateReceiveCount: string };
  }[];
}

/** Answers with its event, so that a test can look at it. */
export const echo = async (
  event: unknown,
  context: { awsRequestId: string; functionName: string; getRemainingTimeInMillis(): number },
) => ({
  event,
  requestId: context.awsRequestId,
  functionName: context.functionName,
  remaining: context.getRemainingTimeInMillis(),
  environment: { ...process.env },
});

export const http = async (event: HttpEvent) => {
  switch (event.pathParameters?.['form']) {
    case 'text':
      return 'plain text';
    case 'binary':
      return {
        statusCode: 200,
        headers: { 'Content-Type': 'image/png' },
        body: Buffer.from([1, 2, 3]).toString('base64'),
        isBase64Encoded: true,
      };
    case 'cookies':
      return {
        statusCode: 201,
        cookies: ['a=1; Path=/', 'b=2'],
        headers: { 'X-Kind': 'made' },
        body: 'made',
      };
    case 'answer':
      return JSON.parse(event.body ?? '') as unknown;
    case 'throw':
      throw new TypeError('no such thing');
    default:
      return { event };
  }
};

export const put = async ({ pk, text }: { pk: string; text: string }) => {
  await database.send(new PutItemCommand({ TableName: table, Item: { pk: { S: pk }, text: { S: text } } }));
  const { Item: item } = await database.send(
    new GetItemCommand({ TableName: table, Key: { pk: { S: pk } } }),
  );
  return { text: item?.['text']?.S };
};

export const text = async ({ to, body, from }: { to: string; body: string; from?: string }) => {
  const attributes: Record<string, MessageAttributeValue> =
    from === undefined ? {} : { 'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: from } };
  const { MessageId: id } = await sns.send(
    new PublishCommand({ PhoneNumber: to, Message: body, MessageAttributes: attributes }),
  );
  return { id };
};

/** Stores each message's body under its own text; `fail` never succeeds, `once` the second time, `hang` takes for ever. */
export const consume = async ({ Records: records }: QueueEvent) => {
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId, body, attributes } of records) {
    const attempt = Number(attributes.ApproximateReceiveCount);
    if (body === 'hang') await new Promise((resolve) => setTimeout(resolve, 1_000_000));
    if (body === 'fail' || (body === 'once' && attempt === 1)) failed.push({ itemIdentifier: messageId });
    else
      await database.send(
        new PutItemCommand({
          TableName: table,
          Item: { pk: { S: `got ${body}` }, attempt: { N: String(attempt) } },
        }),
      );
  }
  return { batchItemFailures: failed };
};

export const tick = async (event: { at?: string; time?: string }) => {
  await database.send(
    new PutItemCommand({ TableName: table, Item: { pk: { S: `tick ${event.at ?? event.time}` } } }),
  );
};

export const start = async ({ machine, input }: { machine: string; input: unknown }) => {
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn: machine, input: JSON.stringify(input) }),
  );
  return { executionArn };
};

export const finish = async ({ token }: { token: string }) => {
  await states.send(new SendTaskSuccessCommand({ taskToken: token, output: '"done"' }));
};

export const hang = async () => {
  for (;;) await new Promise((resolve) => setTimeout(resolve, 1000));
};

/** Waits for what never comes; nothing of it goes on. */
export const stall = () => new Promise<never>(() => undefined);

export const spin = async () => {
  for (;;);
};

export const fail = async () => {
  console.log('about to fail');
  const error = new Error('it is broken');
  error.name = 'Broken';
  throw error;
};

let calls = 0;
export const count = async () => {
  calls += 1;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return calls;
};

/** Whatever a function may do to the process in which it thinks that it is alone. */
const MISDEEDS: Readonly<Record<string, () => unknown>> = {
  exit: () => process.exit(3),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  'kill the parent': () => process.kill(process.ppid),
  terminate: () => process.kill(process.pid),
  abort: () => process.abort(),
  throw: () => setTimeout(() => never(new RangeError('nobody catches this')), 0),
  reject: () => void Promise.reject(new RangeError('nobody catches this')),
  'take buffers': () => taking(() => Buffer.alloc(4 << 20, 1)),
  'take arrays': () => taking(() => new Uint8Array(4 << 20).fill(1)),
  'take heap': () => taking(() => Array.from({ length: 10_000 }, (_, n) => ({ n }))),
  'take an array': () => taken.push([1, 2, 3].map(() => Array<number>(1e7).fill(1.5))),
  'take by and by': () => setInterval(() => taken.push(structuredClone(new Uint8Array(8 << 20).fill(1))), 1),
};

const taken: unknown[] = [];
/** More than its memory, unless it is stopped; never so much that the machine has none left. */
function taking(more: () => unknown): void {
  // The process may have held much before.
  const most = process.memoryUsage.rss() + 1.2e9;
  for (let n = 0; n < 200_000 && process.memoryUsage.rss() < most; n += 1) taken.push(more());
}

const never = (error: Error): never => {
  throw error;
};

export const misbehave = async ({ how }: { how: string }) => {
  MISDEEDS[how]?.();
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return 'went on';
};

/** Frees again what it takes: many times its memory in all, and little of it at a time. */
export const recycle = async () => {
  let sum = 0;
  for (let n = 0; n < 100; n += 1) sum += Buffer.alloc(8 << 20, 1).length;
  return sum;
};

export const spoil = async () => {
  const spoilt = globalThis as Record<string, unknown>;
  JSON.parse = () => 'spoilt';
  Object.assign(Object.getPrototypeOf([]) as object, { push: () => never(new Error('spoilt')) });
  for (const name of ['Buffer', 'setTimeout', 'Error', 'Map', 'Date']) spoilt[name] = undefined;
  return 'spoilt';
};

/** Writes as fast as it can, and more than anybody reads. */
export const chatter = async () => {
  const until = Date.now() + 700;
  while (Date.now() < until) process.stdout.write('.'.repeat(1000));
  process.stdout.write('x'.repeat(3_000_000));
  return 'said';
};

export const bulky = async () => 'x'.repeat(7_000_000);

/** Speaks to the host as if it were the runtime. */
export const pretend = async () => {
  const { parentPort } = await import('node:worker_threads');
  const said: unknown[] = [null, { kind: 'log', stream: 'stdout', text: { no: 'text' } }];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  for (const one of said) parentPort?.postMessage(one);
  return parentPort === null ? 'alone' : 'heard';
};

export const exit = async () => process.exit(3);

export const draw = async () => randomBytes(40).toString('hex');
export const drawLater = async () => process.getBuiltinModule('node:crypto').randomBytes(40).toString('hex');

/** Measures something, in CloudWatch's embedded metric format. */
export const measure = async ({ at, value, place }: { at: number; value: number; place?: string }) => {
  const Dimensions = [place === undefined ? [] : ['Place']];
  const described = { Namespace: 'Sample', Dimensions, Metrics: [{ Name: 'Waiting', Unit: 'Count' }] };
  const _aws = { Timestamp: at, CloudWatchMetrics: [described] };
  process.stdout.write(`${JSON.stringify({ _aws, Waiting: value, Place: place })}\n`);
};
