import { Agent, request } from 'node:http';
import { isJsonObject, parsePlainJson, type JsonObject } from '../assembly/json.js';
import type { Database, DatabaseAnswer } from './database.js';

/** Callers were told apart before. One key for all: DynamoDB Local has separate tables for each key and region. */
const headersFor = (operation: string, accessKey = 'local'): Record<string, string> => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': `DynamoDB_20120810.${operation}`,
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=local`,
});

function answerOf(status: number, body: string): DatabaseAnswer {
  const output = parsePlainJson(body === '' ? '{}' : body);
  return { status, output: isJsonObject(output) ? output : {} };
}

function post(endpoint: URL, agent: Agent, operation: string, input: JsonObject): Promise<DatabaseAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      endpoint,
      { method: 'POST', agent, headers: headersFor(operation, endpoint.username || undefined) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve(answerOf(response.statusCode ?? 500, Buffer.concat(chunks).toString())),
        );
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(input));
  });
}

/**
 * Another DynamoDB, for example Amazon's DynamoDB Local, at an HTTP address. A user in the address
 * (`http://me@127.0.0.1:8000`) is the access key, and with it whose tables they are.
 */
export function openExternalDatabase(endpoint: string): Database {
  const agent = new Agent({ keepAlive: true });
  const url = new URL(endpoint);
  return {
    tellsCharges: false,
    call: (operation, input) => post(url, agent, operation, input),
    close: () => {
      agent.destroy();
      return Promise.resolve();
    },
  };
}
