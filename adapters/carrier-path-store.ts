import * as z from 'zod';
import { newSecret, submissionOf } from './contact.js';
import { openTable, type Table } from './dynamodb.js';
import { CARRIER_KEY, key } from './table-keys.js';

const pathSchema = z.object({ hash: z.string() });

const keyOf = (town: string) => ({ pk: key(town, 'carrier', CARRIER_KEY.inbound), sk: 'path' });

/**
 * The path at which a town's own carrier hands over texts: the town and a secret. Only its hash is kept; it is read
 * anew for each text, so that a new path holds at once and the one before no more.
 */
export class CarrierPathStore {
  constructor(private readonly table: Table) {}

  /** Makes a new path, which nobody can be told again. */
  async renew(town: string): Promise<string> {
    const path = `${town}.${newSecret()}`;
    const Item = { ...keyOf(town), hash: submissionOf(path) };
    await this.table.put({ Item });
    return path;
  }

  /** `submissionOf` the town's path; undefined where it has none. */
  async hash(town: string): Promise<string | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town), ConsistentRead: true });
    return Item && pathSchema.parse(Item).hash;
  }
}

/** Opens the paths of a table, for tools outside the functions. */
export const createCarrierPathStore = ({
  table,
  endpoint,
}: {
  table: string;
  endpoint?: string;
}): CarrierPathStore => new CarrierPathStore(openTable(table, endpoint));
