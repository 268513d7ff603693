import { meRoute } from '../../../contracts/console/session.js';
import { createClient, ProblemError } from '../../../web/admin/api/client.js';
import type { Language } from '../../../domain/words/language.js';

async function refused(language: Language, fetch: () => Promise<Response>): Promise<ProblemError['problem']> {
  const client = createClient({
    fetch,
    language,
    token: 'x',
    onSignedOut: () => undefined,
  });
  const error: unknown = await client.call(meRoute).catch((thrown: unknown) => thrown);
  if (error instanceof ProblemError) return error.problem;
  throw new Error('not refused');
}

const json = (body: object, status: number): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

describe('a service that is not reached', () => {
  const cut = new Response('{"name": "', { status: 200 });
  it.each<[Language, string, () => Promise<Response>, RegExp]>([
    ['zh-CN', 'no answer', () => Promise.reject(new TypeError('Failed to fetch')), /连不上服务/],
    ['en', 'no answer', () => Promise.reject(new TypeError('Failed to fetch')), /cannot be reached/],
    ['en', 'half an answer', () => Promise.resolve(cut), /cannot be reached/],
  ])('is said in %s, and what to do about it, where there is %s', async (language, _what, fetch, title) => {
    const problem = await refused(language, fetch);
    expect(problem).toMatchObject({ status: 0, title: expect.stringMatching(title) });
    expect(problem.detail).toBeTruthy();
  });
});

describe('an answer that is no problem of ours', () => {
  it.each<[Language, number, Response, RegExp]>([
    ['zh-CN', 503, json({ message: 'Service Unavailable' }, 503), /没有及时答复/],
    ['zh-CN', 504, new Response('', { status: 504, statusText: 'Gateway Timeout' }), /没有及时答复/],
    ['en', 502, json({ message: 'Bad Gateway' }, 502), /did not answer in time/],
  ])('is said in %s for status %i, and what to do about it', async (language, status, response, title) => {
    const problem = await refused(language, () => Promise.resolve(response));
    expect(problem.status).toBe(status);
    expect(problem.title).toMatch(title);
    expect(problem.detail).toBeTruthy();
  });

  it.each([
    ['a problem of the service', json({ title: '示例', status: 503, code: 'busy' }, 503), '示例'],
    [
      'another status',
      new Response('', { status: 413, statusText: 'Content Too Large' }),
      'Content Too Large',
    ],
  ])('leaves %s as it is', async (_what, response, title) => {
    expect((await refused('zh-CN', () => Promise.resolve(response))).title).toBe(title);
  });
});
