import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DOOR_KEY_HEADER, throughTheDoor } from '../../functions/http/through-the-door.js';

const KEY = 'the-key-of-the-distribution';
const NEXT = 'the-one-after-it';
/** The addresses of whoever calls, and of the distribution, as API Gateway sees it (RFC 5737). */
const CALLER = '203.0.113.7';
const DISTRIBUTION = '198.51.100.9';

const eventWith = (headers: Record<string, string>, sourceIp = DISTRIBUTION): APIGatewayProxyEventV2 =>
  ({ headers, requestContext: { http: { sourceIp } } }) as unknown as APIGatewayProxyEventV2;

/** A door with this key; what came through it is told. */
function doorWith(key: string | undefined) {
  const came: APIGatewayProxyEventV2[] = [];
  const call = throughTheDoor(
    (event) => {
      came.push(event);
      return Promise.resolve({ statusCode: 200 });
    },
    key === undefined ? undefined : { keys: [key, NEXT], address: new URL('https://grid.example.org') },
  );
  return { call, letIn: came };
}

describe('an API behind a distribution', () => {
  it.each([
    ['none', {}],
    ['another', { [DOOR_KEY_HEADER]: 'guessed' }],
    ['an empty one', { [DOOR_KEY_HEADER]: '' }],
    ['both at once', { [DOOR_KEY_HEADER]: `${KEY} ${NEXT}` }],
  ])('lets nobody in around it: with %s key', async (_title, headers) => {
    const { call, letIn } = doorWith(KEY);
    expect(await call(eventWith({ ...headers, 'x-forwarded-for': CALLER }, CALLER))).toMatchObject({
      statusCode: 403,
      body: JSON.stringify({ message: 'Forbidden' }),
    });
    expect(letIn).toEqual([]);
  });

  it('lets in by either key while one takes the place of the other', async () => {
    const { call, letIn } = doorWith(KEY);
    for (const key of [KEY, NEXT]) await call(eventWith({ [DOOR_KEY_HEADER]: key }));
    expect(letIn).toHaveLength(2);
  });

  it('takes for the caller whom the distribution saw, whatever they wrote before that', async () => {
    const { call, letIn } = doorWith(KEY);
    const forwarded = `192.0.2.1, ${CALLER}, ${DISTRIBUTION}`;
    await call(eventWith({ [DOOR_KEY_HEADER]: KEY, 'x-forwarded-for': forwarded, accept: 'text/html' }));
    expect(letIn).toMatchObject([
      {
        headers: { 'x-forwarded-for': `192.0.2.1, ${CALLER}`, accept: 'text/html' },
        requestContext: { http: { sourceIp: CALLER } },
      },
    ]);
  });

  it('takes for the host the one that was called, of which links to pages are made', async () => {
    const { call, letIn } = doorWith(KEY);
    await call(eventWith({ [DOOR_KEY_HEADER]: KEY, host: 'abc.execute-api.eu-west-1.amazonaws.com' }));
    expect(letIn).toMatchObject([{ headers: { host: 'grid.example.org', 'x-forwarded-proto': 'https' } }]);
  });

  it('hands the key on to nobody', async () => {
    const { call, letIn } = doorWith(KEY);
    await call(eventWith({ [DOOR_KEY_HEADER]: KEY, 'x-forwarded-for': `${CALLER}, ${DISTRIBUTION}` }));
    expect(JSON.stringify(letIn)).not.toContain(KEY);
  });
});

describe('an API that is the door itself', () => {
  it('lets everybody in as they came', async () => {
    const { call, letIn } = doorWith(undefined);
    const event = eventWith({ 'x-forwarded-for': CALLER }, CALLER);
    expect(await call(event)).toEqual({ statusCode: 200 });
    expect(letIn).toEqual([event]);
  });
});
