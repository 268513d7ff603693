import { GetQueueAttributesCommand, type SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';

/** Texts that were given up. */
export class DeadLetters {
  constructor(
    private readonly sqs: Pick<SQSClient, 'send'>,
    private readonly url: string,
  ) {}

  /** How many there are, as nearly as SQS knows. */
  async count(): Promise<number> {
    const { ApproximateNumberOfMessages = '0' } = await this.attributes();
    return Number(ApproximateNumberOfMessages);
  }

  /** Puts all of them back into the queue that they came from. */
  async putBack(): Promise<void> {
    const { QueueArn: SourceArn } = await this.attributes();
    await this.sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
  }

  private async attributes(): Promise<Record<string, string>> {
    const { Attributes = {} } = await this.sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: this.url,
        AttributeNames: ['ApproximateNumberOfMessages', 'QueueArn'],
      }),
    );
    return Attributes;
  }
}
