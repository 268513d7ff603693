import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/access/audited-actions.js';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

/** The day of a moment, UTC: one partition of the trail. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The audit trail, by day. Entries are added, never changed, and never expire. */
export class AuditStore {
  constructor(private readonly table: Table) {}

  /** Adds an entry. `call` tells two acts of one moment apart; the same act of the same call is one entry. */
  async record(entry: AuditEntry, call: string): Promise<void> {
    const { town, at, action, subject = '' } = entry;
    const { client, name } = this.table;
    await client.send(
      new PutCommand({
        TableName: name,
        Item: {
          ...entry,
          pk: key(town, 'audit', dayOf(at)),
          sk: [new Date(at).toISOString(), call, action, subject].join('#'),
        },
      }),
    );
  }
}
