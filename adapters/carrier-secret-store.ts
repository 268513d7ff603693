import * as z from 'zod';
import { openTable, type Table } from './dynamodb.js';
import { CARRIER_KEY, key } from './table-keys.js';

const secretSchema = z.object({
  /** The secret by which the carrier knows the town. */
  token: z.string().min(1),
  /** Whom it was kept for; absent in what was kept before that was asked. */
  origin: z.string().optional(),
});

const keyOf = (town: string) => ({ pk: key(town, 'carrier', CARRIER_KEY.outbound), sk: 'secret' });

/**
 * The secrets by which a town and its HTTP carrier know each other. They are no town data, which is exported and shown:
 * they lie in the table, under the key of the stack, and are read anew for each text, so that a new one holds at once.
 */
export class CarrierSecretStore {
  constructor(private readonly table: Table) {}

  /**
   * The secret for the carrier at an address; undefined where none was kept for its origin. The address is town data,
   * which the console edits: whoever may change it must not have the secret, and people's words, sent to wherever they
   * name.
   */
  async find(town: string, address: string): Promise<string | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town), ConsistentRead: true });
    const kept = Item && secretSchema.parse(Item);
    return kept?.origin === new URL(address).origin ? kept.token : undefined;
  }

  async keep(town: string, { token, address }: { token: string; address: string }): Promise<void> {
    await this.table.put({ Item: { ...keyOf(town), token, origin: new URL(address).origin } });
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
