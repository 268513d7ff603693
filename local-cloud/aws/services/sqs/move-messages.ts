import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../../../errors/aws-error.js';
import type { Queue } from '../../../messaging/queue.js';
import type { Queues } from '../../../messaging/queues.js';
import { readSqsInput } from './read-input.js';

const schema = z.object({ SourceArn: z.string().min(1), DestinationArn: z.string().optional() });

/** Where dead letters came from: the first queue that shares them, for the host does not keep which it was. */
function originOf(queues: Queues, deadLetterArn: string): Queue {
  const origin = queues.list().find(({ config }) => config.redrive?.deadLetterArn === deadLetterArn);
  if (origin !== undefined) return origin;
  throw new AwsError(
    'InvalidParameterValue',
    `Value ${deadLetterArn} for parameter SourceArn is invalid. Reason: Source queue must be configured as a Dead Letter Queue.`,
  );
}

/** Moves what can be seen, at once: here no task is ever found under way. A moved message is a new one, sent now. */
export async function startMessageMoveTask(queues: Queues, input: unknown): Promise<object> {
  const { SourceArn, DestinationArn } = readSqsInput(schema, input);
  const source = queues.get(SourceArn);
  await source.moveTo(
    DestinationArn === undefined ? originOf(queues, SourceArn) : queues.get(DestinationArn),
  );
  return {
    TaskHandle: Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn: SourceArn })).toString(
      'base64',
    ),
  };
}
