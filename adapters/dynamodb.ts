import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { lean } from './sdk-client.js';

export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/** A local cloud looks at the key only to tell roles apart; this one is its administrator's. */
const LOCAL = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'administrator', secretAccessKey: 'local' },
} as const;

/**
 * The one table. `endpoint` is for tools that write to a local cloud; functions are told theirs, and AWS's own, by the
 * environment.
 */
export function openTable(name: string, endpoint?: string): Table {
  const client = lean(new DynamoDBClient(endpoint === undefined ? {} : { ...LOCAL, endpoint }));
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name,
  };
}

/** Runs a conditional write and answers whether its condition held. */
export async function unlessConditionFails(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
