import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** How an attribute takes part in a key. */
interface KeyElement {
  readonly AttributeName?: string | undefined;
  readonly KeyType?: string | undefined;
}

/** Keys and indexes of a table, in the words of a template. */
export interface TableShape {
  readonly TableName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly GlobalSecondaryIndexes: readonly {
    readonly IndexName: string;
    readonly KeySchema: readonly KeyElement[];
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  }[];
}

const keyOf = (elements: readonly KeyElement[] = []): KeyElement[] =>
  elements.map(({ AttributeName, KeyType }) => ({ AttributeName, KeyType }));

/** Looks at the table as it is. */
export class TableWatch {
  constructor(
    private readonly client: Pick<DynamoDBClient, 'send'>,
    private readonly table: string,
  ) {}

  async shape(): Promise<TableShape> {
    const { Table = {} } = await this.client.send(new DescribeTableCommand({ TableName: this.table }));
    return {
      TableName: this.table,
      KeySchema: keyOf(Table.KeySchema),
      GlobalSecondaryIndexes: (Table.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName = '', KeySchema, Projection }) => ({
          IndexName,
          KeySchema: keyOf(KeySchema),
          Projection: {
            ProjectionType: Projection?.ProjectionType ?? 'ALL',
            ...(Projection?.NonKeyAttributes?.length
              ? { NonKeyAttributes: Projection.NonKeyAttributes.toSorted() }
              : {}),
          },
        }),
      ),
    };
  }
}
