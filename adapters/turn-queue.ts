import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';

const turnSchema = z.union([
  z.object({
    at: z.number(),
    town: z.string(),
    /** Which turn of the town in a row, from one. */
    nth: z.number().int().positive(),
  }),
  z.object({ at: z.number(), from: z.string() }),
]);
/**
 * Some of what a schedule wants done at a moment (epoch milliseconds): the work of one town, or to look from some place
 * on which further towns there is work for.
 */
export type Turn = z.infer<typeof turnSchema>;

/** The turn that a message of the queue holds. */
export const turnIn = (body: string): Turn => turnSchema.parse(JSON.parse(body));

/** Entries that SQS takes in one call. */
const BATCH = 10;
/** Batches that are on their way at the same time. */
const AT_ONCE = 10;

/** The queue from which a function gets its own turns, one a call. */
export class TurnQueue {
  constructor(
    private readonly sqs: Pick<SQSClient, 'send'>,
    private readonly url: string,
  ) {}

  /** Rejects when SQS did not take all of them; some may have been taken then. */
  async give(turns: readonly Turn[]): Promise<void> {
    for (let from = 0; from < turns.length; from += BATCH * AT_ONCE) {
      const some = turns.slice(from, from + BATCH * AT_ONCE);
      const batches = Array.from({ length: Math.ceil(some.length / BATCH) }, (_, n) =>
        some.slice(n * BATCH, (n + 1) * BATCH),
      );
      await Promise.all(batches.map((batch) => this.send(batch)));
    }
  }

  private async send(batch: readonly Turn[]): Promise<void> {
    const { Failed = [] } = await this.sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: this.url,
        Entries: batch.map((turn, n) => ({ Id: String(n), MessageBody: JSON.stringify(turn) })),
      }),
    );
    if (Failed.length > 0) throw new Error(`${Failed.length} turns were not taken`);
  }
}
