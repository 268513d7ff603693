import { isJsonObject, parseJson } from '../../assembly/json.js';
import type { DatabaseAnswer } from '../../dynamodb/database.js';
import type { DynamoDbService } from '../../dynamodb/dynamodb-service.js';
import { AwsError } from '../aws-error.js';
import { jsonFailure, readJsonInput } from '../json-protocol.js';
import type { WireService } from '../wire.js';

/** The database refuses a call it has not without saying which it was. */
const isUnknown = ({ status, body }: DatabaseAnswer): boolean =>
  status === 400 && /"__type":"[^"]*#?UnknownOperationException"/.test(body);

/** The embedded database says nothing of a table that is there already; AWS does. */
function withReason(answer: DatabaseAnswer, operation: string, input: string): DatabaseAnswer {
  if (answer.status !== 400 || operation !== 'CreateTable') return answer;
  const error = parseJson(answer.body);
  if (!isJsonObject(error) || error['message'] !== '') return answer;
  const { TableName: table } = readJsonInput(input);
  if (typeof table !== 'string') return answer;
  return { ...answer, body: JSON.stringify({ ...error, message: `Table already exists: ${table}` }) };
}

/** DynamoDB, as the database behind it speaks it. */
export function dynamoDbWire(dynamoDb: DynamoDbService): WireService {
  return {
    name: 'dynamodb',
    handle: async ({ operation, body, caller }) => {
      const answer = await dynamoDb.call(operation, body, caller);
      if (isUnknown(answer))
        throw new AwsError(
          'UnknownOperationException',
          `The local cloud does not support dynamodb:${operation}`,
        );
      return {
        ...withReason(answer, operation, body),
        headers: { 'content-type': 'application/x-amz-json-1.0' },
      };
    },
    fail: (error) => jsonFailure(error, 'com.amazonaws.dynamodb.v20120810#'),
  };
}
