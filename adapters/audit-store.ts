import * as z from 'zod';
import { AUDITED_ACTIONS, type AuditEntry, LOOKER_ROLES } from '../domain/access/audited-actions.js';
import { lookedAt } from '../domain/access/looks.js';
import { addDays } from '../domain/calendar/plain-dates.js';
import type { Table } from './dynamodb.js';
import { AUDITED_REQUEST, key } from './table-keys.js';

/** The day of a moment, UTC: one partition of the trail. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const entrySchema = z.object({
  town: z.string(),
  at: z.number(),
  who: z.string(),
  name: z.string(),
  action: z.enum(AUDITED_ACTIONS),
  subject: z.string().optional(),
  detail: z.string().optional(),
  sealed: z.literal(true).optional(),
  sk: z.string(),
});

const lookSchema = z.object({ at: z.number(), who: z.string(), role: z.enum(LOOKER_ROLES).optional() });
/** Looks at one request that its resident is told of; a busy one is opened some ten times. */
const MOST_LOOKS = 200;

/** A place in the trail: what is older than an entry of a day. */
export interface AuditPlace {
  readonly day: string;
  readonly before?: string | undefined;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Where to go on; absent at the end. */
  readonly next?: AuditPlace | undefined;
}

/** Days that one call looks through: an empty month must not cost thirty questions at once. */
const MOST_DAYS = 14;

/** The audit trail, by day. Entries are added, never changed; the days that a town keeps no longer are erased whole. */
export class AuditStore {
  constructor(private readonly table: Table) {}

  /** Adds an entry. `call` tells two acts of one moment apart; the same act of the same call is one entry. */
  async record(entry: AuditEntry, call: string): Promise<void> {
    const { town, at, action, sealed } = entry;
    // The key of an entry is in the address of the page after it.
    const subject = sealed ? '' : (entry.subject ?? '');
    const sk = [new Date(at).toISOString(), call, action, subject].join('#');
    await this.table.put({ Item: { ...entry, pk: key(town, 'audit', dayOf(at)), sk } });
    const request = lookedAt(entry);
    if (request === undefined) return;
    await this.table.put({ Item: { ...entry, pk: key(town, 'audit', AUDITED_REQUEST + request), sk } });
  }

  /** Who looked at a request, the latest first. */
  async ofRequest(town: string, request: string): Promise<z.infer<typeof lookSchema>[]> {
    const { Items } = await this.table.query({
      KeyConditionExpression: 'pk = :request',
      ExpressionAttributeValues: { ':request': key(town, 'audit', AUDITED_REQUEST + request) },
      ScanIndexForward: false,
      Limit: MOST_LOOKS,
    });
    return z.array(lookSchema).parse(Items);
  }

  /** Entries from `place` back to the day `from` (UTC), the latest first, about `limit` of them. */
  async list(town: string, place: AuditPlace, from: string, limit: number): Promise<AuditPage> {
    const entries: AuditEntry[] = [];
    let at: AuditPlace = place;
    for (let looked = 0; looked < MOST_DAYS && at.day >= from; looked += 1) {
      const { found, last } = await this.ofDay(town, at, limit - entries.length);
      entries.push(...found);
      at = last === undefined ? { day: addDays(at.day, -1) } : { day: at.day, before: last };
      if (entries.length >= limit) break;
    }
    return { entries, ...(at.day >= from ? { next: at } : {}) };
  }

  private async ofDay(town: string, { day, before }: AuditPlace, limit: number) {
    const { Items, LastEvaluatedKey } = await this.table.query({
      KeyConditionExpression: before === undefined ? 'pk = :day' : 'pk = :day AND sk < :before',
      ExpressionAttributeValues: {
        ':day': key(town, 'audit', day),
        ...(before === undefined ? {} : { ':before': before }),
      },
      ScanIndexForward: false,
      Limit: limit,
    });
    const read = z.array(entrySchema).parse(Items);
    return {
      found: read.map(({ sk: _place, ...entry }) => entry),
      last: LastEvaluatedKey ? read.at(-1)?.sk : undefined,
    };
  }
}
