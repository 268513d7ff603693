import { isJsonObject, type Json, type JsonObject } from '../assembly/json.js';
import type { Clock } from '../clock/clock.js';
import type { Caller, Identities } from '../iam/identities.js';
import type { Meters } from '../meters/meters.js';
import { BACKUP_CALLS, Backups } from './backups.js';
import type { Charge } from './charges.js';
import type { Database, DatabaseAnswer } from './database.js';
import { refusedBy } from './refusals.js';
import { requiredAccess } from './required-access.js';
import type { TableCatalogue } from './table-catalogue.js';

export interface DynamoDbOptions {
  readonly database: Database;
  readonly tables: TableCatalogue;
  readonly identities: Identities;
  readonly meters: Meters;
  /** Told of everything that is billed. */
  readonly onCharge?: ((charge: Charge) => void) | undefined;
  /** Told when a table's items may begin to expire. */
  readonly onExpiry?: (() => Promise<void>) | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** Calls that the host answers by itself. */
export const HOST_CALLS: readonly string[] = BACKUP_CALLS;

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

/** A change of deletion protection and nothing else. */
const isOfProtection = (operation: string, input: JsonObject): boolean =>
  operation === 'UpdateTable' &&
  Object.keys(input).toSorted().join() === 'DeletionProtectionEnabled,TableName';

/** The database with permissions before it and meters behind it. */
export class DynamoDbService {
  private readonly backups: Backups;

  constructor(private readonly options: DynamoDbOptions) {
    const { database, tables, clock } = options;
    this.backups = new Backups({ database, tables, now: () => clock.now() });
  }

  /** Whether items expire by the host's clock; another database would use the machine's, whatever was skipped. */
  get hasHostsClock(): boolean {
    return this.options.database.deleteExpired !== undefined;
  }

  /** One operation, as the wire protocol's JSON says it. Rejects with AccessDeniedException. */
  async call(operation: string, input: JsonObject, caller: Caller): Promise<DatabaseAnswer> {
    const { identities, tables, database } = this.options;
    if (caller.kind === 'role') {
      for (const request of requiredAccess(operation, input, tables)) identities.authorize(caller, request);
    }
    if (operation === 'UpdateTimeToLive') return this.updateTimeToLive(input);
    if (HOST_CALLS.includes(operation)) return this.ofBackups(operation, input);
    if (operation === 'DescribeTable') return this.described(input);
    if (isOfProtection(operation, input)) return this.describedAsChanged(input);
    if (!READS.has(operation) && !WRITES.has(operation)) return database.call(operation, input);
    if (!database.tellsCharges) return this.callAndAsk(operation, input, caller);
    const answer = await database.call(operation, input);
    this.meter(answer.charges ?? [], caller);
    return answer;
  }

  private async ofBackups(operation: string, input: JsonObject): Promise<DatabaseAnswer> {
    try {
      return await this.backups.call(operation, input);
    } catch (error) {
      const answer = refusedBy(error);
      if (answer === undefined) throw error;
      return answer;
    }
  }

  /** Protection has no effect here: whoever changes it hears how the table stands. */
  private async describedAsChanged({ TableName = '' }: JsonObject): Promise<DatabaseAnswer> {
    const { status, output } = await this.described({ TableName });
    return { status, output: status >= 400 ? output : { TableDescription: output['Table'] ?? {} } };
  }

  /** A table that was restored says so, as long as this host lives. */
  private async described(input: JsonObject): Promise<DatabaseAnswer> {
    const { database, tables } = this.options;
    const answer = await database.call('DescribeTable', input);
    const { Table } = answer.output;
    const { restored } = tables.find(typeof input['TableName'] === 'string' ? input['TableName'] : '');
    if (restored === undefined || !isJsonObject(Table)) return answer;
    return { ...answer, output: { Table: { ...Table, RestoreSummary: restored } } };
  }

  private async updateTimeToLive(input: JsonObject): Promise<DatabaseAnswer> {
    const answer = await this.options.database.call('UpdateTimeToLive', input);
    await this.options.onExpiry?.();
    return answer;
  }

  /** From now on a table of the assembly can be restored, where the database remembers what was. */
  keepHistory(table: string): void {
    this.options.database.history?.keep(table);
  }

  /** A database that tells what a call costs to who asks, and to nobody else. */
  private async callAndAsk(operation: string, input: JsonObject, caller: Caller): Promise<DatabaseAnswer> {
    const isAsked = asksCost(input);
    const measured = isAsked ? input : { ...input, ReturnConsumedCapacity: 'TOTAL' };
    const { status, output } = await this.options.database.call(operation, measured);
    const { TableName: table } = input;
    const { ConsumedCapacity: capacity, ...rest } = output;
    const { __type: error } = output;
    // A refused condition is billed and not reported: one unit, which is right up to an item of 1 KB.
    const isRefused = typeof error === 'string' && error.endsWith('ConditionalCheckFailedException');
    const units = unitsIn(capacity) + (isRefused ? 1 : 0);
    const unit = READS.has(operation) ? 'read' : 'write';
    this.meter([{ unit, table: typeof table === 'string' ? table : '', key: '', units }], caller);
    return { status, output: isAsked ? output : rest };
  }

  private meter(charges: readonly Charge[], caller: Caller): void {
    if (charges.length === 0) return;
    const execution = caller.kind === 'role' ? caller.attribution() : undefined;
    const sum = (unit: Charge['unit']): number =>
      charges.reduce((units, charge) => units + (charge.unit === unit ? charge.units : 0), 0);
    this.options.meters.add(execution, { readUnits: sum('read'), writeUnits: sum('write') });
    for (const charge of charges) this.options.onCharge?.(charge);
  }
}
