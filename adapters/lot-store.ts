import { type SampleLot, sampleLotSchema } from '../domain/inspections/sample-lot.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const keyOf = (town: string, date: string) => ({ pk: key(town, 'round', 'sample-lot'), sk: date });

/** The lists from which the telephone samples are drawn, one a month; written once. */
export class LotStore {
  constructor(private readonly table: Table) {}

  async find(town: string, date: string): Promise<SampleLot | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town, date), ConsistentRead: true });
    return Item && sampleLotSchema.parse(Item);
  }

  /** The last lot of a month before this one. */
  async before(town: string, date: string): Promise<SampleLot | undefined> {
    const { pk } = keyOf(town, date);
    const { Items } = await this.table.query({
      KeyConditionExpression: 'pk = :lots AND sk < :month',
      ExpressionAttributeValues: { ':lots': pk, ':month': date },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    });
    return Items?.[0] && sampleLotSchema.parse(Items[0]);
  }

  /** Stores a lot; false when the month has one, which stays. */
  create(lot: SampleLot): Promise<boolean> {
    const Item = { ...lot, ...keyOf(lot.town, lot.date) };
    return unlessConditionFails(this.table.put({ Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  }
}
