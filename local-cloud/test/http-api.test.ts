import { request } from 'node:http';
import { connect } from 'node:net';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { RouteTable } from '../http-api/route-table.js';
import {
  lambda,
  ref,
  table,
  writeAssembly,
  type Resources,
  type SampleAssembly,
} from './sample/sample-assembly.js';

const START = Date.UTC(2026, 10, 23, 8, 30);

const route = (id: string, routeKey: string, integration: string): Resources => ({
  [id]: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      RouteKey: routeKey,
      Target: { 'Fn::Join': ['', ['integrations/', ref(integration)]] },
    },
  },
});

const integration = (id: string, functionId: string): Resources => ({
  [id]: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: ref('Api'),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': [functionId, 'Arn'] },
      PayloadFormatVersion: '2.0',
      TimeoutInMillis: 1500,
    },
  },
});

const permission = (id: string, functionId: string, path: string): Resources => ({
  [id]: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      FunctionName: { 'Fn::GetAtt': [functionId, 'Arn'] },
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: {
        'Fn::Join': [
          '',
          [
            'arn:',
            ref('AWS::Partition'),
            ':execute-api:us-east-1:',
            ref('AWS::AccountId'),
            ':',
            ref('Api'),
            path,
          ],
        ],
      },
    },
  },
});

const RESOURCES: Resources = {
  ...table,
  Api: {
    Type: 'AWS::ApiGatewayV2::Api',
    Properties: {
      ProtocolType: 'HTTP',
      CorsConfiguration: {
        AllowOrigins: ['https://shop.example'],
        AllowMethods: ['GET', 'POST'],
        AllowHeaders: ['content-type'],
        MaxAge: 600,
      },
    },
  },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
  },
  ...lambda('Http', 'http', []),
  ...lambda('Hang', 'hang', []),
  ...lambda('Bulky', 'bulky', []),
  ...integration('HttpIntegration', 'Http'),
  ...integration('HangIntegration', 'Hang'),
  ...route('FormRoute', 'GET /forms/{form}', 'HttpIntegration'),
  ...route('PostRoute', 'POST /forms/{form}', 'HttpIntegration'),
  ...route('HangRoute', 'GET /hang', 'HangIntegration'),
  ...route('ForbiddenRoute', 'GET /forbidden', 'HttpIntegration'),
  ...permission('HttpPermission', 'Http', '/*/*/forms/{form}'),
  ...permission('HangPermission', 'Hang', '/*/*/hang'),
};

let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(async () => {
  assembly = writeAssembly(RESOURCES, { Url: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } });
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
  });
});

afterAll(async () => {
  await cloud.close();
  assembly.remove();
});

/** The status that raw bytes are answered with. */
function answeredTo(head: string): Promise<number> {
  const { hostname, port } = new URL(cloud.url ?? '');
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(head));
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('end', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])));
    socket.on('error', reject);
  });
}

