import * as z from 'zod';
import { exampleSchema } from '../domain/reading/example.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const taughtSchema = z.object({
  /** Whose words it is of; there is one of a request, the latest. */
  request: z.string(),
  example: exampleSchema,
  /** The `sub` of who taught it, and the name they had then. */
  who: z.string(),
  name: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});
/** A text that was read wrongly, and how it should have been read. */
export type Taught = z.infer<typeof taughtSchema>;

const partitionOf = (town: string) => key(town, 'taught', 'examples');

/** The desk's lessons for a town's reading that nobody has taken over yet. */
export class TaughtStore {
  constructor(private readonly table: Table) {}

  /** All of it, in the order in which it was taught. */
  async list(town: string): Promise<Taught[]> {
    const items = await this.table.queryAll({
      KeyConditionExpression: 'pk = :town',
      ExpressionAttributeValues: { ':town': partitionOf(town) },
      ConsistentRead: true,
    });
    return z
      .array(taughtSchema)
      .parse(items)
      .toSorted((a, b) => a.at - b.at || a.request.localeCompare(b.request));
  }

  /** Keeps a correction; one of the same request takes the place of the one before. */
  async add(town: string, taught: Taught): Promise<void> {
    await this.table.put({ Item: { ...taught, pk: partitionOf(town), sk: taught.request } });
  }

  /** Removes what was taught of a request, if it is still what was taught then; false where it is not. */
  remove(town: string, { request, at }: Pick<Taught, 'request' | 'at'>): Promise<boolean> {
    return unlessConditionFails(
      this.table.delete({
        Key: { pk: partitionOf(town), sk: request },
        ConditionExpression: '#at = :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':at': at },
      }),
    );
  }
}
