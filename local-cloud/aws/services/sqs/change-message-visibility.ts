import * as z from 'zod';
import { whole } from './read-input.js';
import { sqsOperation, type SqsOperation } from './sqs-operation.js';

export const changeMessageVisibility: SqsOperation = sqsOperation(
  { ReceiptHandle: z.string(), VisibilityTimeout: whole(0, 43_200) },
  (queue, { ReceiptHandle, VisibilityTimeout }) => {
    queue.changeVisibility(ReceiptHandle, VisibilityTimeout);
    return {};
  },
);
