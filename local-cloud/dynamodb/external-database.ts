import { Agent, request } from 'node:http';
import { databaseHeaders, type Database, type DatabaseAnswer } from './database.js';

function post(endpoint: URL, agent: Agent, operation: string, body: string): Promise<DatabaseAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      endpoint,
      { method: 'POST', agent, headers: databaseHeaders(operation, endpoint.username || undefined) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks).toString() }),
        );
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
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
    call: (operation, body) => post(url, agent, operation, body),
    close: () => {
      agent.destroy();
      return Promise.resolve();
    },
  };
}
