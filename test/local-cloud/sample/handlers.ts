// The functions of the sample assembly: small, and each shows one thing that a function does on AWS.
import { randomBytes } from 'node:crypto';
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
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
    case 'broken':
      return { statusCode: 'many' };
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

export const queryOthers = async ({ pk }: { pk: string }) => {
  const { Count: count } = await database.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: '#k = :k',
      ExpressionAttributeNames: { '#k': 'pk' },
      ExpressionAttributeValues: { ':k': { S: pk } },
    }),
  );
  return { count };
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

export const exit = async () => process.exit(3);

export const draw = async () => randomBytes(40).toString('hex');
