import * as z from 'zod';
import type { Queue } from '../../../messaging/queue.js';
import { readSqsInput } from './read-input.js';

/** One operation on one queue: unread input in, output out; rejects with AwsError. */
export type SqsOperation = (queue: Queue, input: unknown) => Promise<object> | object;

/** An operation whose input has these members besides `QueueUrl`. */
export function sqsOperation<Shape extends z.ZodRawShape>(
  shape: Shape,
  run: (queue: Queue, input: z.infer<z.ZodObject<Shape>>) => Promise<object> | object,
): SqsOperation {
  const schema = z.object(shape);
  return (queue, input) => run(queue, readSqsInput(schema, input));
}
