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

/** Which entries are wanted. */
export interface AuditWish {
  /** Not from before this moment. */
  readonly from: number;
  readonly limit: number;
  /** All, where it is not given. */
  readonly isWanted?: ((entry: AuditEntry) => boolean) | undefined;
}

/** The end of everything before a moment, as a place in the trail. */
export const auditBefore = (moment: number): AuditPlace => ({
  day: dayOf(moment - 1),
  before: new Date(moment).toISOString(),
});

/** Questions that one call asks, each of a day or a part of it: an empty month must not cost thirty at once. */
const MOST_READS = 14;
/** Entries that one of them looks through for those that are wanted, 60 KB or so. */
const AT_ONCE = 200;

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

  /** Wanted entries from `place` back, the latest first: at most so many, and fewer where it looked through enough. */
  async list(town: string, place: AuditPlace, { from, limit, isWanted }: AuditWish): Promise<AuditPage> {
    const entries: AuditEntry[] = [];
    let at: AuditPlace = place;
    for (let looked = 0; looked < MOST_READS && at.day >= dayOf(from); looked += 1) {
      const { found, last } = await this.ofDay(town, at, isWanted ? AT_ONCE : limit - entries.length);
      for (const { sk, ...entry } of found) {
        if (entry.at < from) return { entries };
        if (isWanted?.(entry) === false) continue;
        entries.push(entry);
        if (entries.length === limit) return { entries, next: { day: at.day, before: sk } };
      }
      at = last === undefined ? { day: addDays(at.day, -1) } : { day: at.day, before: last };
    }
    return { entries, ...(at.day >= dayOf(from) ? { next: at } : {}) };
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
    return { found: read, last: LastEvaluatedKey ? read.at(-1)?.sk : undefined };
  }
}
