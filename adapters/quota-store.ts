import { emptyQuota, type Quota, quotaSchema } from '../domain/quota/quota.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { readStored } from './stored.js';
import { key } from './table-keys.js';

const keyOf = (town: string, programme: string) => ({ pk: key(town, 'quota', programme), sk: 'quota' });

/** Who has the places of the programmes and who waits for one: an item a programme. */
export class QuotaStore {
  constructor(private readonly table: Table) {}

  /** As it now stands; empty before anybody asked for a place. */
  async load(town: string, programme: string): Promise<Quota> {
    const { Item } = await this.table.get({ Key: keyOf(town, programme), ConsistentRead: true });
    return Item ? readStored('quota', quotaSchema, Item) : emptyQuota(town, programme);
  }

  /** One conditional write: true when nobody wrote since this was read. */
  save(quota: Quota): Promise<boolean> {
    return unlessConditionFails(
      this.table.put({
        Item: { ...quota, version: quota.version + 1, ...keyOf(quota.town, quota.programme) },
        ConditionExpression: 'attribute_not_exists(pk) OR #version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': quota.version },
      }),
    );
  }
}
