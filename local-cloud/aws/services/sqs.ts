import * as z from 'zod';
import type { Caller, Identities } from '../../iam/identities.js';
import { messageAttributeSchema } from '../../messaging/message.js';
import { md5, type Queue, type ReceivedMessage } from '../../messaging/queue.js';
import type { Queues } from '../../messaging/queues.js';
import { AwsError } from '../aws-error.js';
import { jsonAnswer, jsonFailure, readJsonInput } from '../json-protocol.js';
import type { WireService } from '../wire.js';

export interface SqsWireOptions {
  readonly queues: Queues;
  readonly identities: Identities;
}

interface Operation {
  readonly schema: z.ZodType<{ QueueUrl: string }>;
  readonly run: (queue: Queue, input: unknown) => Promise<object> | object;
}

/** One operation on one queue; `schema` reads its input. */
function operation<Shape extends z.ZodRawShape>(
  shape: Shape,
  run: (queue: Queue, input: z.infer<z.ZodObject<Shape>>) => Promise<object> | object,
): Operation {
  const schema = z.object({ QueueUrl: z.string() });
  const own = z.object(shape);
  return { schema, run: (queue, input) => run(queue, parse(own, input)) };
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AwsError('InvalidParameterValue', z.prettifyError(parsed.error));
  return parsed.data;
}

const sending = {
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), messageAttributeSchema).default({}),
};
const outgoing = z.object(sending);
const handles = z.object({ Id: z.string(), ReceiptHandle: z.string() });

const toSend = ({
  MessageBody: body,
  DelaySeconds: delaySeconds,
  MessageAttributes: attributes,
}: z.infer<typeof outgoing>) => ({
  body,
  delaySeconds,
  attributes,
});

/** A waiting client's patience runs on the machine's clock, like any network time-out. */
async function receive(queue: Queue, limit: number, visibility: number | undefined, waitSeconds: number) {
  const first = await queue.receive(limit, visibility);
  if (first.length > 0 || waitSeconds === 0) return first;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopListening();
      resolve();
    };
    const timer = setTimeout(done, waitSeconds * 1000);
    const stopListening = queue.onAvailable(done);
  });
  return queue.receive(limit, visibility);
}

const wireMessage = (message: ReceivedMessage) => ({
  MessageId: message.id,
  ReceiptHandle: message.receiptHandle,
  MD5OfBody: md5(message.body),
  Body: message.body,
  Attributes: {
    SenderId: message.senderId,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
  },
  ...(Object.keys(message.attributes).length === 0 ? {} : { MessageAttributes: message.attributes }),
});

function attributesOf({ config, counts }: { config: Queue['config']; counts: ReturnType<Queue['counts']> }) {
  const { redrive } = config;
  return {
    QueueArn: config.arn,
    VisibilityTimeout: String(config.visibilitySeconds),
    MessageRetentionPeriod: String(config.retentionSeconds),
    DelaySeconds: String(config.delaySeconds),
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    ...(redrive === undefined
      ? {}
      : {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: redrive.deadLetterArn,
            maxReceiveCount: redrive.maxReceiveCount,
          }),
        }),
  };
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  SendMessage: operation(sending, async (queue, input) => {
    const [id] = await queue.send([toSend(input)]);
    return { MessageId: id, MD5OfMessageBody: md5(input.MessageBody) };
  }),
  SendMessageBatch: operation(
    {
      Entries: z
        .array(outgoing.extend({ Id: z.string() }))
        .min(1)
        .max(10),
    },
    async (queue, { Entries }) => {
      const ids = await queue.send(Entries.map(toSend));
      return {
        Successful: Entries.map((entry, index) => ({
          Id: entry.Id,
          MessageId: ids[index],
          MD5OfMessageBody: md5(entry.MessageBody),
        })),
        Failed: [],
      };
    },
  ),
  ReceiveMessage: operation(
    {
      MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
      VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
      WaitTimeSeconds: z.number().int().min(0).max(20).default(0),
    },
    async (queue, { MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds }) => {
      const messages = await receive(queue, MaxNumberOfMessages, VisibilityTimeout, WaitTimeSeconds);
      return messages.length === 0 ? {} : { Messages: messages.map(wireMessage) };
    },
  ),
  DeleteMessage: operation({ ReceiptHandle: z.string() }, async (queue, { ReceiptHandle }) => {
    await queue.delete([ReceiptHandle]);
    return {};
  }),
  DeleteMessageBatch: operation({ Entries: z.array(handles).min(1).max(10) }, async (queue, { Entries }) => {
    await queue.delete(Entries.map(({ ReceiptHandle }) => ReceiptHandle));
    return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
  }),
  ChangeMessageVisibility: operation(
    { ReceiptHandle: z.string(), VisibilityTimeout: z.number().int().min(0).max(43_200) },
    (queue, { ReceiptHandle, VisibilityTimeout }) => {
      queue.changeVisibility(ReceiptHandle, VisibilityTimeout);
      return {};
    },
  ),
  GetQueueAttributes: operation(
    { AttributeNames: z.array(z.string()).default([]) },
    (queue, { AttributeNames }) => {
      const all = attributesOf({ config: queue.config, counts: queue.counts() });
      const wanted = Object.entries(all).filter(
        ([name]) => AttributeNames.includes('All') || AttributeNames.includes(name),
      );
      return { Attributes: Object.fromEntries(wanted) };
    },
  ),
  PurgeQueue: operation({}, async (queue) => {
    await queue.purge();
    return {};
  }),
};

const nameSchema = z.object({ QueueName: z.string() });

/** The two operations that do not start from a queue's URL. */
function withoutQueue(
  name: string,
  input: unknown,
  { queues, identities }: SqsWireOptions,
  caller: Caller,
): object | undefined {
  if (name === 'GetQueueUrl') {
    const { config } = queues.find(parse(nameSchema, input).QueueName);
    identities.authorize(caller, { action: 'sqs:GetQueueUrl', resource: config.arn });
    return { QueueUrl: config.url };
  }
  if (name !== 'ListQueues') return undefined;
  identities.authorize(caller, { action: 'sqs:ListQueues', resource: '*' });
  return { QueueUrls: queues.list().map(({ config }) => config.url) };
}

/** A batch is allowed to whoever may do the single call. */
const actionOf = (name: string) => `sqs:${name.replace(/Batch$/, '')}`;

/** SQS in AWS's JSON protocol. */
export function sqsWire(options: SqsWireOptions): WireService {
  return {
    name: 'sqs',
    handle: async ({ operation: name, body, caller }) => {
      const input = readJsonInput(body);
      const direct = withoutQueue(name, input, options, caller);
      if (direct !== undefined) return jsonAnswer(direct);
      const found = OPERATIONS[name];
      if (found === undefined)
        throw new AwsError('UnsupportedOperation', `The local cloud does not support sqs:${name}`);
      const queue = options.queues.find(parse(found.schema, input).QueueUrl);
      options.identities.authorize(caller, { action: actionOf(name), resource: queue.config.arn });
      return jsonAnswer(await found.run(queue, input));
    },
    fail: (error) => {
      const denied = error.code === 'AccessDeniedException';
      return jsonFailure(
        denied ? new AwsError('AccessDenied', error.message, 403) : error,
        'com.amazonaws.sqs#',
      );
    },
  };
}
