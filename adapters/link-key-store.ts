import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const keyOf = (town: string) => ({ pk: key(town, 'secret', 'ask-links'), sk: 'secret' });
const itemSchema = z.object({ value: z.string().min(43) });
/** As long as the digest: HMAC gains nothing by more (RFC 2104, 3). Bytes. */
const KEY_LENGTH = 32;

/** The key by which a town signs links to asks: made when the first link is, and read only by who signs and who checks. */
export class LinkKeyStore {
  /** A key never changes, so a warm function keeps it. */
  private readonly keys = new Map<string, string>();

  constructor(private readonly table: Table) {}

  /** The town's key; undefined while no link was ever signed. */
  async find(town: string): Promise<string | undefined> {
    const known = this.keys.get(town);
    if (known !== undefined) return known;
    const { Item } = await this.table.get({ Key: keyOf(town), ConsistentRead: true });
    if (!Item) return undefined;
    const { value } = itemSchema.parse(Item);
    this.keys.set(town, value);
    return value;
  }

  /** The same, made if there is none. Of two functions that make one at once the first wins, and both use it. */
  async findOrMake(town: string): Promise<string> {
    const found = await this.find(town);
    if (found !== undefined) return found;
    const value = randomBytes(KEY_LENGTH).toString('base64url');
    const made = await unlessConditionFails(
      this.table.put({
        Item: { ...keyOf(town), value },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    if (made) this.keys.set(town, value);
    return made ? value : this.findOrMake(town);
  }
}
