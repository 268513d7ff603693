import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { route } from '../../contracts/route.js';
import { routeHandler } from '../../functions/http/route-handler.js';

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
