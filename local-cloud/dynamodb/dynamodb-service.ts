import { isJsonObject, parseJson, type Json, type JsonObject } from '../assembly/json.js';
import { AwsError } from '../aws/aws-error.js';
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
}

const READS = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** The units in `ConsumedCapacity`, which is a list where a call is about several tables. */
function unitsIn(capacity: Json | undefined): number {
  if (Array.isArray(capacity))
    return (capacity as readonly Json[]).reduce<number>((sum, one) => sum + unitsIn(one), 0);
  const units = isJsonObject(capacity) ? capacity['CapacityUnits'] : undefined;
  return typeof units === 'number' ? units : 0;
}

/** The input, asking what it costs. Written anew only where it says something of that itself. */
const measured = (input: JsonObject, body: string): string =>
  input['ReturnConsumedCapacity'] === undefined && body.startsWith('{"')
    ? `{"ReturnConsumedCapacity":"TOTAL",${body.slice(1)}`
    : JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' });

/** The database with permissions before it and meters behind it. */
export class DynamoDbService {
  constructor(private readonly options: DynamoDbOptions) {}

  /** One operation of the wire protocol. Rejects with AccessDeniedException. */
  async call(operation: string, body: string, caller: Caller): Promise<DatabaseAnswer> {
    const input = readInput(body);
    const { identities, tables, database } = this.options;
    if (caller.kind === 'role') {
      for (const request of requiredAccess(operation, input, tables)) identities.authorize(caller, request);
    }
    if (!READS.has(operation) && !WRITES.has(operation)) return database.call(operation, body);
    const asked = input['ReturnConsumedCapacity'] !== undefined && input['ReturnConsumedCapacity'] !== 'NONE';
    const answer = await database.call(operation, asked ? body : measured(input, body));
    return this.meter(operation, caller, answer, asked);
  }

  private meter(operation: string, caller: Caller, answer: DatabaseAnswer, asked: boolean): DatabaseAnswer {
    const output = parseJson(answer.body === '' ? '{}' : answer.body);
    if (!isJsonObject(output)) return answer;
    const { ConsumedCapacity: capacity, ...rest } = output;
    const { __type: error } = output;
    // A refused condition is billed and not reported: one unit, which is right up to an item of 1 KB.
    const isRefused = typeof error === 'string' && error.endsWith('ConditionalCheckFailedException');
    const units = unitsIn(capacity) + (isRefused ? 1 : 0);
    const execution = caller.kind === 'role' ? caller.attribution() : undefined;
    this.options.meters.add(execution, READS.has(operation) ? { readUnits: units } : { writeUnits: units });
    if (asked || capacity === undefined) return answer;
    return { status: answer.status, body: JSON.stringify(rest) };
  }
}

function readInput(body: string): JsonObject {
  try {
    const input = parseJson(body);
    if (isJsonObject(input)) return input;
  } catch {
    // answered below
  }
  throw new AwsError('SerializationException', 'The request body is not a JSON object');
}
