import type { JsonObject } from '../../assembly/json.js';
import type { DatabaseAnswer } from '../../dynamodb/database.js';
import type { DynamoDbService } from '../../dynamodb/dynamodb-service.js';
import type { Caller } from '../../iam/identities.js';
import { AwsError } from '../../errors/aws-error.js';
import { jsonFailure, readJsonInput } from '../json-protocol.js';
import type { Performed, WireService } from '../wire.js';

/** The database refuses a call it has not without saying which it was. */
const isUnknown = ({ status, output: { __type: type } }: DatabaseAnswer): boolean =>
  status === 400 && typeof type === 'string' && type.endsWith('UnknownOperationException');

/** The embedded database says nothing of a table that is there already; AWS does. */
function withReason({ status, output }: DatabaseAnswer, operation: string, input: JsonObject): JsonObject {
  if (status !== 400 || operation !== 'CreateTable' || output['message'] !== '') return output;
  const { TableName: table } = input;
  return typeof table === 'string' ? { ...output, message: `Table already exists: ${table}` } : output;
}

/** DynamoDB, as the database behind it speaks it. */
export function dynamoDbWire(dynamoDb: DynamoDbService): WireService {
  async function perform(operation: string, input: JsonObject, caller: Caller): Promise<Performed> {
    const answer = await dynamoDb.call(operation, input, caller);
    if (isUnknown(answer))
      throw new AwsError(
        'UnknownOperationException',
        `The local cloud does not support dynamodb:${operation}`,
      );
    return { status: answer.status, output: withReason(answer, operation, input) };
  }
  return {
    name: 'dynamodb',
    perform,
    handle: async ({ operation, body, caller }) => {
      const { status, output } = await perform(operation, readJsonInput(body), caller);
      return {
        status,
        body: JSON.stringify(output),
        headers: { 'content-type': 'application/x-amz-json-1.0' },
      };
    },
    fail: (error) => jsonFailure(error, 'com.amazonaws.dynamodb.v20120810#'),
  };
}
