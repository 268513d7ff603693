import { localDate, localTime } from '../domain/calendar/local-time.js';
import type { Share } from '../domain/town/caller-schema.js';
import type { Town } from '../domain/town/schema.js';
import { contactOfPhone, shortDigest } from './contact.js';
import { orFailed, type Table } from './dynamodb.js';
import { measure } from './metrics.js';
import { key } from './table-keys.js';

/** Emergencies are counted apart, and each kind of everyday texts has its share: none uses up another's. */
export type Headroom = Share | 'emergencies';
/** The cap that a text would go beyond. */
export interface ReachedCap {
  readonly of: 'number' | 'town';
  readonly cap: number;
}

/** Below half of a day's texts nobody need be told. Percent. */
const WORTH_TELLING = 50;

/** Longer than two monthly inspections are apart, whose meter counts what was asked of cadres. Seconds. */
const REMEMBERED_SECONDS = 70 * 86_400;

/**
 * A function counts against the town's share of a day ahead, as many as it sent of it that day and a hundredth of the
 * share at most, and uses that up by itself: one write, and not one a text. Nothing goes beyond a share; of what a
 * function that ends had counted for itself, the day is short, which is never more than was sent. Emergencies are
 * counted one by one.
 */
const COUNTED_AHEAD = 100;

/** The texts that a function has counted ahead of one share of a day. */
interface Ahead {
  readonly sk: string;
  left: number;
  /** Of the share, by this function on this day. */
  sent: number;
  /** The town's texts of the share, these among them. */
  readonly counted: number;
}

type TallyKey = { readonly pk: string; readonly sk: string };

/** So many more where there is room for them; of the same words no more than so many an hour. */
interface Counting {
  readonly more: number;
  readonly cap: number;
  readonly same?: { readonly words: string; readonly anHour: number } | undefined;
}

/** How many there are now; or why there are no more. */
type Counted = number | 'full' | 'repeated';

/** How much was texted on a day: to each number, and by the town. */
export class TextTally {
  /** By town and share, of the latest day. */
  private readonly ahead = new Map<string, Ahead>();

  constructor(private readonly table: Table) {}

  /**
   * Counts one more text; where that would be beyond a cap of the town, it answers which, and where the same words
   * would go to the number more than so many times in an hour, that it is repeated.
   */
  async count(
    { settings, staff }: Town,
    { to, at, body }: { to: string; at: number; body: string },
    headroom: Headroom,
    anHour?: number,
  ): Promise<ReachedCap | 'repeated' | undefined> {
    const { everyday, emergencies, shares } = settings.sms.caps;
    const isUrgent = headroom === 'emergencies';
    const caps = isUrgent ? emergencies : everyday;
    const cap = staff.some(({ phone }) => phone === to) ? caps.staff : caps.resident;
    const day = localDate(at, settings.timeZone);
    const tally = (of: string, kind: string) => ({ pk: key(settings.id, 'tally', of), sk: `${day}#${kind}` });
    const ofNumber = tally(contactOfPhone(settings.id, to), isUrgent ? headroom : 'everyday');
    const hour = localTime(at, settings.timeZone).slice(0, 2);
    const same = anHour === undefined ? undefined : { words: `${hour} ${shortDigest(body)}`, anHour };
    const toNumber = await this.add(ofNumber, { more: 1, cap, same }, at);
    if (toNumber === 'repeated') return toNumber;
    if (toNumber === 'full') return { of: 'number', cap };
    const ofTown = isUrgent ? caps.town : Math.ceil((caps.town * shares[headroom]) / 100);
    const atMost = isUrgent ? 1 : Math.floor(ofTown / COUNTED_AHEAD);
    const counted = await this.addToTown(tally('town', headroom), { cap: ofTown, atMost }, at);
    if (typeof counted === 'string') return { of: 'town', cap: ofTown };
    const used = Math.floor((counted * 100) / ofTown);
    if (used >= WORTH_TELLING) measure(at, { TownTextsUsed: used });
    return undefined;
  }

  /** One more of the town, and some ahead while there is room for them, so many at most. */
  private async addToTown(
    Key: TallyKey,
    { cap, atMost }: { readonly cap: number; readonly atMost: number },
    at: number,
  ): Promise<Counted> {
    const share = `${Key.pk} ${Key.sk.slice(Key.sk.indexOf('#'))}`;
    const before = this.aheadOf(share, Key);
    if (before && before.left > 0) {
      before.left -= 1;
      before.sent += 1;
      return before.counted;
    }
    const several = Math.max(1, Math.min(atMost, before?.sent ?? 0));
    const counted = await this.add(Key, { more: several, cap }, at);
    if (typeof counted === 'string') return several === 1 ? counted : this.add(Key, { more: 1, cap }, at);
    const beside = this.aheadOf(share, Key) ?? { left: 0, sent: 0 };
    this.ahead.set(share, { sk: Key.sk, left: several - 1 + beside.left, sent: beside.sent + 1, counted });
    return counted;
  }

  private aheadOf(share: string, { sk }: TallyKey): Ahead | undefined {
    const ahead = this.ahead.get(share);
    return ahead?.sk === sk ? ahead : undefined;
  }

  private async add(Key: TallyKey, { more, cap, same }: Counting, at: number): Promise<Counted> {
    const written = this.table.update({
      Key,
      UpdateExpression: `ADD texts :more${same ? ', #same :more' : ''} SET expiresAt = :expires`,
      ConditionExpression: `(attribute_not_exists(texts) OR texts <= :room)${same ? ' AND (attribute_not_exists(#same) OR #same < :anHour)' : ''}`,
      ...(same ? { ExpressionAttributeNames: { '#same': same.words } } : {}),
      ExpressionAttributeValues: {
        ':more': more,
        ':room': cap - more,
        ':expires': Math.floor(at / 1000) + REMEMBERED_SECONDS,
        ...(same ? { ':anHour': same.anHour } : {}),
      },
      ReturnValues: 'UPDATED_NEW',
      // Tells which of the two did not hold.
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const { failed, Attributes } = await orFailed(written);
    if (!failed) return Number(Attributes?.['texts'] ?? more);
    const isFull = same === undefined || Number(Attributes?.['texts'] ?? cap) > cap - more;
    return isFull ? 'full' : 'repeated';
  }
}
