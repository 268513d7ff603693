import { type Attributes, openTable, type Table } from './dynamodb.js';

/** All that the table holds of one town, as it is stored. */
export class TownItems {
  constructor(private readonly table: Table) {}

  /** A page at a time. The whole table is read for it, which costs a unit for each 8 KB of it. */
  async *of(town: string): AsyncGenerator<readonly Attributes[]> {
    let ExclusiveStartKey: Attributes | undefined;
    do {
      const page = await this.table.scan({
        FilterExpression: 'begins_with(pk, :town)',
        ExpressionAttributeValues: { ':town': `${town}#` },
        ExclusiveStartKey,
      });
      yield page.Items;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
}

export const createTownItems = ({ table, endpoint }: { table: string; endpoint?: string }): TownItems =>
  new TownItems(openTable(table, endpoint));
