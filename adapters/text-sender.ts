import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Town } from '../domain/town/schema.js';
import { ChoiceStore } from './choice-store.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

/** A text and what it is for; the same purpose is never texted twice. */
export interface OutgoingText {
  /** Names what the text is for, for example `7Q3K9M2X/answered:3/0`. */
  readonly purpose: string;
  /** E.164. */
  readonly to: string;
  readonly body: string;
  readonly at: number;
  /** The request it tells its resident about: a resident can stop the texts of one request. */
  readonly about?: string;
}

/** How long what was sent is remembered: as long as an execution's history, 90 days. Seconds. */
const REMEMBERED_SECONDS = 90 * 86_400;

/**
 * SMS out. Each text is recorded before it is sent and marked after, so that a retry neither texts a person twice nor
 * forgets one. Only a function that ends between SNS's answer and the mark texts twice.
 */
export class TextSender {
  private readonly client: Table['client'];
  private readonly tableName: string;
  private readonly choices: ChoiceStore;

  constructor(
    private readonly sns: Pick<SNSClient, 'send'>,
    table: Table,
  ) {
    this.client = table.client;
    this.tableName = table.name;
    this.choices = new ChoiceStore(table);
  }

  /** Sends once; a number outside the town's country codes, or one that wants no such texts, is not texted. */
  async send(town: Town, text: OutgoingText): Promise<void> {
    if (!mayText(town, text.to) || !(await this.wanted(town, text))) return;
    const intent = {
      pk: key(town.settings.id, 'text', text.purpose),
      sk: 'text',
      ...text,
      expiresAt: Math.floor(text.at / 1000) + REMEMBERED_SECONDS,
    };
    if (!(await this.intend(intent))) return;
    await this.publish(town, text);
    await this.client.send(new PutCommand({ TableName: this.tableName, Item: { ...intent, sent: true } }));
  }

  /**
   * Whether the text is still to be sent. An intent that was never carried out, because SNS refused it or the function
   * ended in between, is carried out by the retry.
   */
  private intend(intent: Readonly<Record<string, unknown>>): Promise<boolean> {
    return unlessConditionFails(
      this.client.send(
        new PutCommand({
          TableName: this.tableName,
          Item: intent,
          ConditionExpression: 'attribute_not_exists(sent)',
        }),
      ),
    );
  }

  /** Whether whoever has the number wants texts, and wants those about this request. */
  private async wanted(town: Town, { to, about }: OutgoingText): Promise<boolean> {
    const { optedOut, muted } = await this.choices.of(town.settings.id, to);
    return !optedOut && (about === undefined || !muted.has(about));
  }

  private publish(town: Town, text: OutgoingText) {
    return this.sns.send(
      new PublishCommand({
        PhoneNumber: text.to,
        Message: text.body,
        MessageAttributes: {
          'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
          'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: town.settings.sms.number },
        },
      }),
    );
  }
}

const mayText = (town: Town, phone: string): boolean =>
  town.settings.sms.countryCodes.some((code) => phone.startsWith(`+${code}`));
