import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type Answer, httpHandler, json } from '../../../functions/http/http-handler.js';
import { securityHeaders } from '../../../functions/http/pages/security-headers.js';
import { Problem } from '../../../functions/http/problem.js';

const EVENT = {
  routeKey: 'GET /sample',
  headers: {},
  requestContext: { timeEpoch: 0 },
} as unknown as APIGatewayProxyEventV2;

const answered = (run: () => Promise<Answer>): Promise<Answer> => httpHandler('sample', run)(EVENT);

describe('an answer', () => {
  it.each<[string, () => Promise<Answer>]>([
    ['that is data', async () => json(200, { words: '<script>' })],
    ['that is a table', async () => ({ statusCode: 200, headers: { 'content-type': 'text/csv' }, body: '' })],
    ['that leads elsewhere', async () => ({ statusCode: 303, headers: { location: '/plain' } })],
    ['that says what is wrong', () => Promise.reject(new Problem('not-found'))],
    ['of what failed', () => Promise.reject(new Error('sample'))],
  ])('%s is run by no browser, framed by nobody, and tells no other site its address', async (_what, run) => {
    expect((await answered(run)).headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
    });
  });

  it('that is a page keeps the policy of pages', async () => {
    const page = async (): Promise<Answer> => ({ statusCode: 200, headers: { ...securityHeaders() } });
    expect((await answered(page)).headers).toEqual(securityHeaders());
  });
});
