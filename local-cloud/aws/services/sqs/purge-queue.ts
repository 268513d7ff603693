import { sqsOperation, type SqsOperation } from './sqs-operation.js';

export const purgeQueue: SqsOperation = sqsOperation({}, async (queue) => {
  await queue.purge();
  return {};
});
