import { isJsonObject, type Json, type JsonObject } from '../assembly/json.js';
import type { Clock } from '../clock/clock.js';
import type { Caller, Identities } from '../iam/identities.js';
import type { Meters } from '../meters/meters.js';
import type { Database, DatabaseAnswer } from './database.js';
import { requiredAccess } from './required-access.js';
import type { TableCatalogue } from './table-catalogue.js';

export interface DynamoDbOptions {
  readonly database: Database;
  readonly tables: TableCatalogue;
  readonly identities: Identities;
  readonly meters: Meters;
  readonly clock: Pick<Clock, 'now'>;
}

const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** Calls that the host answers by itself. */
export const HOST_CALLS: readonly string[] = ['DescribeContinuousBackups'];

/** The units in `ConsumedCapacity`, which is a list where a call is about several tables. */
function unitsIn(capacity: Json | undefined): number {
  if (Array.isArray(capacity))
    return (capacity as readonly Json[]).reduce<number>((sum, one) => sum + unitsIn(one), 0);
  const units = isJsonObject(capacity) ? capacity['CapacityUnits'] : undefined;
  return typeof units === 'number' ? units : 0;
}

/** Who is told what a call costs asks for it; the meters always do. */
const asksCost = (input: JsonObject): boolean =>
  input['ReturnConsumedCapacity'] !== undefined && input['ReturnConsumedCapacity'] !== 'NONE';

/** The database with permissions before it and meters behind it. */
export class DynamoDbService {
  constructor(private readonly options: DynamoDbOptions) {}

  /** One operation, as the wire protocol's JSON says it. Rejects with AccessDeniedException. */
  async call(operation: string, input: JsonObject, caller: Caller): Promise<DatabaseAnswer> {
    const { identities, tables, database } = this.options;
    if (caller.kind === 'role') {
      for (const request of requiredAccess(operation, input, tables)) identities.authorize(caller, request);
    }
    if (HOST_CALLS.includes(operation)) return this.describeBackups(input);
    if (!READS.has(operation) && !WRITES.has(operation)) return database.call(operation, input);
    const isAsked = asksCost(input);
    const measured = isAsked ? input : { ...input, ReturnConsumedCapacity: 'TOTAL' };
    const answer = await database.call(operation, measured);
    return this.meter(operation, caller, answer, isAsked);
  }

  /** Of a table of the assembly, as its template has it; AWS can restore it up to five minutes ago. */
  private describeBackups({ TableName: name }: JsonObject): DatabaseAnswer {
    const { isRestorable } = this.options.tables.find(typeof name === 'string' ? name : '');
    const now = Math.floor(this.options.clock.now() / 1000);
    const description: JsonObject =
      isRestorable === true
        ? {
            PointInTimeRecoveryStatus: 'ENABLED',
            RecoveryPeriodInDays: 35,
            LatestRestorableDateTime: now - 300,
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

  private meter(
    operation: string,
    caller: Caller,
    { status, output }: DatabaseAnswer,
    isAsked: boolean,
  ): DatabaseAnswer {
    const { ConsumedCapacity: capacity, ...rest } = output;
    const { __type: error } = output;
    // A refused condition is billed and not reported: one unit, which is right up to an item of 1 KB.
    const isRefused = typeof error === 'string' && error.endsWith('ConditionalCheckFailedException');
    const units = unitsIn(capacity) + (isRefused ? 1 : 0);
    const execution = caller.kind === 'role' ? caller.attribution() : undefined;
    this.options.meters.add(execution, READS.has(operation) ? { readUnits: units } : { writeUnits: units });
    return { status, output: isAsked ? output : rest };
  }
}
