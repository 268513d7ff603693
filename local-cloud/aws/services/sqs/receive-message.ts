import * as z from 'zod';
import { md5, type Queue, type ReceivedMessage } from '../../../messaging/queue.js';
import { AwsError } from '../../../errors/aws-error.js';
import { md5OfAttributes, wantedAttributes } from './message-attributes.js';
import { whole } from './read-input.js';
import { sqsOperation, type SqsOperation } from './sqs-operation.js';

const names = z.array(z.string()).default([]);

const shape = {
  MaxNumberOfMessages: whole(1, 10).default(1),
  VisibilityTimeout: whole(0, 43_200).optional(),
  WaitTimeSeconds: whole(0, 20).optional(),
  /** The older name of `MessageSystemAttributeNames`. */
  AttributeNames: names,
  MessageSystemAttributeNames: names,
  MessageAttributeNames: names,
};

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

const SYSTEM_ATTRIBUTES: Readonly<Record<string, (message: ReceivedMessage) => string | undefined>> = {
  SenderId: ({ senderId }) => senderId,
  SentTimestamp: ({ sentAt }) => String(sentAt),
  ApproximateReceiveCount: ({ receiveCount }) => String(receiveCount),
  ApproximateFirstReceiveTimestamp: ({ firstReceivedAt, sentAt }) => String(firstReceivedAt ?? sentAt),
  // Known, and never there: of FIFO queues, X-Ray and dead letters that were moved by hand.
  AWSTraceHeader: () => undefined,
  DeadLetterQueueSourceArn: () => undefined,
  MessageDeduplicationId: () => undefined,
  MessageGroupId: () => undefined,
  SequenceNumber: () => undefined,
};

function wantedSystemAttributes(asked: readonly string[]): readonly string[] {
  const unknown = asked.find((name) => name !== 'All' && !(name in SYSTEM_ATTRIBUTES));
  if (unknown !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  return asked.includes('All') ? Object.keys(SYSTEM_ATTRIBUTES) : asked;
}

/** SQS tells only what was asked for: attributes by name, the message's own and the queue's. */
function wireMessage(message: ReceivedMessage, system: readonly string[], own: readonly string[]): object {
  const told = system.flatMap((name): [string, string][] => {
    const value = SYSTEM_ATTRIBUTES[name]?.(message);
    return value === undefined ? [] : [[name, value]];
  });
  const attributes = wantedAttributes(message.attributes, own);
  const sum = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(told.length === 0 ? {} : { Attributes: Object.fromEntries(told) }),
    ...(sum === undefined ? {} : { MessageAttributes: attributes, MD5OfMessageAttributes: sum }),
  };
}

export const receiveMessage: SqsOperation = sqsOperation(shape, async (queue, input) => {
  const system = wantedSystemAttributes([...input.AttributeNames, ...input.MessageSystemAttributeNames]);
  const { MaxNumberOfMessages, VisibilityTimeout, MessageAttributeNames } = input;
  const wait = input.WaitTimeSeconds ?? queue.config.waitSeconds ?? 0;
  const messages = await receive(queue, MaxNumberOfMessages, VisibilityTimeout, wait);
  if (messages.length === 0) return {};
  return { Messages: messages.map((message) => wireMessage(message, system, MessageAttributeNames)) };
});
