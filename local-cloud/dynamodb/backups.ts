import * as z from 'zod';
import type { JsonObject } from '../assembly/json.js';
import type { Database, DatabaseAnswer } from './database.js';
import { refusal } from './refusals.js';
import type { TableCatalogue } from './table-catalogue.js';

/** The calls of this file, by AWS's names. */
export const BACKUP_CALLS = [
  'DescribeContinuousBackups',
  'UpdateContinuousBackups',
  'RestoreTableToPointInTime',
] as const;

/** AWS can restore up to so long ago. Milliseconds. */
const BEHIND = 300_000;
/** Items that BatchWriteItem takes. */
const BATCH = 25;

const namedSchema = z.object({ TableName: z.string() });
const updateSchema = z.object({
  TableName: z.string(),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.boolean() }),
});
const restoreSchema = z.object({
  SourceTableName: z.string(),
  TargetTableName: z.string(),
  UseLatestRestorableTime: z.boolean().default(false),
  /** Seconds. */
  RestoreDateTime: z.number().optional(),
});
const describedSchema = z.object({
  Table: z.looseObject({
    KeySchema: z.unknown(),
    AttributeDefinitions: z.unknown(),
    GlobalSecondaryIndexes: z.array(z.looseObject({})).optional(),
    LocalSecondaryIndexes: z.array(z.looseObject({})).optional(),
  }),
});

function read<Members>(schema: z.ZodType<Members>, input: JsonObject): Members {
  const { data, error } = schema.safeParse(input);
  if (error) throw refusal('ValidationException', z.prettifyError(error));
  return data;
}

/** An index of DescribeTable, as CreateTable takes it. */
const indexAsMade = ({ IndexName, KeySchema, Projection }: Readonly<Record<string, unknown>>) => ({
  IndexName,
  KeySchema,
  Projection,
});

export interface BackupsOptions {
  readonly database: Database;
  readonly tables: TableCatalogue;
  readonly now: () => number;
}

/** Point-in-time recovery, as far back as this life of the host remembers. */
export class Backups {
  constructor(private readonly options: BackupsOptions) {}

  async call(operation: string, input: JsonObject): Promise<DatabaseAnswer> {
    switch (operation) {
      case 'UpdateContinuousBackups':
        return this.update(input);
      case 'RestoreTableToPointInTime':
        return this.restore(input);
      default:
        return this.describe(read(namedSchema, input).TableName);
    }
  }

  /** AWS keeps 35 days; here it is what is remembered. */
  private describe(name: string): DatabaseAnswer {
    const { isRestorable } = this.options.tables.find(name);
    const { earliest, latest } = this.span(name);
    const description: JsonObject =
      isRestorable === true
        ? {
            PointInTimeRecoveryStatus: 'ENABLED',
            RecoveryPeriodInDays: 35,
            ...(earliest === undefined ? {} : { EarliestRestorableDateTime: Math.ceil(earliest / 1000) }),
            LatestRestorableDateTime: Math.floor(latest / 1000),
          }
        : { PointInTimeRecoveryStatus: 'DISABLED' };
    return {
      status: 200,
      output: {
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: 'ENABLED',
          PointInTimeRecoveryDescription: description,
        },
      },
    };
  }

  private span(name: string): { readonly earliest: number | undefined; readonly latest: number } {
    const { database, now } = this.options;
    const earliest = database.history?.since(name);
    // Items that were there when it began can be restored at once.
    return { earliest, latest: Math.max(earliest ?? 0, now() - BEHIND) };
  }

  private async update(input: JsonObject): Promise<DatabaseAnswer> {
    const { TableName: name, PointInTimeRecoverySpecification: wanted } = read(updateSchema, input);
    const { database, tables } = this.options;
    const { status, output } = await database.call('DescribeTable', { TableName: name });
    if (status >= 400) return { status, output };
    const isRestorable = wanted.PointInTimeRecoveryEnabled;
    tables.add({ ...tables.find(name), isRestorable });
    if (isRestorable) database.history?.keep(name);
    else database.history?.forget(name);
    return this.describe(name);
  }

  /** Another table with keys, indexes and items of that moment; without expiry and recovery, as on AWS. */
  private async restore(input: JsonObject): Promise<DatabaseAnswer> {
    const { database, tables } = this.options;
    const wanted = read(restoreSchema, input);
    const { SourceTableName: source, TargetTableName: name } = wanted;
    if (database.itemsAt === undefined)
      throw refusal('UnknownOperationException', 'This database remembers no changes');
    const moment = this.momentOf(wanted);
    const described = await database.call('DescribeTable', { TableName: source });
    if (described.status >= 400) return described;
    const { Table } = describedSchema.parse(described.output);
    const made = await database.call('CreateTable', {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table.KeySchema,
      AttributeDefinitions: Table.AttributeDefinitions,
      ...(Table.GlobalSecondaryIndexes && {
        GlobalSecondaryIndexes: Table.GlobalSecondaryIndexes.map(indexAsMade),
      }),
      ...(Table.LocalSecondaryIndexes && {
        LocalSecondaryIndexes: Table.LocalSecondaryIndexes.map(indexAsMade),
      }),
    } as JsonObject);
    if (made.status >= 400) return made;
    const { arn, hashKey, indexes } = tables.find(source);
    const restored = {
      SourceTableArn: arn,
      RestoreDateTime: Math.floor(moment / 1000),
      RestoreInProgress: false,
    };
    tables.add({ name, arn: arn.replace(/[^/]+$/, name), hashKey, indexes, isRestorable: false, restored });
    await this.fill(name, await database.itemsAt(source, moment));
    return { status: 200, output: made.output };
  }

  private momentOf({
    SourceTableName: source,
    UseLatestRestorableTime: isLatest,
    RestoreDateTime: seconds,
  }: z.infer<typeof restoreSchema>): number {
    const { earliest, latest } = this.span(source);
    if (this.options.tables.find(source).isRestorable !== true || earliest === undefined)
      throw refusal(
        'PointInTimeRecoveryUnavailableException',
        `Point in time recovery is not enabled for table '${source}'`,
      );
    const moment = isLatest ? latest : (seconds ?? Number.NaN) * 1000;
    if (moment >= earliest && moment <= latest) return moment;
    throw refusal(
      'InvalidRestoreTimeException',
      `An invalid restore time was specified. RestoreDateTime must be between ${new Date(earliest).toISOString()} and ${new Date(latest).toISOString()}.`,
    );
  }

  private async fill(table: string, items: readonly object[]): Promise<void> {
    for (let first = 0; first < items.length; first += BATCH) {
      const requests = items.slice(first, first + BATCH).map((Item) => ({ PutRequest: { Item } }));
      const { status, output } = await this.options.database.call('BatchWriteItem', {
        RequestItems: { [table]: requests },
      } as JsonObject);
      if (status >= 400) throw refusal('InternalServerError', JSON.stringify(output));
    }
  }
}
