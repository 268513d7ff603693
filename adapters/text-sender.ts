import { whenToText } from '../domain/calendar/quiet-hours.js';
import type { Town } from '../domain/town/schema.js';
import { capNotice } from '../domain/texts/cap-notice.js';
import { ChoiceStore } from './choice-store.js';
import type { Table } from './dynamodb.js';
import { log } from './log.js';
import type { TextCarrier } from './text-carrier.js';
import { type StoredText, TextStore } from './text-store.js';
import { type Headroom, type ReachedCap, TextTally } from './text-tally.js';

export interface OutgoingText extends StoredText {
  /**
   * Why it is sent in the quiet hours too: it is about an emergency, about what may be one because nobody has placed it yet, or it
   * answers what somebody just texted. Absent: it waits.
   */
  readonly atOnce?: 'emergency' | 'unplaced' | 'reply' | undefined;
}

/**
 * SMS out. Each text is recorded before it is sent and marked after, so that a retry neither texts a person twice nor
 * forgets one. Only a function that ends between the carrier's answer and the mark texts twice.
 */
export class TextSender {
  private readonly texts: TextStore;
  private readonly choices: ChoiceStore;
  private readonly tally: TextTally;

  constructor(
    private readonly carrier: TextCarrier,
    table: Table,
  ) {
    this.texts = new TextStore(table);
    this.choices = new ChoiceStore(table);
    this.tally = new TextTally(table);
  }

  /**
   * Sends once, when the quiet hours are over if it can wait. A number outside the town's country codes, or one that wants no such
   * texts, is not texted, and nobody beyond the day's caps.
   */
  async send(town: Town, { atOnce, ...text }: OutgoingText): Promise<void> {
    if (!(await this.mayText(town, text))) return;
    const when = atOnce === undefined ? whenToText(text.at, town.settings) : text.at;
    const held = when > text.at;
    const intent = await this.texts.intend(town, text, held ? when : undefined);
    if (intent === 'settled' || held) return;
    const headroom = atOnce === 'emergency' ? 'emergencies' : 'everyday';
    // A retry was counted the first time: a carrier that is down does not use up the day.
    if (intent === 'new' && !(await this.withinCaps(town, text, headroom))) return;
    await this.deliver(town, text);
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
    const claimed = await this.texts.claim(town.settings.id, purpose, at);
    if (!claimed) return;
    const { text, again } = claimed;
    if (!(await this.mayText(town, text)) || (await isOver(text))) {
      return this.texts.settle(town, text, { sent: false });
    }
    if (!again && !(await this.withinCaps(town, { ...text, at }, 'everyday'))) return;
    await this.deliver(town, text);
  }

  private async mayText(town: Town, { to, about }: StoredText): Promise<boolean> {
    if (!town.settings.sms.countryCodes.some((code) => to.startsWith(`+${code}`))) return false;
    const { optedOut, muted } = await this.choices.of(town.settings.id, to);
    return !optedOut && (about === undefined || !muted.has(about));
  }

  private async deliver(town: Town, text: StoredText): Promise<void> {
    await this.carrier.deliver(town, text);
    await this.texts.settle(town, text, { sent: true });
  }

  /** What is beyond a cap is recorded and never sent; the duty desk is told, once a day for each cap. */
  private async withinCaps(town: Town, text: StoredText, headroom: Headroom): Promise<boolean> {
    const reached = await this.tally.count(town, text, headroom);
    if (!reached) return true;
    log('warn', 'text beyond a cap', { town: town.settings.id, cap: `${headroom} ${reached.of}` });
    await this.tellDesk(town, text, headroom, reached);
    await this.texts.settle(town, text, { sent: false, beyond: reached.of });
    return false;
  }

  private async tellDesk(
    town: Town,
    { to, at }: StoredText,
    headroom: Headroom,
    reached: ReachedCap,
  ): Promise<void> {
    const notice = capNotice(town, { ...reached, headroom, phone: to }, at);
    if ((await this.texts.intend(town, notice)) === 'settled') return;
    await this.deliver(town, notice);
  }
}
