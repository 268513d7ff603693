import * as z from 'zod';
import type { Json, JsonObject } from '../assembly/json.js';
import type { DatabaseAnswer } from './database.js';
import type { Item, Keys, TableDescription } from './dynalite-parts.js';
import { refusal } from './refusals.js';
import type { Tables } from './tables.js';

/** Items that expired longer ago are kept: most likely their time is in another unit than seconds (AWS: five years). */
const OLDEST = 5 * 365 * 24 * 60 * 60;

const keptSchema = z.object({ table: z.string(), attribute: z.string() });
type Kept = z.infer<typeof keptSchema>;

const inputSchema = z.object({
  TableName: z.string(),
  TimeToLiveSpecification: z.object({ Enabled: z.boolean(), AttributeName: z.string().min(1).max(255) }),
});

/** Whole epoch seconds in a number attribute that have passed, and not long ago. */
function isExpired(item: Item, attribute: string, nowSeconds: number): boolean {
  const { N: seconds } = item[attribute] ?? {};
  if (seconds === undefined) return false;
  return Number(seconds) <= nowSeconds && Number(seconds) > nowSeconds - OLDEST;
}

/** Which tables' items expire by which attribute, and the deleting of those that have. */
export class TimeToLive {
  constructor(
    private readonly tables: Tables,
    private readonly call: (operation: string, input: JsonObject) => Promise<DatabaseAnswer>,
  ) {}

  async update(input: JsonObject): Promise<DatabaseAnswer> {
    const { data, error } = inputSchema.safeParse(input);
    if (data === undefined) throw refusal('ValidationException', message(error));
    const { TableName: table, TimeToLiveSpecification: specification } = data;
    const { Enabled: isEnabled, AttributeName: attribute } = specification;
    await this.table(table);
    const before = await this.kept(table);
    if (before !== undefined && before.attribute !== attribute)
      throw refusal(
        'ValidationException',
        `TimeToLive is active on a different AttributeName: current AttributeName is ${before.attribute}`,
      );
    if (isEnabled === (before !== undefined))
      throw refusal('ValidationException', `TimeToLive is already ${isEnabled ? 'enabled' : 'disabled'}`);
    await settle((done) =>
      isEnabled
        ? this.tables.timesToLive.put(table, { table, attribute }, done)
        : this.tables.timesToLive.del(table, done),
    );
    return { status: 200, output: { TimeToLiveSpecification: specification }, charges: [] };
  }

  async describe({ TableName: table }: JsonObject): Promise<DatabaseAnswer> {
    if (typeof table !== 'string')
      throw refusal(
        'ValidationException',
        'The parameter TableName is required but was not present in the request',
      );
    await this.table(table);
    const kept = await this.kept(table);
    const described: JsonObject =
      kept === undefined
        ? { TimeToLiveStatus: 'DISABLED' }
        : { TimeToLiveStatus: 'ENABLED', AttributeName: kept.attribute };
    return { status: 200, output: { TimeToLiveDescription: described }, charges: [] };
  }

  /** A table that is deleted. */
  async forget({ TableName: table }: JsonObject): Promise<void> {
    if (typeof table === 'string') await settle((done) => this.tables.timesToLive.del(table, done));
  }

  async isUsed(): Promise<boolean> {
    return (await valuesOf(this.tables.timesToLive)).length > 0;
  }

  async deleteExpired(now: number): Promise<void> {
    const nowSeconds = Math.floor(now / 1000);
    for (const value of await valuesOf(this.tables.timesToLive)) {
      const { table, attribute } = keptSchema.parse(value);
      await this.deleteFrom(await this.table(table), attribute, nowSeconds);
    }
  }

  private async deleteFrom(table: TableDescription, attribute: string, nowSeconds: number): Promise<void> {
    const expired = (await valuesOf(this.tables.getItemDb(table.TableName), (item) =>
      isExpired(item as Item, attribute, nowSeconds),
    )) as Item[];
    for (const item of expired) {
      const names = table.KeySchema.map(({ AttributeName }) => AttributeName);
      const key = Object.fromEntries(names.map((name) => [name, item[name] as unknown as Json]));
      // Whoever has put the end off meanwhile keeps the item.
      await this.call('DeleteItem', {
        TableName: table.TableName,
        Key: key,
        ConditionExpression: '#expiry = :expiry',
        ExpressionAttributeNames: { '#expiry': attribute },
        ExpressionAttributeValues: { ':expiry': item[attribute] as unknown as Json },
      });
    }
  }

  private table(name: string): Promise<TableDescription> {
    return new Promise((resolve, reject) => {
      this.tables.getTable(name, (error, table) =>
        error || table === undefined ? reject(error) : resolve(table),
      );
    });
  }

  private kept(table: string): Promise<Kept | undefined> {
    return new Promise((resolve) => {
      this.tables.timesToLive.get(table, (error, value) =>
        resolve(error ? undefined : keptSchema.parse(value)),
      );
    });
  }
}

const message = (error: z.ZodError): string =>
  error.issues.map(({ path, message: text }) => `${path.join('.')}: ${text}`).join('; ');

const settle = (act: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => act((error) => (error ? reject(error) : resolve())));

function valuesOf(keys: Keys, isWanted: (value: unknown) => boolean = () => true): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const found: unknown[] = [];
    keys
      .createValueStream()
      .on('data', (value: unknown) => {
        if (isWanted(value)) found.push(value);
      })
      .on('end', () => resolve(found))
      .on('error', reject);
  });
}
