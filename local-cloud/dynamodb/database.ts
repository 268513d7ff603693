/** A DynamoDB behind the endpoint: one operation of the wire protocol, JSON text in and out. */
export interface Database {
  call(operation: string, body: string): Promise<DatabaseAnswer>;
  close(): Promise<void>;
}

export interface DatabaseAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * The database wants to see a signature, but whose it is has been settled before. One key for all callers, because
 * DynamoDB Local keeps separate tables for separate keys and regions.
 */
export function databaseHeaders(operation: string, accessKey = 'local'): Record<string, string> {
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20260101T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=local`,
  };
}
