import * as z from 'zod';
import type { OutgoingMessage } from '../../../messaging/message.js';
import { md5 } from '../../../messaging/queue.js';
import { AwsError } from '../../../errors/aws-error.js';
import { batchAnswer, checkBatch } from './batch.js';
import { md5OfAttributes, messageAttributesSchema, sizeOfAttributes } from './message-attributes.js';
import { whole } from './read-input.js';
import { sqsOperation, type SqsOperation } from './sqs-operation.js';

/** 1 MiB, of one message with its attributes and of a whole batch (since August 2025; 256 KiB before). */
export const MOST_BYTES = 1_048_576;

const sending = {
  MessageBody: z.string().min(1),
  DelaySeconds: whole(0, 900).optional(),
  MessageAttributes: messageAttributesSchema,
};
const outgoing = z.object(sending);
type Outgoing = z.infer<typeof outgoing>;

const sizeOf = ({ MessageBody, MessageAttributes }: Outgoing): number =>
  Buffer.byteLength(MessageBody) + sizeOfAttributes(MessageAttributes);

const toSend = (input: Outgoing): OutgoingMessage => ({
  body: input.MessageBody,
  delaySeconds: input.DelaySeconds,
  attributes: input.MessageAttributes,
});

const sent = (input: Outgoing, id: string | undefined) => ({
  MessageId: id,
  MD5OfMessageBody: md5(input.MessageBody),
  MD5OfMessageAttributes: md5OfAttributes(input.MessageAttributes),
});

export const sendMessage: SqsOperation = sqsOperation(sending, async (queue, input) => {
  const { largestMessage: most = MOST_BYTES } = queue.config;
  if (sizeOf(input) > most)
    throw new AwsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${most} bytes.`,
    );
  const [id] = await queue.send([toSend(input)]);
  return sent(input, id);
});

const sendEntries = sqsOperation(
  { Entries: z.array(outgoing.extend({ Id: z.string() })) },
  async (queue, { Entries }) => {
    const size = Entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
    if (size > MOST_BYTES)
      throw new AwsError(
        'BatchRequestTooLong',
        `Batch requests cannot be longer than ${MOST_BYTES} bytes. You have sent ${size} bytes.`,
      );
    const ids = await queue.send(Entries.map(toSend));
    return batchAnswer(
      Entries.map((entry, index) => ({ Id: entry.Id, ...sent(entry, ids[index]) })),
      [],
    );
  },
);

export const sendMessageBatch: SqsOperation = (queue, input) => {
  checkBatch(input);
  return sendEntries(queue, input);
};
