import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const keyOf = (town: string) => ({ pk: key(town, 'secret', 'ask-links'), sk: 'secret' });
const valueSchema = z.string().min(43);
const itemSchema = z.object({
  value: valueSchema,
  /** Keys that were in use before, and until when what they signed still holds, epoch milliseconds. */
  earlier: z.array(z.object({ value: valueSchema, until: z.number() })).default([]),
});
type Keys = z.infer<typeof itemSchema>;

/** As long as the digest: HMAC gains nothing by more (RFC 2104, 3). Bytes. */
const KEY_LENGTH = 32;
const newKey = (): string => randomBytes(KEY_LENGTH).toString('base64url');

/**
 * The keys by which a town signs links to asks: the first is made when the first link is, and read only by who signs
 * and who checks. They are read anew each time, so that a new one holds at once.
 */
export class LinkKeyStore {
  constructor(private readonly table: Table) {}

  /** The key that signs; undefined while no link was ever signed. */
  async find(town: string): Promise<string | undefined> {
    return (await this.read(town))?.value;
  }

  /** The keys whose signatures hold at a moment (epoch milliseconds), the signing one first; none before any link. */
  async accepted(town: string, at: number): Promise<readonly string[]> {
    const keys = await this.read(town);
    if (!keys) return [];
    return [keys.value, ...keys.earlier.flatMap(({ value, until }) => (at < until ? [value] : []))];
  }

  /** The key that signs, made if there is none. Of two functions that make one at once the first wins; both use it. */
  async findOrMake(town: string): Promise<string> {
    const found = await this.find(town);
    if (found !== undefined) return found;
    const value = newKey();
    const made = await unlessConditionFails(
      this.table.put({
        Item: { ...keyOf(town), value },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return made ? value : this.findOrMake(town);
  }

  /** Has another key sign; the one before holds until a moment. False where there was none, or another just did it. */
  async rotate(town: string, { at, until }: { at: number; until: number }): Promise<boolean> {
    const keys = await this.read(town);
    if (!keys) return false;
    const earlier = [{ value: keys.value, until }, ...keys.earlier]
      // One that may be known to others is to open nothing longer than this one.
      .map((one) => ({ ...one, until: Math.min(one.until, until) }))
      .filter((one) => one.until > at);
    return unlessConditionFails(
      this.table.put({
        Item: { ...keyOf(town), value: newKey(), earlier },
        ConditionExpression: '#value = :before',
        ExpressionAttributeNames: { '#value': 'value' },
        ExpressionAttributeValues: { ':before': keys.value },
      }),
    );
  }

  private async read(town: string): Promise<Keys | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town), ConsistentRead: true });
    return Item && itemSchema.parse(Item);
  }
}
