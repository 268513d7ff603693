import * as z from 'zod';
import { openTable, type Table } from './dynamodb.js';
import { CARRIER_KEY, key } from './table-keys.js';

const secretSchema = z.object({
  /** What the carrier knows the town by when it hands over a text. */
  token: z.string().min(1),
});
export type CarrierSecret = z.infer<typeof secretSchema>;

const keyOf = (town: string) => ({ pk: key(town, 'carrier', CARRIER_KEY.outbound), sk: 'secret' });

/**
 * What a town and its HTTP carrier know each other by. It is no town data, which is exported and shown; it lies in the table, under the
 * key of the stack, and is read anew for each text, so that a new one holds at once.
 */
export class CarrierSecretStore {
  constructor(private readonly table: Table) {}

  async find(town: string): Promise<CarrierSecret | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town), ConsistentRead: true });
    return Item && secretSchema.parse(Item);
  }

  async keep(town: string, secret: CarrierSecret): Promise<void> {
    await this.table.put({ Item: { ...keyOf(town), ...secret } });
  }
}

/** Opens the secrets of a table, for tools outside the functions. */
export const createCarrierSecretStore = ({
  table,
  endpoint,
}: {
  table: string;
  endpoint?: string;
}): CarrierSecretStore => new CarrierSecretStore(openTable(table, endpoint));
