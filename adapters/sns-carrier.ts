import { PublishCommand, type SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { errorName } from './log.js';
import type { Town } from '../domain/town/schema.js';
import { CarrierFailed, type CarriedText, type TextCarrier } from './text-carrier.js';

/** In one go; then the text waits. */
const ATTEMPTS = 3;

/** AWS as the carrier: SNS `Publish`. */
export class SnsCarrier implements TextCarrier {
  constructor(private readonly sns: Pick<SNSClient, 'send'>) {}

  async deliver(town: Town, text: CarriedText): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.publish(town, text);
      } catch (error) {
        const name = isRefusal(error) ? 'CarrierRefused' : 'CarrierUnavailable';
        // Who answers that it failed took nothing; who does not answer may have: SNS knows no text by a key.
        const isAnswered = error instanceof SNSServiceException;
        if (name === 'CarrierRefused' || !isAnswered || attempt >= ATTEMPTS)
          throw new CarrierFailed(name, errorName(error));
      }
    }
  }

  private async publish(town: Town, { to, body }: CarriedText): Promise<void> {
    await this.sns.send(
      new PublishCommand({
        PhoneNumber: to,
        Message: body,
        MessageAttributes: {
          'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
          'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: town.settings.sms.number },
        },
      }),
    );
  }
}

/** An answer in the four hundreds says that the call is wrong, but for one that comes too often. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof SNSServiceException)) return false;
  const { httpStatusCode = 0 } = error.$metadata;
  return (
    httpStatusCode >= 400 && httpStatusCode < 500 && httpStatusCode !== 429 && !/throttl/i.test(error.name)
  );
}
