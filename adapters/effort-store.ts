import * as z from 'zod';
import { contactOfPhone, contactOfStaff } from './contact.js';
import type { Table } from './dynamodb.js';
import { INDEX, key, timeSort } from './table-keys.js';

const tallySchema = z.object({ texts: z.number() });

/** How much is asked of a member of staff. */
export class EffortStore {
  constructor(private readonly table: Table) {}

  /** How many texts a number was sent, from one local date up to but not including another. */
  async textsTo(town: string, phone: string, { from, to }: { from: string; to: string }): Promise<number> {
    const Items = await this.table.queryAll({
      KeyConditionExpression: 'pk = :number AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':number': key(town, 'tally', contactOfPhone(town, phone)),
        ':from': from,
        // The kind of text follows the date, so that this is before anything of the day.
        ':to': to,
      },
    });
    return z
      .array(tallySchema)
      .parse(Items)
      .reduce((sum, { texts }) => sum + texts, 0);
  }

  /** How many asks were put to somebody from a moment up to but not including another, answered or not. */
  async asksPutTo(town: string, staff: string, { from, to }: { from: number; to: number }): Promise<number> {
    const counts = (['ask', 'answered'] as const).map(async (kind) => {
      const Items = await this.table.queryAll({
        IndexName: INDEX.byContact,
        KeyConditionExpression: 'contactKey = :contact AND contactSort BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':contact': key(town, 'contact', contactOfStaff(staff)),
          ':from': timeSort(kind, from, ''),
          ':to': timeSort(kind, to, ''),
        },
      });
      return Items.length;
    });
    const [open = 0, answered = 0] = await Promise.all(counts);
    return open + answered;
  }
}
