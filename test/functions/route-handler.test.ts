import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { route } from '../../contracts/route.js';
import { routeHandler } from '../../functions/http/route-handler.js';
import { openApiDocument } from '../../functions/openapi/document.js';
import { createCallRoute } from '../../web/call-route.js';

const user = z.object({
  id: z.string(),
  name: z.string(),
  town: z.string(),
  roles: z.array(z.string()).readonly(),
  staff: z.string().optional(),
});
const answers = { 200: user } as const;

const handler = routeHandler(
  'sample',
  {
    figures: route({
      method: 'GET',
      path: '/admin/figures',
      permission: 'statistics.read',
      answers,
      problems: [],
    }),
    change: route({ method: 'POST', path: '/admin/town', permission: 'town.change', answers, problems: [] }),
    me: route({ method: 'GET', path: '/admin/me', permission: 'signed-in', answers, problems: [] }),
  },
  {
    figures: async (call) => call.answer(200, call.user),
    change: async (call) => call.answer(200, call.user),
    me: async (call) => call.answer(200, call.user),
  },
);

const GOOD = { sub: 'u1', name: 'Li Na', town: 'sanhehu', roles: '[leader]' };

function call(routeKey: string, claims: Readonly<Record<string, string | undefined>>) {
  const event = {
    routeKey,
    headers: { 'accept-language': 'en' },
    requestContext: { timeEpoch: 0, requestId: 'r1', authorizer: { jwt: { claims } } },
  };
  return handler(event as unknown as APIGatewayProxyEventV2);
}

describe('a call to the console', () => {
  it.each([
    ['a list as API Gateway writes it', '[leader inspector]'],
    ['commas', 'leader,inspector'],
    ['a role twice, and one that is none of ours', '[leader leader inspector owner]'],
  ])('reads roles from %s', async (_title, roles) => {
    const answer = await call('GET /admin/figures', { ...GOOD, roles });
    expect(JSON.parse(answer.body ?? '')).toEqual({
      id: 'u1',
      name: 'Li Na',
      town: 'sanhehu',
      roles: ['leader', 'inspector'],
    });
  });

  it.each([
    ['a role that does not allow it', 'POST /admin/town', GOOD],
    ['no role at all', 'GET /admin/me', { ...GOOD, roles: '[]' }],
    ['only roles that are none of ours', 'GET /admin/me', { ...GOOD, roles: '[owner]' }],
    ['no town', 'GET /admin/figures', { ...GOOD, town: undefined }],
    ['no roles claim', 'GET /admin/figures', { ...GOOD, roles: undefined }],
  ])('is refused with %s', async (_title, route, claims) => {
    const answer = await call(route, claims);
    expect(answer.statusCode).toBe(403);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      type: 'urn:small-grid:problem:forbidden',
      title: 'Your role does not allow this',
    });
  });

  it('to a route of another function is not found', async () => {
    expect((await call('GET /admin/other', GOOD)).statusCode).toBe(404);
    expect((await call('constructor', GOOD)).statusCode).toBe(404);
  });
});

describe('a route that is declared, and handled, and nothing more', () => {
  const lamp = route({
    method: 'PUT',
    path: '/lamps/{id}',
    summary: 'Switches a lamp',
    query: z.strictObject({ dim: z.coerce.number().int().max(9).optional() }),
    body: z.strictObject({ on: z.boolean() }).meta({ id: 'Switch' }),
    answers: { 200: z.strictObject({ id: z.string(), says: z.string() }).meta({ id: 'Lamp' }) },
    problems: [400, 422],
  });
  const switchLamps = routeHandler(
    'switch-lamps',
    { lamp },
    {
      lamp: async (call) => {
        const { id } = call.params;
        const { dim = 0 } = call.query();
        return call.answer(200, { id, says: `${call.body().on ? 'on' : 'off'} ${dim}` });
      },
    },
  );
  /** What API Gateway makes of a call. */
  const call = createCallRoute(async (address, { method, headers, body }) => {
    const { pathname, searchParams } = new URL(address, 'http://town.test');
    const event = {
      routeKey: `${method} /lamps/{id}`,
      pathParameters: { id: decodeURIComponent(pathname.replace('/lamps/', '')) },
      queryStringParameters: Object.fromEntries(searchParams),
      headers: Object.fromEntries([...new Headers(headers)]),
      body,
      requestContext: { timeEpoch: 0 },
    };
    const answer = await switchLamps(event as unknown as APIGatewayProxyEventV2);
    return new Response(answer.body, { status: answer.statusCode ?? 200 });
  });

  it('is dispatched with what was asked of it, and its answer read', async () => {
    const reply = await call(lamp, { params: { id: 'a/b' }, query: { dim: 3 }, body: { on: true } });
    expect(reply).toEqual({ kind: 'answer', value: { id: 'a/b', says: 'on 3' } });
  });

  it.each([
    ['a query that it does not take', { query: { dim: 10 }, body: { on: true } }, 400, '/dim'],
    ['a body that it does not take', { body: { on: 'yes' } as never }, 422, '/on'],
  ])('refuses %s, in the language of the caller', async (_title, asked, status, field) => {
    const reply = await call(lamp, { params: { id: 'a' }, language: 'zh-CN', ...asked });
    expect(reply).toMatchObject({
      kind: 'problem',
      problem: { status, errors: [{ field, message: expect.stringMatching(/[\u4e00-\u9fff]/) }] },
    });
  });

  it('is described by the document', () => {
    expect(openApiDocument('1', [lamp])).toMatchObject({
      paths: {
        '/lamps/{id}': {
          put: {
            summary: 'Switches a lamp',
            parameters: [
              { in: 'path', name: 'id' },
              { in: 'query', name: 'dim', required: false, schema: { type: 'integer', maximum: 9 } },
            ],
            requestBody: {
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Switch' } } },
            },
            responses: {
              200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Lamp' } } } },
              422: { content: { 'application/problem+json': {} } },
            },
          },
        },
      },
      components: { schemas: { Switch: { required: ['on'] }, Lamp: { required: ['id', 'says'] } } },
    });
  });
});
