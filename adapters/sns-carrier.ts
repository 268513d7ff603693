import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Town } from '../domain/town/schema.js';
import type { CarriedText, TextCarrier } from './text-carrier.js';

/** AWS as the carrier: SNS `Publish`. */
export class SnsCarrier implements TextCarrier {
  constructor(private readonly sns: Pick<SNSClient, 'send'>) {}

  async deliver(town: Town, { to, body }: CarriedText): Promise<void> {
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
