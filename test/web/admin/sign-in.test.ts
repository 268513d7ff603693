import {
  type Browser,
  beginSignIn,
  currentSession,
  endSession,
  finishSignIn,
} from '../../../web/admin/session/sign-in.js';
import { challengeOf } from '../../../web/admin/session/pkce.js';

const CONFIG = { issuer: 'https://issuer.example', clientId: 'console' };
const NOW = Date.parse('2026-11-02T09:00:00+08:00');

const json = (value: object, status = 200) => new Response(JSON.stringify(value), { status });

/** A tab of a browser, and an issuer that answers as it is told. */
function setup(tokens: object = { access_token: 'token', expires_in: 600 }, status = 200) {
  const kept = new Map<string, string>();
  const left: string[] = [];
  const posted: URLSearchParams[] = [];
  let now = NOW;
  const browser: Browser = {
    origin: 'http://127.0.0.1:8080',
    fetch: async (url, init) => {
      if (url === `${CONFIG.issuer}/.well-known/openid-configuration`)
        return json({
          authorization_endpoint: `${CONFIG.issuer}/authorize`,
          token_endpoint: `${CONFIG.issuer}/token`,
        });
      posted.push(init?.body as URLSearchParams);
      return json(tokens, status);
    },
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    leaveFor: (url) => void left.push(url),
    now: () => now,
  };
  const asked = () => new URL(left.at(-1) ?? '').searchParams;
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { browser, asked, posted, wait };
}

describe('signing in', () => {
  it('goes to the issuer with a challenge, and comes back to where one was', async () => {
    const { browser, asked, posted } = setup();
    await beginSignIn(CONFIG, browser, '/console/executions');
    const back = await finishSignIn(CONFIG, browser, `?code=abc&state=${asked().get('state')}`);
    expect(back).toBe('/console/executions');
    const verifier = posted[0]?.get('code_verifier') ?? '';
    expect(await challengeOf(verifier)).toBe(asked().get('code_challenge'));
    expect(currentSession(browser)).toEqual({ token: 'token', endsAt: NOW + 600_000 });
  });

  test.each([
    ['an answer to no question of this tab is refused', '?code=abc&state=foreign', 'belongs to no sign-in'],
    ['what the issuer refuses is said in its words', 'denied', 'not you'],
  ])('%s', async (_title, search, why) => {
    const { browser, asked } = setup();
    await beginSignIn(CONFIG, browser, '/console');
    const answer =
      search === 'denied'
        ? `?error=access_denied&error_description=not+you&state=${asked().get('state')}`
        : search;
    await expect(finishSignIn(CONFIG, browser, answer)).rejects.toThrow(why);
    expect(currentSession(browser)).toBeUndefined();
  });

  it('an answer is used once', async () => {
    const { browser, asked } = setup();
    await beginSignIn(CONFIG, browser, '/console');
    const answer = `?code=abc&state=${asked().get('state')}`;
    await finishSignIn(CONFIG, browser, answer);
    await expect(finishSignIn(CONFIG, browser, answer)).rejects.toThrow('belongs to no sign-in');
  });

  it('without a token there is no session', async () => {
    const { browser, asked } = setup({ error: 'invalid_grant' }, 400);
    await beginSignIn(CONFIG, browser, '/console');
    await expect(finishSignIn(CONFIG, browser, `?code=abc&state=${asked().get('state')}`)).rejects.toThrow(
      'no token',
    );
    expect(currentSession(browser)).toBeUndefined();
  });

  it('holds until the token ends or one signs out', async () => {
    const { browser, asked, wait } = setup();
    await beginSignIn(CONFIG, browser, '/console');
    await finishSignIn(CONFIG, browser, `?code=abc&state=${asked().get('state')}`);
    wait(599_999);
    expect(currentSession(browser)).toBeDefined();
    wait(1);
    expect(currentSession(browser)).toBeUndefined();
    wait(-1000);
    endSession(browser);
    expect(currentSession(browser)).toBeUndefined();
  });
});

it('a challenge is the one that RFC 7636 gives as an example', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});
