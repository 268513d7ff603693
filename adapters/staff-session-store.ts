import * as z from 'zod';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

/** One time that a member of staff signed in. */
export interface SessionKey {
  readonly town: string;
  readonly staff: string;
  readonly id: string;
}

const itemSchema = z.object({ phone: z.string() });
const keyOf = ({ town, staff, id }: SessionKey) => ({ pk: key(town, 'session', staff), sk: id });

/** Sessions of the staff that were begun and not ended: a cookie is worth nothing without its session. */
export class StaffSessionStore {
  constructor(private readonly table: Table) {}

  /** `until` in epoch milliseconds: after that the item may go. `phone` stands for the number by which they came in. */
  async begin(session: SessionKey, { until, phone }: { until: number; phone: string }): Promise<void> {
    await this.table.put({ Item: { ...keyOf(session), phone, expiresAt: Math.ceil(until / 1000) } });
  }

  /** The code of the number by which they came in; undefined once the session was ended. */
  async begunAt(session: SessionKey): Promise<string | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(session), ConsistentRead: true });
    return Item && itemSchema.parse(Item).phone;
  }

  async end(session: SessionKey): Promise<void> {
    await this.table.delete({ Key: keyOf(session) });
  }
}
