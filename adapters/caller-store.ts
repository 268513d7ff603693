import { instantAt, localDate, localTime } from '../domain/calendar/local-time.js';
import { addDays } from '../domain/calendar/plain-dates.js';
import type { CallerLimit } from '../domain/town/caller-schema.js';
import type { TownSettings } from '../domain/town/schema.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

/** Longer than any day. Seconds. */
const REMEMBERED_SECONDS = 2 * 86_400;
const HOUR = 3_600_000;

/** How much each caller did in an hour and a day: an item per caller, act and day. Keys show no address or number. */
export class CallerStore {
  constructor(private readonly table: Table) {}

  /** Counts one more act of a caller, where there is room; else it answers when there is again. */
  async count(
    { id, timeZone }: Pick<TownSettings, 'id' | 'timeZone'>,
    { caller, act, limit }: { caller: string; act: string; limit: CallerLimit },
    at: number,
  ): Promise<{ readonly retryAt: number } | undefined> {
    const day = localDate(at, timeZone);
    const Key = { pk: key(id, 'caller', caller), sk: `${day}#${act}` };
    const hour = `h${localTime(at, timeZone).slice(0, 2)}`;
    const hasRoom = await unlessConditionFails(
      this.table.update({
        Key,
        UpdateExpression: 'ADD #day :one, #hour :one SET expiresAt = :expires',
        ConditionExpression:
          '(attribute_not_exists(#day) OR #day < :day) AND (attribute_not_exists(#hour) OR #hour < :hour)',
        ExpressionAttributeNames: { '#day': 'day', '#hour': hour },
        ExpressionAttributeValues: {
          ':one': 1,
          ':day': limit.day,
          ':hour': limit.hour,
          ':expires': Math.floor(at / 1000) + REMEMBERED_SECONDS,
        },
      }),
    );
    if (hasRoom) return undefined;
    const { Item } = await this.table.get({ Key });
    const isDayFull = Number(Item?.['day'] ?? 0) >= limit.day;
    return { retryAt: isDayFull ? instantAt(addDays(day, 1), '00:00', timeZone) : nextHour(at) };
  }
}

const nextHour = (at: number): number => (Math.floor(at / HOUR) + 1) * HOUR;
