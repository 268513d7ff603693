import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { Table } from '../../adapters/dynamodb.js';

/** What DynamoDB answers when a condition does not hold. */
export const conditionFailed = () =>
  new ConditionalCheckFailedException({ $metadata: {}, message: 'The conditional request failed' });

/** What DynamoDB answers when it is asked too much at once, after the SDK's own retries. */
export const throttled = () =>
  Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' });

/** A table whose calls are mocked; nothing goes over a wire. */
export function tableMock() {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table: Table = { client, name: 'records' };
  return { table, dynamodb: mockClient(client) };
}
