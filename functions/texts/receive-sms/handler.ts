import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { errorName, log } from '../../../adapters/log.js';
import { measure } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import { cleanWords } from '../../../domain/words/clean-words.js';
import type { FUNCTION } from './function.js';
import { receiveText } from './receive-text.js';

/** AWS two-way SMS. Members other than these may be missing. */
const inboundSchema = z.object({
  originationNumber: z.string(),
  destinationNumber: z.string(),
  messageBody: z.string().transform(cleanWords),
  inboundMessageId: z.string(),
});
const messageSchema = z.object({
  messageId: z.string(),
  body: z.string(),
  attributes: z.object({
    SentTimestamp: z.coerce.number(),
    ApproximateFirstReceiveTimestamp: z.coerce.number(),
    ApproximateReceiveCount: z.coerce.number(),
  }),
});
/** How long the queue hides a failed text; SQS knows when a text was sent, not when it came again. Milliseconds. */
const HIDDEN_FOR = 180_000;

/** When a text is delivered: as often as that was done, since the first time. */
const readAt = ({
  ApproximateFirstReceiveTimestamp: first,
  ApproximateReceiveCount: times,
}: z.infer<typeof messageSchema>['attributes']): number => first + (times - 1) * HIDDEN_FOR;

const eventSchema = z.object({ Records: z.array(messageSchema) });

/** Takes each text of a batch; one that fails goes back to the queue alone. */
export const createReceiveSms =
  (services: Services<typeof FUNCTION>) =>
  async (event: unknown): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    for (const { messageId, body, attributes } of eventSchema.parse(event).Records) {
      try {
        const text = inboundSchema.parse(JSON.parse(body));
        const taken = await receiveText(services, {
          id: text.inboundMessageId,
          from: text.originationNumber,
          to: text.destinationNumber,
          body: text.messageBody,
          at: attributes.SentTimestamp,
          readAt: readAt(attributes),
          round: attributes.ApproximateReceiveCount,
        });
        // Should the delivery that has it in hand come to nothing, this one takes it up when it comes again.
        if (taken !== 'done') batchItemFailures.push({ itemIdentifier: messageId });
      } catch (error) {
        const { ApproximateReceiveCount: attempt } = attributes;
        log('error', 'text not taken', { queued: messageId, attempt, error: errorName(error) });
        measure(readAt(attributes), { FailedTextAttempts: attempt });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
