import { auditRoute } from '../../../contracts/console/audit.js';
import type { Client } from '../api/client.js';

const DAY = 86_400_000;
/** Days. No execution is shown for longer after its end, and whoever stopped it acted then. */
const LOOKED_BACK = 90;

/** The latest name that the audit trail has of a user of the console; undefined where it knows of nobody. */
export async function nameInTrail(
  { call }: Pick<Client, 'call'>,
  who: string,
  now: number,
): Promise<string | undefined> {
  const from = new Date(now - LOOKED_BACK * DAY).toISOString().slice(0, 10);
  let cursor: string | undefined;
  do {
    // A page may be short, and yet not the last.
    const page = await call(auditRoute, { query: { who, from, limit: '1', cursor } });
    const [latest] = page.items;
    if (latest) return latest.name;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return undefined;
}
