import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';

/** The moments to which a table can be restored; epoch milliseconds. */
export interface Restorable {
  readonly earliest: number;
  readonly latest: number;
}

/** Makes a second table of what a table held at some moment; the first stays as it is. */
export class TableRestore {
  constructor(private readonly client: Pick<DynamoDBClient, 'send'>) {}

  /** Undefined where point-in-time recovery is off. */
  async span(table: string): Promise<Restorable | undefined> {
    const { ContinuousBackupsDescription } = await this.client.send(
      new DescribeContinuousBackupsCommand({ TableName: table }),
    );
    const { EarliestRestorableDateTime, LatestRestorableDateTime } =
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
    if (!EarliestRestorableDateTime || !LatestRestorableDateTime) return undefined;
    return { earliest: EarliestRestorableDateTime.getTime(), latest: LatestRestorableDateTime.getTime() };
  }

  /** As AWS calls it (`CREATING`, `ACTIVE`); undefined of a table that there is not. */
  async status(table: string): Promise<string | undefined> {
    return (await this.describe(table))?.TableStatus;
  }

  /** Whether a table was made of what another held at a moment, to the second; undefined of a table that there is not. */
  async isOf(table: string, source: string, at: number): Promise<boolean | undefined> {
    const described = await this.describe(table);
    if (described === undefined) return undefined;
    const { SourceTableArn, RestoreDateTime } = described.RestoreSummary ?? {};
    return (
      SourceTableArn?.endsWith(`:table/${source}`) === true && RestoreDateTime?.getTime() === toSecond(at)
    );
  }

  private async describe(table: string): Promise<TableDescription | undefined> {
    try {
      return (await this.client.send(new DescribeTableCommand({ TableName: table }))).Table;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** Begins it; it takes from half an hour to hours. `at` is cut to the second. */
  async begin(source: string, target: string, at: number): Promise<void> {
    await this.client.send(
      new RestoreTableToPointInTimeCommand({
        SourceTableName: source,
        TargetTableName: target,
        RestoreDateTime: new Date(toSecond(at)),
      }),
    );
  }

  /** Sets up what a restored table lacks. Can be done again. */
  async finish(table: string): Promise<void> {
    await this.client
      .send(
        new UpdateTimeToLiveCommand({
          TableName: table,
          TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
        }),
      )
      .catch((error: unknown) => {
        if (!isSetAlready(error)) throw error;
      });
    await this.client.send(
      new UpdateContinuousBackupsCommand({
        TableName: table,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
    await this.client.send(new UpdateTableCommand({ TableName: table, DeletionProtectionEnabled: true }));
  }
}

const toSecond = (at: number): number => Math.floor(at / 1000) * 1000;

/** AWS refuses to switch on what is on. */
const isSetAlready = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException' && /already enabled/i.test(error.message);
