import { localDate } from '../domain/calendar/local-time.js';
import { nextTime } from '../domain/calendar/next-time.js';
import { whenToText } from '../domain/deadlines/quiet-hours.js';
import type { Town } from '../domain/town/schema.js';
import { floodNotice } from '../domain/flood/flood-notice.js';
import { type Choices, ChoiceStore } from './choice-store.js';
import type { Table } from './dynamodb.js';
import { FloodStore, type Grown } from './flood-store.js';
import { errorName, log } from './log.js';
import { measure } from './metrics.js';
import { carrierName, knowsRepeats, type TextCarrier } from './text-carrier.js';
import { type Held, type StoredText, TextStore } from './text-store.js';
import { type Headroom, TextTally } from './text-tally.js';

export interface OutgoingText extends StoredText {
  /** It stands in the day's summary, whether or not whoever gets it wants one. */
  readonly daily?: boolean | undefined;
  /** Kept in place of its words, where they are a secret of whoever gets it. Such a text is sent at once or never. */
  readonly kept?: string | undefined;
  /** How often the same words may go to whoever gets it in an hour: more is what machines tell each other. */
  readonly anHour?: number | undefined;
  /** Until when it waits, whatever the hour; until then the same purpose again takes its place. */
  readonly until?: number | undefined;
  /** Its sender stores at once, with what it answers, that the carrier took it. */
  readonly keptBySender?: boolean | undefined;
}

/** How long a carrier that did not take a text is left alone by who found it so. Milliseconds. */
const LEFT_ALONE_FOR = 60_000;
/** A text refused for this long is given up: a person mends within a day whatever can be mended. Milliseconds. */
const REFUSED_FOR = 86_400_000;
/** How long whoever texted the town waits up for the answer. Milliseconds. */
const AWAKE_FOR = 3_600_000;

/** Whether the carrier took a text, refused this one, or takes none at the moment. */
export type Delivery = 'taken' | 'refused' | 'down';

/**
 * SMS out. What is to be sent at once follows from what its sender stored before (a step, an incoming text that is not
 * done), and is stored when it was sent: so a retry neither texts a person twice nor forgets one. Only a function that
 * ends between the carrier's answer and that texts twice.
 *
 * What the carrier does not take waits for it, and whatever comes up meanwhile waits behind it, in order, without a
 * call; the sweep sends all of it once the carrier is back. So whoever sends does its own work whether or not the
 * carrier does. An emergency's texts are tried at once all the same.
 */
export class TextSender {
  readonly stored: TextStore;
  /** When what is acted on now was read; absent where that is at once. */
  private readonly late?: number;
  /** When this function found which carrier out of order. */
  private readonly foundDown = new Map<string, number>();
  private readonly choices: ChoiceStore;
  private readonly tally: TextTally;
  private readonly floods: FloodStore;

  constructor(
    private readonly carrier: TextCarrier,
    table: Table,
  ) {
    this.stored = new TextStore(table);
    this.choices = new ChoiceStore(table);
    this.tally = new TextTally(table);
    this.floods = new FloodStore(table);
  }

  /**
   * The same for whoever acts late on what people sent: whether they sleep by now is judged by this moment. An answer that comes an
   * hour late waits for the morning like everything else.
   */
  asOf(at: number): TextSender {
    return Object.assign(Object.create(this) as TextSender, { late: at });
  }

  /**
   * Sends once: when the quiet hours are over if it can wait, and in the day's summary if whoever gets it wants it
   * there. A number outside the town's country codes, or one that wants no such texts, is not texted, and nobody beyond
   * the day's caps. `repeated`: it was not sent, for it was said as often in this hour as it may be. `to-keep`: it was
   * sent, and is for its sender to store.
   */
  async send(town: Town, outgoing: OutgoingText): Promise<'repeated' | 'to-keep' | undefined> {
    const { atOnce, kept, daily, until, anHour, keptBySender, ...whole } = outgoing;
    const text = kept === undefined ? whole : { ...whole, body: kept };
    const { id } = town.settings;
    const [choices, isAwaited, before] = await Promise.all([
      this.choicesOf(town, text.to),
      this.stored.isCarrierAwaited(id),
      this.stored.standing(id, text.purpose),
    ]);
    if (before === 'settled' || !choices || !isWanted(town, choices, { ...text, atOnce })) return undefined;
    const held =
      until === undefined
        ? this.hold(town, { ...text, atOnce }, daily ?? choices.summary)
        : { until, gathered: false };
    const behind =
      isAwaited && atOnce !== 'emergency' && kept === undefined
        ? { since: text.at, refused: false }
        : undefined;
    const place = held ?? behind;
    const standing = place ? await this.stored.intend(town, { ...text, atOnce }, place) : before;
    if (standing === 'settled' || held) return undefined;
    const headroom = headroomOf(town, text, { atOnce, isSecret: kept !== undefined });
    // A retry was counted the first time: a carrier that is down does not use up the day.
    const counted = standing === 'new' ? await this.withinCaps(town, text, headroom, anHour) : true;
    if (counted === 'repeated' && behind) await this.stored.settle(town, text, { sent: false });
    if (counted !== true) return counted || undefined;
    if (behind) return undefined;
    // A secret is of use now or never: whoever asked for it hears that it was not sent.
    if (kept === undefined) {
      // One that waited is stored already, and is so no longer than until that is written over.
      const isToKeep = keptBySender === true && standing === 'new';
      const outcome = await this.deliverOrLeave(town, { ...text, atOnce }, text.at, isToKeep);
      return isToKeep && outcome === 'taken' ? 'to-keep' : undefined;
    }
    await this.carrier.deliver(town, whole);
    await this.stored.settle(town, text, { sent: true });
    return undefined;
  }

