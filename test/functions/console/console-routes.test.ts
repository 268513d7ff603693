import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { consoleHandler } from '../../../functions/console/console-routes.js';
import { json } from '../../../functions/http/http-handler.js';

const handler = consoleHandler(
  'sample',
  {
    'GET /admin/figures': 'statistics.read',
    'POST /admin/town': 'town.change',
    'GET /admin/me': 'signed-in',
  },
  {
    'GET /admin/figures': async ({ user }) => json(200, user),
    'POST /admin/town': async () => json(200, {}),
    'GET /admin/me': async ({ user }) => json(200, user),
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
