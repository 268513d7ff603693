import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import { isJsonObject, type JsonObject } from '../assembly/json.js';
import { readJsonInput } from '../aws/json-protocol.js';
import type { DatabaseAnswer } from '../dynamodb/database.js';
import type { Host } from './host.js';
import { flag, unsupported } from './property-schemas.js';
import { resourceType, type DeployedResource, type ResourceContext } from './resource-type.js';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })).min(1);
const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.string().optional(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const properties = z.object({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
  PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: flag }).optional(),
  StreamSpecification: unsupported('streams'),
});

const describedSchema = z.object({
  TimeToLiveDescription: z.object({ AttributeName: z.string().optional() }),
});

type TableProperties = z.infer<typeof properties>;

const hashKeyOf = (keys: z.infer<typeof keySchema>) =>
  keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';

const call = (host: Host, operation: string, input: object): Promise<DatabaseAnswer> =>
  host.dynamoDb.call(operation, readJsonInput(JSON.stringify(input)), { kind: 'administrator' });

async function create(host: Host, name: string, table: TableProperties): Promise<void> {
  const { status, output } = await call(host, 'CreateTable', {
    ...table,
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
  });
  if (status >= 400) throw new AssemblyError(`the table ${name} cannot be made: ${JSON.stringify(output)}`);
}

/** A table from an earlier start is kept if its keys and indexes are still those of the template. */
function assertSameShape(name: string, table: TableProperties, description: JsonObject): void {
  const indexNames = (list: unknown) =>
    z
      .array(z.object({ IndexName: z.string() }))
      .catch([])
      .parse(list)
      .map(({ IndexName }) => IndexName)
      .sort();
  const before = {
    keys: keySchema.parse(description['KeySchema']),
    indexes: indexNames(description['GlobalSecondaryIndexes']),
  };
  const now = { keys: table.KeySchema, indexes: indexNames(table.GlobalSecondaryIndexes) };
  if (JSON.stringify(before) !== JSON.stringify(now)) {
    throw new AssemblyError(
      `the table ${name} in the data folder has other keys or indexes than the template; start with a new data folder`,
    );
  }
}

/** As the template says it, whatever an earlier one said. */
async function setTimeToLive(host: Host, name: string, table: TableProperties): Promise<void> {
  if (!host.dynamoDb.hasHostsClock) return;
  const { AttributeName: attribute, Enabled: isEnabled } = table.TimeToLiveSpecification ?? {
    Enabled: false,
  };
  const { output } = await call(host, 'DescribeTimeToLive', { TableName: name });
  const before = describedSchema.parse(output).TimeToLiveDescription.AttributeName;
  const wanted = isEnabled ? attribute : undefined;
  if (before === wanted) return;
  const change = (AttributeName: string, Enabled: boolean) =>
    call(host, 'UpdateTimeToLive', { TableName: name, TimeToLiveSpecification: { AttributeName, Enabled } });
  if (before !== undefined) await change(before, false);
  if (wanted !== undefined) await change(wanted, true);
}

async function deploy(
  table: TableProperties,
  { host, name, arn }: ResourceContext,
): Promise<DeployedResource> {
  const tableName = name(table.TableName, 255);
  const tableArn = arn('dynamodb', `table/${tableName}`);
  const { status, output } = await call(host, 'DescribeTable', { TableName: tableName });
  if (status >= 400) await create(host, tableName, table);
  else assertSameShape(tableName, table, isJsonObject(output['Table']) ? output['Table'] : {});
  await setTimeToLive(host, tableName, table);
  const isRestorable = table.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled ?? false;
  if (isRestorable) host.dynamoDb.keepHistory(tableName);
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  host.tables.add({
    // One that was restored before a stack took it in goes on saying so.
    ...host.tables.find(tableName),
    name: tableName,
    arn: tableArn,
    hashKey: hashKeyOf(table.KeySchema),
    indexes: new Map(indexes.map(({ IndexName, KeySchema }) => [IndexName, hashKeyOf(KeySchema)])),
    isRestorable,
  });
  return { ref: tableName, attributes: { Arn: tableArn, TableId: tableName } };
}

const support =
  'keys and indexes; billing on demand; TTL deletes within half a day; point-in-time recovery as far back as this life of the host and its latest 20,000 changes; encryption and protection have no effect';

export const dynamoDbTable = resourceType({ type: 'AWS::DynamoDB::Table', support, properties, deploy });
export const dynamoDbGlobalTable = resourceType({
  type: 'AWS::DynamoDB::GlobalTable',
  support,
  properties,
  deploy,
});
