import * as z from 'zod';
import { type Attributes, type Table, unlessConditionFails } from './dynamodb.js';
import type { ItemKey, Reading } from './item-reader.js';
import { DIRECTORY, key } from './table-keys.js';

const entrySchema = z.object({ id: z.string(), smsNumber: z.string() });
/** A town and the number that reaches it. */
export type ListedTown = z.infer<typeof entrySchema>;
const ownerSchema = z.object({ town: z.string() });
/** Earlier versions kept all towns in one item. */
const formerSchema = z.object({
  version: z.number().int(),
  default: z.string(),
  towns: z.array(entrySchema),
});

export interface TownPage {
  readonly towns: readonly ListedTown[];
  /** From which town the list goes on; undefined at its end. */
  readonly next: string | undefined;
}

const ENTRY = 'town#';
const DEFAULT: ItemKey = { pk: DIRECTORY, sk: 'default' };
const FORMER: ItemKey = { pk: DIRECTORY, sk: DIRECTORY };
const entryKey = (id: string): ItemKey => ({ pk: DIRECTORY, sk: `${ENTRY}${id}` });
const numberKey = (number: string): ItemKey => ({ pk: key(DIRECTORY, 'number', number), sk: 'number' });
const ownerIn = (item: Attributes | undefined): string | undefined => item && ownerSchema.parse(item).town;

/**
 * Which towns there are, each in an item of its own, and which number reaches which, likewise: a call reads what it is
 * about. Which town is meant where none is named never changes, and a warm function knows it.
 */
export class TownDirectory {
  private known: string | undefined;

  constructor(private readonly table: Table) {}

  /** The town that is meant where a caller names none: the first imported. Undefined where none was. */
  async meant(): Promise<string | undefined> {
    this.known ??= ownerIn(await this.get(DEFAULT)) ?? (await this.former())?.default;
    return this.known;
  }

  /**
   * The town that a number reaches. Half a read unit: it may be a moment behind an import, and whoever finds that the
   * town says another number of itself asks again, `surely`.
   */
  async ofNumber(number: string, { surely = false } = {}): Promise<string | undefined> {
    const owner = ownerIn(await this.get(numberKey(number), surely));
    return owner ?? (await this.former(surely))?.towns.find(({ smsNumber }) => smsNumber === number)?.id;
  }

  /** Whether a number is a town's own, to be read beside something else. */
  readingIsTowns(number: string): Reading<boolean> {
    return { key: numberKey(number), read: (item) => item !== undefined };
  }

  /** So many towns at most, in the order of their ids, behind that of another page. */
  async page(limit: number, after?: string): Promise<TownPage> {
    const { Items, LastEvaluatedKey } = await this.table.query({
      KeyConditionExpression: 'pk = :directory AND begins_with(sk, :entry)',
      ExpressionAttributeValues: { ':directory': DIRECTORY, ':entry': ENTRY },
      ...(after === undefined ? {} : { ExclusiveStartKey: { ...entryKey(after) } }),
      Limit: limit,
      ConsistentRead: true,
    });
    const towns = z.array(entrySchema).parse(Items);
    if (towns.length === 0 && after === undefined)
      return { towns: (await this.former())?.towns ?? [], next: undefined };
    return { towns, next: LastEvaluatedKey && towns.at(-1)?.id };
  }

  /** Every town there is, for tools: functions work on a page at a time. */
  async all(): Promise<readonly ListedTown[]> {
    const towns: ListedTown[] = [];
    let next: string | undefined;
    do {
      const page = await this.page(ALL_AT_ONCE, next);
      towns.push(...page.towns);
      ({ next } = page);
    } while (next !== undefined);
    return towns;
  }

  /** Lists a town, and that its number reaches it instead of the one before. A number of another town stays its. */
  async list(town: ListedTown): Promise<void> {
    await this.takeOverFormer(town);
    const Item = await this.get(entryKey(town.id));
    const before = Item && entrySchema.parse(Item);
    if (before?.smsNumber !== town.smsNumber) {
      await this.claimNumber(town);
      await this.table.put({ Item: { ...entryKey(town.id), ...town } });
      if (before) await this.giveUpNumber(before);
    }
    await this.putNew({ ...DEFAULT, town: town.id });
  }

  private async claimNumber({ id, smsNumber }: ListedTown): Promise<void> {
    const Item = { ...numberKey(smsNumber), town: id };
    if (await this.putNew(Item)) return;
    const owner = ownerIn(await this.get(numberKey(smsNumber)));
    if (owner === undefined || owner === id) return;
    const entry = await this.get(entryKey(owner));
    // A town that says another number of itself gave this one up, and died before it said so here.
    if (entry && entrySchema.parse(entry).smsNumber !== smsNumber) await this.table.put({ Item });
  }

  private async giveUpNumber({ id, smsNumber }: ListedTown): Promise<void> {
    await unlessConditionFails(
      this.table.delete({
        Key: { ...numberKey(smsNumber) },
        ConditionExpression: 'town = :town',
        ExpressionAttributeValues: { ':town': id },
      }),
    );
  }

  /**
   * Gives each town of the one item of earlier versions items of its own. The one item is kept true, for a deployment
   * that is rolled back reads it; where there never was one, none is made.
   */
  private async takeOverFormer(town: ListedTown): Promise<void> {
    const former = await this.former();
    if (!former) return;
    await this.putNew({ ...DEFAULT, town: former.default });
    for (const one of former.towns)
      if (await this.putNew({ ...entryKey(one.id), ...one })) await this.claimNumber(one);
    if (former.towns.some(({ id, smsNumber }) => id === town.id && smsNumber === town.smsNumber)) return;
    const towns = [...former.towns.filter(({ id }) => id !== town.id), town];
    const written = this.table.put({
      Item: { ...FORMER, ...former, version: former.version + 1, towns },
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': former.version },
    });
    if (!(await unlessConditionFails(written))) await this.takeOverFormer(town);
  }

  private async former(surely = true) {
    const item = await this.get(FORMER, surely);
    return item && formerSchema.parse(item);
  }

  private putNew(Item: Attributes): Promise<boolean> {
    return unlessConditionFails(this.table.put({ Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  }

  private async get(Key: ItemKey, ConsistentRead = true): Promise<Attributes | undefined> {
    return (await this.table.get({ Key: { ...Key }, ConsistentRead })).Item;
  }
}

/** An answer of DynamoDB holds thousands. */
const ALL_AT_ONCE = 1000;
