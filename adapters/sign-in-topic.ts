import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';

/** Somebody asked on the page for a code. */
export const askedCodeSchema = z.object({
  town: z.string(),
  /** Empty where the number is nobody's, or the code is for a request. */
  staff: z.string(),
  /** The request that its resident wants to see; empty where number and phone do not belong together. */
  request: z.string().optional(),
  origin: z.string(),
  /** When it was asked for, epoch milliseconds. */
  at: z.number(),
});
export type CodeAsked = z.infer<typeof askedCodeSchema>;

/** Who texts the codes hears of it here, so that whoever asks waits as long for a number that is nobody's. */
export class SignInTopic {
  constructor(
    private readonly sns: Pick<SNSClient, 'send'>,
    private readonly topic: string,
  ) {}

  async publish(asked: CodeAsked): Promise<void> {
    await this.sns.send(new PublishCommand({ TopicArn: this.topic, Message: JSON.stringify(asked) }));
  }
}
