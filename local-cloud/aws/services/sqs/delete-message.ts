import * as z from 'zod';
import { Queue } from '../../../messaging/queue.js';
import { AwsError } from '../../../errors/aws-error.js';
import { batchAnswer, checkBatch } from './batch.js';
import { sqsOperation, type SqsOperation } from './sqs-operation.js';

const invalidHandle = () => new AwsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');

export const deleteMessage: SqsOperation = sqsOperation(
  { ReceiptHandle: z.string() },
  async (queue, { ReceiptHandle }) => {
    if (!Queue.isHandle(ReceiptHandle)) throw invalidHandle();
    await queue.delete([ReceiptHandle]);
    return {};
  },
);

const deleteEntries = sqsOperation(
  { Entries: z.array(z.object({ Id: z.string(), ReceiptHandle: z.string() })) },
  async (queue, { Entries }) => {
    const known = Entries.filter(({ ReceiptHandle }) => Queue.isHandle(ReceiptHandle));
    await queue.delete(known.map(({ ReceiptHandle }) => ReceiptHandle));
    const { code, message } = invalidHandle();
    return batchAnswer(
      known.map(({ Id }) => ({ Id })),
      Entries.filter((entry) => !known.includes(entry)).map(({ Id }) => ({
        Id,
        SenderFault: true,
        Code: code,
        Message: message,
      })),
    );
  },
);

export const deleteMessageBatch: SqsOperation = (queue, input) => {
  checkBatch(input);
  return deleteEntries(queue, input);
};
