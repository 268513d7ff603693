import { DescribeContinuousBackupsCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** To which moment the table could be restored. */
export class BackupWatch {
  constructor(
    private readonly client: Pick<DynamoDBClient, 'send'>,
    private readonly table: string,
  ) {}

  /** The latest such moment, epoch milliseconds; undefined where it cannot be restored to any. */
  async latest(): Promise<number | undefined> {
    const { ContinuousBackupsDescription } = await this.client.send(
      new DescribeContinuousBackupsCommand({ TableName: this.table }),
    );
    const { PointInTimeRecoveryDescription } = ContinuousBackupsDescription ?? {};
    if (PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus !== 'ENABLED') return undefined;
    return PointInTimeRecoveryDescription.LatestRestorableDateTime?.getTime();
  }
}
