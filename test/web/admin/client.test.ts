import { meRoute } from '../../../contracts/console/session.js';
import { type Client, createClient, ProblemError } from '../../../web/admin/api/client.js';
import type { Language } from '../../../domain/words/language.js';

type Use = (client: Client) => Promise<unknown>;

async function refused(
  language: Language,
  fetch: () => Promise<Response>,
  use: Use = (client) => client.call(meRoute),
): Promise<ProblemError['problem']> {
  const client = createClient({
    fetch,
    language,
    token: 'x',
    onSignedOut: () => undefined,
  });
  const error: unknown = await use(client).catch((thrown: unknown) => thrown);
  if (error instanceof ProblemError) return error.problem;
  throw new Error('not refused');
}

const JSON_TYPE = { 'content-type': 'application/json' };

const json = (body: object, status: number): Response =>
  new Response(JSON.stringify(body), { status, headers: JSON_TYPE });

/** An answer whose connection ends in the middle. */
const broken = (init: ResponseInit): Response =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"title": "'));
        controller.error(new TypeError('terminated'));
      },
    }),
    init,
  );

describe('a service that is not reached', () => {
  it.each<[Language, RegExp]>([
    ['zh-CN', /连不上服务/],
    ['en', /cannot be reached/],
  ])('is said in %s, and what to do about it', async (language, title) => {
    const problem = await refused(language, () => Promise.reject(new TypeError('Failed to fetch')));
    expect(problem).toMatchObject({ status: 0, title: expect.stringMatching(title) });
    expect(problem.detail).toBeTruthy();
  });
});

describe('what was done, but whose answer cannot be read,', () => {
  const file: Use = (client) => client.file(meRoute, {});
  it.each<[Language, string, Response, Use | undefined, RegExp, RegExp]>([
    ['en', 'half an answer', new Response('{"name": "'), undefined, /not arrive whole/, /may have been done/],
    ['zh-CN', 'half an answer', new Response('{"name": "'), undefined, /没有完整收到/, /可能已经生效/],
    ['en', 'an answer of another kind', json([], 200), undefined, /not arrive whole/, /may have been done/],
    ['en', 'half a file', broken({ status: 200 }), file, /not arrive whole/, /may have been done/],
  ])('is said in %s to have come in part: %s', async (language, _what, response, use, title, detail) => {
    expect(await refused(language, () => Promise.resolve(response), use)).toEqual({
      status: 0,
      title: expect.stringMatching(title),
      detail: expect.stringMatching(detail),
    });
  });
});

describe('an answer that is no problem of ours', () => {
  it.each<[Language, number, Response, RegExp]>([
    ['zh-CN', 503, json({ message: 'Service Unavailable' }, 503), /没有及时答复/],
    ['zh-CN', 504, new Response('', { status: 504, statusText: 'Gateway Timeout' }), /没有及时答复/],
    ['en', 502, json({ message: 'Bad Gateway' }, 502), /did not answer in time/],
    ['en', 503, broken({ status: 503, headers: JSON_TYPE }), /did not answer in time/],
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
    [
      'a problem that breaks off',
      broken({ status: 409, statusText: 'Conflict', headers: JSON_TYPE }),
      'Conflict',
    ],
    [
      'a problem that breaks off and has no words for its status, but says so and',
      broken({ status: 409, headers: JSON_TYPE }),
      '答复没有完整收到',
    ],
  ])('leaves %s as it is', async (_what, response, title) => {
    expect((await refused('zh-CN', () => Promise.resolve(response))).title).toBe(title);
  });
});
