import { submitRoute, trackRoute } from '../../../contracts/resident/request.js';
import { categoriesRoute, villagesRoute } from '../../../contracts/resident/town.js';
import { createCallRoute } from '../../../web/call-route.js';
import { type Reply, sendPatiently } from '../../../web/reply.js';

const UNREACHABLE: Reply<string> = { kind: 'unreachable' };
const ANSWER: Reply<string> = { kind: 'answer', value: 'stored' };
const problem = (status: number): Reply<string> => ({ kind: 'problem', problem: { status, errors: [] } });

function setup(replies: Reply<string>[]) {
  const waited: number[] = [];
  let sent = 0;
  const send = async () => replies[sent++] ?? UNREACHABLE;
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  return { run: () => sendPatiently(send, [10, 20], wait), waited, sent: () => sent };
}

describe('sending patiently', () => {
  it('tries again while nothing comes or the service fails', async () => {
    const { run, waited } = setup([UNREACHABLE, problem(503), ANSWER]);
    expect(await run()).toBe(ANSWER);
    expect(waited).toEqual([10, 20]);
  });

  it('gives up after the last wait, so that the person can do something', async () => {
    const { run, sent } = setup([]);
    expect(await run()).toBe(UNREACHABLE);
    expect(sent()).toBe(3);
  });

  it('does not repeat what the service refuses', async () => {
    const { run, sent } = setup([problem(422)]);
    expect(await run()).toEqual(problem(422));
    expect(sent()).toBe(1);
  });
});

describe('calling a route', () => {
  const answering = (response: () => Response) => {
    const calls: { path: string; init: RequestInit }[] = [];
    const call = createCallRoute(async (path, init) => {
      calls.push({ path, init });
      return response();
    });
    return { call, calls };
  };
  const BODY = { name: 'x', phone: '1', description: 'y', consent: true } as const;

  it('submits under the key of the submission and in the language of the page', async () => {
    const receipt = { id: '7Q3K9M2X', trackingKey: 'k', trackingUrl: 'http://a.test/r/7Q3K9M2X?key=k' };
    const { call, calls } = answering(() => Response.json(receipt, { status: 202 }));
    const headers = { 'Idempotency-Key': 'abc' };
    const reply = await call(submitRoute, { headers, body: BODY, language: 'en' });
    expect(reply).toEqual({ kind: 'answer', value: receipt });
    expect(calls[0]?.path).toBe('/requests');
    expect(calls[0]?.init.method).toBe('POST');
    expect(calls[0]?.init.body).toBe(JSON.stringify(BODY));
    expect(new Headers(calls[0]?.init.headers).get('idempotency-key')).toBe('abc');
    expect(new Headers(calls[0]?.init.headers).get('accept-language')).toBe('en');
  });

  it('escapes what somebody typed as number and key', async () => {
    const { call, calls } = answering(() => Response.json({ status: 404 }, { status: 404 }));
    await call(trackRoute, { params: { id: '../x?y' }, query: { key: 'a&b=c' } });
    expect(calls[0]?.path).toBe('/requests/..%2Fx%3Fy?key=a%26b%3Dc');
  });

  it('takes a success that it cannot read for none', async () => {
    const { call } = answering(() => new Response('<html>captive portal</html>'));
    expect(await call(villagesRoute)).toEqual({ kind: 'unreachable' });
  });

  it('never throws when there is no network', async () => {
    const call = createCallRoute(() => Promise.reject(new TypeError('failed to fetch')));
    expect(await call(categoriesRoute)).toEqual({ kind: 'unreachable' });
  });
});
