import type { DynamoDbService } from '../../dynamodb/dynamodb-service.js';
import { jsonFailure } from '../json-protocol.js';
import type { WireService } from '../wire.js';

/** DynamoDB, as the database behind it speaks it. */
export function dynamoDbWire(dynamoDb: DynamoDbService): WireService {
  return {
    name: 'dynamodb',
    handle: async ({ operation, body, caller }) => {
      const answer = await dynamoDb.call(operation, body, caller);
      return { ...answer, headers: { 'content-type': 'application/x-amz-json-1.0' } };
    },
    fail: (error) => jsonFailure(error, 'com.amazonaws.dynamodb.v20120810#'),
  };
}
