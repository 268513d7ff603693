import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { whenToText } from '../domain/calendar/quiet-hours.js';
import type { Town } from '../domain/town/schema.js';
import { ChoiceStore } from './choice-store.js';
import type { Table } from './dynamodb.js';
import { type StoredText, TextStore } from './text-store.js';

export interface OutgoingText extends StoredText {
  /** Why it is sent in the quiet hours too: it is urgent, or answers what somebody just texted. Absent: it waits. */
  readonly atOnce?: 'urgent' | 'reply' | undefined;
}

/**
 * SMS out. Each text is recorded before it is sent and marked after, so that a retry neither texts a person twice nor
 * forgets one. Only a function that ends between SNS's answer and the mark texts twice.
 */
export class TextSender {
  private readonly texts: TextStore;
  private readonly choices: ChoiceStore;

  constructor(
    private readonly sns: Pick<SNSClient, 'send'>,
    table: Table,
  ) {
    this.texts = new TextStore(table);
    this.choices = new ChoiceStore(table);
  }

  /**
   * Sends once, when the quiet hours are over if it can wait; a number outside the town's country codes, or one that wants no such
   * texts, is not texted.
   */
  async send(town: Town, { atOnce, ...text }: OutgoingText): Promise<void> {
    if (!(await this.mayText(town, text))) return;
    const when = atOnce === undefined ? whenToText(text.at, town.settings) : text.at;
    const held = when > text.at;
    if (!(await this.texts.intend(town, text, held ? when : undefined)) || held) return;
    await this.publish(town, text);
    await this.texts.sent(town, text);
  }

  /** What the held texts are for whose time has come. */
  due(town: Town, at: number, limit: number): Promise<string[]> {
    return this.texts.due(town.settings.id, at, limit);
  }

  /** Sends a text that was held, unless `isOver` finds that nobody needs it any more. */
  async sendHeld(
    town: Town,
    purpose: string,
    at: number,
    isOver: (text: StoredText) => Promise<boolean>,
  ): Promise<void> {
    const text = await this.texts.claim(town.settings.id, purpose, at);
    if (!text) return;
    if (!(await this.mayText(town, text)) || (await isOver(text))) {
      return this.texts.drop(town.settings.id, purpose);
    }
    await this.publish(town, text);
    await this.texts.sent(town, text);
  }

  private async mayText(town: Town, { to, about }: StoredText): Promise<boolean> {
    if (!town.settings.sms.countryCodes.some((code) => to.startsWith(`+${code}`))) return false;
    const { optedOut, muted } = await this.choices.of(town.settings.id, to);
    return !optedOut && (about === undefined || !muted.has(about));
  }

  private publish(town: Town, text: StoredText) {
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
