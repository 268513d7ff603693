import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type SampleLot, sampleLotSchema } from '../domain/inspections/sample-lot.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const keyOf = (town: string, date: string) => ({ pk: key(town, 'round', 'sample-lot'), sk: date });

/** What the telephone samples are drawn from, a month each; written once. */
export class LotStore {
  constructor(private readonly table: Table) {}

  async find(town: string, date: string): Promise<SampleLot | undefined> {
    const { client, name } = this.table;
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: keyOf(town, date), ConsistentRead: true }),
    );
    return Item && sampleLotSchema.parse(Item);
  }

  /** The last lot of a month before this one. */
  async before(town: string, date: string): Promise<SampleLot | undefined> {
    const { client, name } = this.table;
    const { pk } = keyOf(town, date);
    const { Items } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :lots AND sk < :month',
        ExpressionAttributeValues: { ':lots': pk, ':month': date },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    return Items?.[0] && sampleLotSchema.parse(Items[0]);
  }

  /** Stores a lot; false when the month has one, which stays. */
  create(lot: SampleLot): Promise<boolean> {
    const { client, name } = this.table;
    const Item = { ...lot, ...keyOf(lot.town, lot.date) };
    return unlessConditionFails(
      client.send(new PutCommand({ TableName: name, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );
  }
}