describe('the HTTP API', () => {
  it('has its address in the stack output', () => expect(cloud.outputs['Url']).toBe(cloud.url));

  it('hands a request over in payload format 2.0, with the time of the clock', async () => {
    const response = await fetch(`${cloud.url}/forms/a%20b?x=1&x=2&y=%E7%BD%91`, {
      headers: { 'X-Mixed': 'Case', cookie: 'a=1; b=2' },
    });
    const { event } = (await response.json()) as { event: unknown };
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /forms/{form}',
      rawPath: '/forms/a%20b',
      rawQueryString: 'x=1&x=2&y=%E7%BD%91',
      cookies: ['a=1', 'b=2'],
      headers: { 'x-mixed': 'Case' },
      queryStringParameters: { x: '1,2', y: '网' },
      pathParameters: { form: 'a b' },
      requestContext: {
        http: { method: 'GET', path: '/forms/a%20b', sourceIp: '127.0.0.1' },
        stage: '$default',
        timeEpoch: START,
        time: '23/Nov/2026:08:30:00 +0000',
      },
      isBase64Encoded: false,
    });
  });

  it.each([
    ['application/json', '{"a":"村"}', '{"a":"村"}', false],
    ['application/x-www-form-urlencoded', 'a=1', Buffer.from('a=1').toString('base64'), true],
    ['application/octet-stream', 'bytes', Buffer.from('bytes').toString('base64'), true],
  ])('hands over a body of type %s', async (type, sent, body, isBase64Encoded) => {
    const response = await fetch(`${cloud.url}/forms/x`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: sent,
    });
    expect(await response.json()).toMatchObject({ event: { body, isBase64Encoded } });
  });

  it('takes a text as the body of a 200', async () => {
    const response = await fetch(`${cloud.url}/forms/text`);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/json',
      'plain text',
    ]);
  });

  it('decodes a base64 body', async () => {
    const response = await fetch(`${cloud.url}/forms/binary`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it('passes status, headers and cookies on', async () => {
    const response = await fetch(`${cloud.url}/forms/cookies`);
    expect([response.status, response.headers.get('x-kind'), response.headers.getSetCookie()]).toEqual([
      201,
      'made',
      ['a=1; Path=/', 'b=2'],
    ]);
  });

  it('answers 500 in its own words when the function fails', async () => {
    const response = await fetch(`${cloud.url}/forms/throw`);
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  const answering = (answer: unknown) =>
    fetch(`${cloud.url}/forms/answer`, { method: 'POST', body: JSON.stringify(answer) });

  it.each([
    ['a status that is no number', { statusCode: 'many' }],
    ['a status that is none', { statusCode: 42 }],
    ['a status that is no answer yet', { statusCode: 100 }],
    ['a header name with a line break', { statusCode: 200, headers: { 'bad name\n': 'x' } }],
    ['an empty header name', { statusCode: 200, headers: { '': 'x' } }],
    ['a header value with a line break', { statusCode: 200, headers: { good: 'x\r\nset-cookie: a=1' } }],
    ['a header value beyond Latin letters', { statusCode: 200, headers: { good: '村' } }],
    ['a header value that is an object', { statusCode: 200, headers: { good: {} } }],
    ['cookies with a line break', { statusCode: 200, cookies: ['a=1\nb'] }],
    ['cookies that are no texts', { statusCode: 200, cookies: [1] }],
    ['a body that is no text', { statusCode: 200, body: { a: 1 } }],
    ['a body that is no base64', { statusCode: 200, body: '%%%', isBase64Encoded: true }],
    ['a sign of base64 that is none', { statusCode: 200, body: '', isBase64Encoded: 'perhaps' }],
  ])('answers 500 in its own words to %s', async (_what, answer) => {
    const response = await answering(answer);
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('keeps to itself how the connection is kept, whatever the function says of it', async () => {
    const headers = {
      'transfer-encoding': 'chunked',
      trailer: 'x',
      connection: 'close',
      'content-length': '3',
    };
    const response = await answering({ statusCode: 200, headers, body: 'longer than that' });
    expect([response.status, await response.text()]).toEqual([200, 'longer than that']);
  });

  it('hears more than a function may answer as a failure of the function', async () => {
    const { functionError, payload } = await cloud.invoke('Bulky', {});
    expect([functionError, JSON.parse(payload)]).toEqual([
      'Unhandled',
      expect.objectContaining({ errorType: 'Function.ResponseSizeTooLarge' }),
    ]);
  });

  it.each([
    ['GET', '/nowhere'],
    ['DELETE', '/forms/x'],
  ])('answers 404 where there is no route (%s %s)', async (method, path) => {
    const response = await fetch(cloud.url + path, { method });
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('answers 503 when the integration takes longer than it may', async () => {
    expect((await fetch(`${cloud.url}/hang`)).status).toBe(503);
  });

  it('invokes no function that has not permitted the route', async () => {
    expect((await fetch(`${cloud.url}/forbidden`)).status).toBe(500);
    expect(
      cloud.logs().some(({ text }) => text.includes('there is no permission for apigateway.amazonaws.com')),
    ).toBe(true);
  });

  it.each([
    ['a host that is none', 'GET /plain HTTP/1.1\r\nHost: ][ nowhere:x\r\n', 400],
    ['a host of another port than there is', 'GET /plain HTTP/1.1\r\nHost: a:99999\r\n', 400],
    ['no host', 'GET /plain HTTP/1.1\r\n', 400],
    ['a path that is none', 'GET //[ HTTP/1.1\r\nHost: a\r\n', 400],
    ['a cookie without end', `GET /plain HTTP/1.1\r\nHost: a\r\nCookie: ${'c'.repeat(12_000)}\r\n`, 431],
    ['headers without end', `GET /plain HTTP/1.1\r\nHost: a\r\nX-Long: ${'c'.repeat(20_000)}\r\n`, 431],
    ['a broken line', 'GET\r\n', 400],
  ])('blames the caller for %s', async (_what, head, status) => {
    expect(await answeredTo(`${head}Connection: close\r\n\r\n`)).toBe(status);
  });

  it('refuses more than 10 MB', async () => {
    const response = await fetch(`${cloud.url}/forms/x`, {
      method: 'POST',
      body: Buffer.alloc(10 * 1024 * 1024 + 1),
    });
    expect(response.status).toBe(413);
  });

  it('answers a preflight request of an allowed origin', async () => {
    const answer = await new Promise<{ status: number | undefined; headers: Record<string, unknown> }>(
      (resolve) => {
        const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
        request(`${cloud.url}/forms/x`, { method: 'OPTIONS', headers }, (response) =>
          resolve({ status: response.statusCode, headers: response.headers }),
        ).end();
      },
    );
    expect(answer).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://shop.example',
        'access-control-allow-methods': 'GET,POST',
        'access-control-max-age': '600',
      },
    });
  });
});

describe('route precedence', () => {
  const routes = new RouteTable<string>();
  for (const key of [
    'GET /pets/dog/1',
    'GET /pets/dog/{id}',
    'ANY /pets/dog/{id}',
    'GET /pets/{proxy+}',
    'ANY /{proxy+}',
    '$default',
  ]) {
    routes.add({ routeKey: key, target: key });
  }

  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['PUT', '/pets/dog/2', 'ANY /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    ['GET', '/', '$default', {}],
  ])('%s %s takes %s', (method, path, routeKey, pathParameters) => {
    expect(routes.match(method, path)).toEqual({ route: { routeKey, target: routeKey }, pathParameters });
  });
});
