import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';

/** A text that somebody sent to a town. */
export interface HandedOver {
  /** The id of the text: the same one again is a redelivery. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  readonly to: string;
  readonly body: string;
}

/** The topic to which AWS publishes what arrives at a town's number; from here on, a text is like any of those. */
export class InboundTopic {
  constructor(
    private readonly sns: Pick<SNSClient, 'send'>,
    private readonly topic: string,
  ) {}

  /** Resolves once SNS keeps it. */
  async publish({ id, from, to, body }: HandedOver): Promise<void> {
    const message = {
      originationNumber: from,
      destinationNumber: to,
      messageBody: body,
      inboundMessageId: id,
    };
    await this.sns.send(new PublishCommand({ TopicArn: this.topic, Message: JSON.stringify(message) }));
  }
}