  private hold(town: Town, text: StoredText, daily: boolean): Held | undefined {
    const { atOnce, reminds } = text;
    const at = Math.max(text.at, this.late ?? text.at);
    if (atOnce === undefined || reminds) return holdUntil(town, reminds ? text : { ...text, at }, daily);
    return atOnce === 'reply' && at - text.at >= AWAKE_FOR
      ? holdUntil(town, { ...text, at }, false)
      : undefined;
  }

  /** Sends a text that was held, unless `isOver` finds that nobody needs it any more. */
  async sendHeld(
    town: Town,
    purpose: string,
    at: number,
    isOver: (text: StoredText) => Promise<boolean>,
  ): Promise<void> {
    const claimed = await this.stored.claim(town.settings.id, purpose, at);
    if (!claimed) return;
    const { text, again } = claimed;
    const choices = await this.choicesOf(town, text.to);
    if (!choices || !isWanted(town, choices, text) || (await isOver(text))) {
      return this.stored.settle(town, text, { sent: false });
    }
    const isCounted = again || text.counted === true;
    if (!isCounted && !(await this.withinCaps(town, { ...text, at }, headroomOf(town, text, text)))) return;
    if (await this.stored.isCarrierAwaited(town.settings.id))
      await this.stored.intend(town, text, { since: at, refused: false });
    else await this.deliverOrLeave(town, text, at);
  }

  /**
   * Sends a text that waits for the carrier, unless `isOver` finds that nobody needs it any more. What could wait for
   * the quiet hours to end does so now.
   */
  async sendUndelivered(
    town: Town,
    purpose: string,
    at: number,
    isOver: (text: StoredText) => Promise<boolean>,
  ): Promise<Delivery> {
    const claimed = await this.stored.claim(town.settings.id, purpose, at);
    if (!claimed) return 'taken';
    const { text } = claimed;
    const choices = await this.choicesOf(town, text.to);
    if (!choices || !isWanted(town, choices, text) || (await isOver(text))) {
      await this.stored.settle(town, text, { sent: false });
      return 'taken';
    }
    const until = whenToText(at, town.settings);
    // Whoever asked hours ago sleeps by now.
    const isUrgent = text.atOnce === 'reply' ? at - text.at < AWAKE_FOR : text.atOnce !== undefined;
    if (isUrgent || until === at) return this.deliverOrLeave(town, text, at);
    await this.stored.intend(town, { ...text, counted: true }, { until, gathered: false });
    return 'taken';
  }

  /** The choices of a number; none for a number that the town does not text, least of all its own. */
  private async choicesOf({ settings: { id, sms } }: Town, to: string): Promise<Choices | undefined> {
    const texted = to !== sms.number && sms.countryCodes.some((code) => to.startsWith(`+${code}`));
    return texted ? this.choices.of(id, to) : undefined;
  }

  /** A text that the carrier does not take waits for it. */
  private async deliverOrLeave(
    town: Town,
    text: StoredText,
    at: number = text.at,
    isToKeep = false,
  ): Promise<Delivery> {
    const outcome = await this.tryToDeliver(town, text, at);
    if (isToKeep && outcome === 'taken') return outcome;
    const refusedAt = outcome === 'refused' ? (text.refusedAt ?? at) : undefined;
    if (outcome === 'taken' || (refusedAt !== undefined && at - refusedAt > REFUSED_FOR)) {
      await this.stored.settle(
        town,
        text,
        outcome === 'taken' ? { sent: true } : { sent: false, refused: true },
      );
      return outcome;
    }
    // Where it may have been taken all the same, or is refused, another is tried first the next time.
    const since = outcome === 'down' && knowsRepeats(town) ? text.at : at;
    await this.stored.intend(town, { ...text, refusedAt }, { since, refused: refusedAt !== undefined });
    return outcome;
  }

