import { localDate } from '../domain/calendar/local-time.js';
import type { Share } from '../domain/town/caller-schema.js';
import type { Town } from '../domain/town/schema.js';
import { contactOfPhone } from './contact.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { measure } from './metrics.js';
import { key } from './table-keys.js';

/** Emergencies are counted apart, and each kind of everyday texts has its share, so that none can use up what another may need. */
export type Headroom = Share | 'emergencies';
/** The cap that a text would go beyond. */
export interface ReachedCap {
  readonly of: 'number' | 'town';
  readonly cap: number;
}

/** Below half of a day's texts nobody need be told. Percent. */
const WORTH_TELLING = 50;

/** Longer than from one monthly inspection to the end of the next, whose meter counts what was asked of cadres. Seconds. */
const REMEMBERED_SECONDS = 70 * 86_400;

/** How much was texted on a day: to each number, and by the town. */
export class TextTally {
  constructor(private readonly table: Table) {}

  /** Counts one more text; where that would be beyond a cap of the town, it answers which. */
  async count(
    { settings, staff }: Town,
    { to, at }: { to: string; at: number },
    headroom: Headroom,
  ): Promise<ReachedCap | undefined> {
    const { everyday, emergencies, shares } = settings.sms.caps;
    const isUrgent = headroom === 'emergencies';
    const caps = isUrgent ? emergencies : everyday;
    const cap = staff.some(({ phone }) => phone === to) ? caps.staff : caps.resident;
    const day = localDate(at, settings.timeZone);
    const tally = (of: string, kind: string) => ({ pk: key(settings.id, 'tally', of), sk: `${day}#${kind}` });
    const ofNumber = tally(contactOfPhone(settings.id, to), isUrgent ? headroom : 'everyday');
    if ((await this.add(ofNumber, cap, at)) === undefined) return { of: 'number', cap };
    const ofTown = isUrgent ? caps.town : Math.ceil((caps.town * shares[headroom]) / 100);
    const counted = await this.add(tally('town', headroom), ofTown, at);
    if (counted === undefined) return { of: 'town', cap: ofTown };
    const used = Math.floor((counted * 100) / ofTown);
    if (used >= WORTH_TELLING) measure(at, { TownTextsUsed: used });
    return undefined;
  }

  /** How many there are with this one; undefined where it would be one too many. */
  private async add(Key: { pk: string; sk: string }, cap: number, at: number): Promise<number | undefined> {
    const written = this.table.update({
      Key,
      UpdateExpression: 'ADD texts :one SET expiresAt = :expires',
      ConditionExpression: 'attribute_not_exists(texts) OR texts < :cap',
      ExpressionAttributeValues: {
        ':one': 1,
        ':cap': cap,
        ':expires': Math.floor(at / 1000) + REMEMBERED_SECONDS,
      },
      ReturnValues: 'UPDATED_NEW',
    });
    if (!(await unlessConditionFails(written))) return undefined;
    const { Attributes } = await written;
    return Number(Attributes?.['texts'] ?? 1);
  }
}
