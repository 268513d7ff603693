import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { isNeighbourDown } from '../../adapters/neighbour-down.js';
import { SDK_SETTINGS } from '../../adapters/sdk-client.js';
import { DomainError } from '../../domain/domain-error.js';

let server: Server;
let answer: { status: number; type: string } | undefined;

/** A service of AWS that answers every call so, or leaves it waiting. */
beforeAll(async () => {
  server = createServer((_, response) => {
    if (answer === undefined) return;
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${answer.type}` }));
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** How a call fails by which the functions' own settings are meant, but for how long it waits. */
async function failure(): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    ...SDK_SETTINGS,
    requestHandler: { ...SDK_SETTINGS.requestHandler, requestTimeout: 50 },
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'sample', secretAccessKey: 'sample' },
  });
  try {
    await client.send(new GetItemCommand({ TableName: 'records', Key: { pk: { S: 'a' } } }));
    return undefined;
  } catch (error) {
    return error;
  } finally {
    client.destroy();
  }
}

describe('a service is down', () => {
  it.each([
    [400, 'ProvisionedThroughputExceededException'],
    [400, 'ThrottlingException'],
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ])('where it answers %i %s', async (status, type) => {
    answer = { status, type };
    expect(isNeighbourDown(await failure())).toBe(true);
  });

  it('where it does not answer in time', async () => {
    answer = undefined;
    const error = await failure();
    expect(error).toMatchObject({ name: 'TimeoutError' });
    expect(isNeighbourDown(error)).toBe(true);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN'])('where Node says %s', (code) => {
    expect(isNeighbourDown(Object.assign(new Error('connect'), { code }))).toBe(true);
  });
});

describe('no service is down', () => {
  it.each([
    [400, 'ConditionalCheckFailedException'],
    [400, 'ValidationException'],
    [400, 'AccessDeniedException'],
    [400, 'ResourceNotFoundException'],
  ])('where it answers %i %s', async (status, type) => {
    answer = { status, type };
    const error = await failure();
    expect(error).toMatchObject({ name: type });
    expect(isNeighbourDown(error)).toBe(false);
  });

  it.each([
    ['a rule says no', new DomainError('RequestUnknown', 'there is none', { request: 'K7Q3M2P8' })],
    ['our own code is wrong', new TypeError('x is not a function')],
    ['what is thrown is no error', 'TimeoutError'],
  ])('where %s', (_, error) => {
    expect(isNeighbourDown(error)).toBe(false);
  });
});