  private async tryToDeliver(town: Town, text: StoredText, at: number): Promise<Delivery> {
    const carrier = carrierName(town);
    if (Math.abs(at - (this.foundDown.get(carrier) ?? -Infinity)) < LEFT_ALONE_FOR) return 'down';
    try {
      await this.carrier.deliver(town, text);
      this.foundDown.delete(carrier);
      measure(at, { TextsSent: 1 });
      return 'taken';
    } catch (error) {
      const name = errorName(error);
      log('error', 'carrier did not take a text', { town: town.settings.id, error: name });
      measure(at, name === 'CarrierRefused' ? { CarrierRefusals: 1 } : { CarrierFailures: 1 });
      if (name === 'CarrierRefused') return 'refused';
      this.foundDown.set(carrier, at);
      return 'down';
    }
  }

  /**
   * Tells the duty desk of what is held together: of the first in each span at once, of the others when it is over, as
   * one. What grows in the night is told as one in the morning, but for the first in each span.
   */
  async tellFlood(
    town: Town,
    { flood, isFirst, span }: Grown,
    { at, atOnce }: { at: number; atOnce?: 'emergency' | 'reply' },
  ): Promise<void> {
    const { to, body } = floodNotice(town, flood, at);
    const until = whenToText(span.end, town.settings);
    const purpose = `flood/${flood.origin}/${isFirst ? span.n : `until-${until}`}`;
    const text = { purpose, to, body, at };
    if (!isFirst || atOnce) {
      await this.send(town, isFirst ? { ...text, atOnce } : { ...text, until });
      return;
    }
    // That texts are not sent is said beyond every cap.
    const standing = await this.stored.standing(town.settings.id, purpose);
    if (standing !== 'settled') await this.deliverOrLeave(town, text);
  }

  /**
   * A text beyond a cap is recorded and never sent; the duty desk is told of all texts beyond the same cap together.
   */
  private async withinCaps(
    town: Town,
    text: StoredText,
    share: Headroom,
    anHour?: number,
  ): Promise<boolean | 'repeated'> {
    const reached = await this.tally.count(town, text, share, anHour);
    if (!reached) return true;
    if (reached === 'repeated') return reached;
    const { of, cap } = reached;
    log('warn', 'text beyond a cap', { town: town.settings.id, cap: `${share} ${of}` });
    if (of === 'town') measure(text.at, { TextsBeyondTownCap: 1 });
    await this.stored.settle(town, text, { sent: false, beyond: of });
    const { at, to: phone } = text;
    const origin = `T-${localDate(at, town.settings.timeZone)}-${share}-${of}`;
    const beyond = { of, share, cap };
    const grown = await this.floods.grow(town, { origin, kind: 'texts', at, beyond, phone });
    await this.tellFlood(town, grown, { at });
    return false;
  }
}

/** Of which part of the day a text is. */
function headroomOf(
  { staff }: Town,
  { to }: StoredText,
  { atOnce, isSecret = false }: Pick<OutgoingText, 'atOnce'> & { isSecret?: boolean } = {},
): Headroom {
  if (atOnce === 'emergency') return 'emergencies';
  const isStaff = staff.some(({ phone }) => phone === to);
  // Codes that residents ask for never use up those by which the staff come in.
  if (isSecret && isStaff) return 'codes';
  if (atOnce === 'reply') return 'replies';
  return isStaff ? 'staff' : 'residents';
}

/** Whoever texts is answered, and post holders are called to an emergency, whatever they chose before. */
function isWanted({ staff }: Town, choices: Choices, text: StoredText): boolean {
  const { atOnce, to } = text;
  const isCalled = (atOnce === 'emergency' || atOnce === 'beside') && staff.some(({ phone }) => phone === to);
  return atOnce === 'reply' || isCalled || wants(choices, text);
}

const wants = ({ optedOut, muted }: Choices, { about }: StoredText): boolean =>
  !optedOut && (about === undefined || !muted.has(about));

/**
 * A text that can wait goes into the day's summary, where it may stand in it and one is wanted; else it waits for the
 * quiet hours to end.
 */
function holdUntil({ settings }: Town, { at, brief, reminds }: StoredText, daily: boolean): Held | undefined {
  // A reminder's time is its own.
  if (reminds) return { until: whenToText(at, settings), gathered: false };
  if (daily && brief !== undefined)
    return { until: nextTime(at, settings.sms.summaryAt, settings.timeZone), gathered: true };
  const until = whenToText(at, settings);
  return until > at ? { until, gathered: false } : undefined;
}
