import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

/** Carriers redeliver for days, not months. Seconds. */
const REMEMBERED_SECONDS = 30 * 86_400;

const keyOf = (town: string, message: string) => ({ pk: key(town, 'inbound', message), sk: 'inbound' });

/** Which incoming texts have been acted on. */
export class InboundStore {
  constructor(private readonly table: Table) {}

  async isDone(town: string, message: string): Promise<boolean> {
    const { client, name } = this.table;
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: keyOf(town, message), ConsistentRead: true }),
    );
    return Item !== undefined;
  }

  /** Said last: a text that was acted on only in part is taken up again by the queue, and each part is idempotent. */
  async done(town: string, message: string, at: number): Promise<void> {
    const { client, name } = this.table;
    const expiresAt = Math.floor(at / 1000) + REMEMBERED_SECONDS;
    await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(town, message), at, expiresAt } }));
  }
}
