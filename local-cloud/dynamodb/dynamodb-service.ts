import * as z from 'zod';
import { isJsonObject, parseJson, type JsonObject } from '../assembly/json.js';
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

const capacitySchema = z
  .union([
    z.object({ CapacityUnits: z.number().default(0) }),
    z.array(z.object({ CapacityUnits: z.number().default(0) })),
  ])
  .optional()
  .transform((capacity) =>
    [capacity ?? []].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0),
  );

/** The parts of an answer that say what it cost. */
const costSchema = z.object({ ConsumedCapacity: capacitySchema, __type: z.string().default('') });

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
    const measured = asked ? body : JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' });
    const answer = await database.call(operation, measured);
    return this.meter(operation, caller, answer, asked);
  }

  private meter(operation: string, caller: Caller, answer: DatabaseAnswer, asked: boolean): DatabaseAnswer {
    const output = parseJson(answer.body === '' ? '{}' : answer.body);
    if (!isJsonObject(output)) return answer;
    const { ConsumedCapacity: _capacity, ...rest } = output;
    const cost = costSchema.parse(output);
    // A refused condition is billed and not reported: one unit, which is right up to an item of 1 KB.
    const refused = cost.__type.endsWith('ConditionalCheckFailedException') ? 1 : 0;
    const units = cost.ConsumedCapacity + refused;
    const execution = caller.kind === 'role' ? caller.attribution() : undefined;
    this.options.meters.add(execution, READS.has(operation) ? { readUnits: units } : { writeUnits: units });
    return asked ? answer : { status: answer.status, body: JSON.stringify(rest) };
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
