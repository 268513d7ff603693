import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import type { OidcOptions } from '../oidc/oidc-options.js';
import { authorizer, echoApi, guarded } from './sample/http-resources.js';
import { ref, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';
import { authorize, redeem, signIn } from '../testing/sign-in.js';

const START = Date.parse('2026-11-23T08:30:00Z');
const OIDC: OidcOptions = {
  clients: ['console', 'other'],
  users: [
    { id: 'anna', name: 'Anna <Leader>', claims: { roles: ['leader'], shop: 'north', iss: 'forged' } },
    { id: 'bo', name: '示例博' },
  ],
  parameter: 'OidcIssuer',
};

let assembly: SampleAssembly;
let cloud: LocalCloud;
let issuer: string;

beforeAll(() => {
  assembly = writeAssembly(
    {
      ...echoApi,
      ...authorizer('Tokens', ref('OidcIssuer'), ['console']),
      ...guarded('Guarded', 'GET /guarded', 'Tokens'),
      ...guarded('Scoped', 'GET /scoped', 'Tokens', ['admin']),
    },
    { Issuer: { Value: ref('OidcIssuer') } },
    { OidcIssuer: { Type: 'String', Default: 'https://issuer.invalid' } },
  );
});
afterAll(() => assembly.remove());

async function open(more: { data?: string; oidc?: OidcOptions; start?: number } = {}): Promise<LocalCloud> {
  const { data, oidc = OIDC, start = START } = more;
  return createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start,
    oidc,
    data,
    logLevel: 'silent',
  });
}

beforeEach(async () => {
  cloud = await open();
  issuer = cloud.issuer ?? '';
});
afterEach(async () => {
  jest.restoreAllMocks();
  await cloud.close();
});

const call = (path: string, token: string) =>
  fetch(`${cloud.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
const anna = (more: object = {}) => signIn({ issuer, clientId: 'console', user: 'anna', ...more });

describe('the built-in issuer', () => {
  it("is what the template's parameter says, in place of its default", async () => {
    expect(issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(cloud.outputs['Issuer']).toBe(issuer);
    const health = await fetch(`${cloud.endpoint}/_local/health`);
    expect(await health.json()).toMatchObject({ issuer });
  });

  it('signs people in by code and PKCE, for routes with a JWT authorizer', async () => {
    const { access_token: access, id_token: id, scope } = await anna({ scope: 'openid admin' });
    expect(scope).toBe('openid admin');
    for (const token of [access, id]) {
      const response = await call('/guarded', token);
      const { event } = (await response.json()) as { event: { requestContext: object } };
      expect(event.requestContext).toMatchObject({
        authorizer: {
          jwt: { claims: { sub: 'anna', name: 'Anna <Leader>', roles: '[leader]', shop: 'north' } },
        },
      });
    }
    expect((await call('/scoped', access)).status).toBe(200);
    expect((await call('/scoped', (await anna()).access_token)).status).toBe(403);
    const elsewhere = await anna({ clientId: 'other' });
    expect((await call('/guarded', elsewhere.access_token)).status).toBe(401);
  });

  it('publishes keys that verify its tokens, which say who, for whom, from when and until when', async () => {
    const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
    const { jwks_uri: keys, issuer: itself } = (await discovery.json()) as Record<string, string>;
    expect(itself).toBe(issuer);
    const published = (await (await fetch(keys ?? '')).json()) as JSONWebKeySet;
    expect(published.keys[0]).not.toHaveProperty('d');
    jest.spyOn(Date, 'now').mockReturnValue(START);
    const { id_token: token } = await anna({ nonce: 'once' });
    const { payload } = await jwtVerify(token, createLocalJWKSet(published), {
      issuer,
      audience: 'console',
      currentDate: new Date(START),
    });
    expect(payload).toEqual({
      iss: issuer,
      sub: 'anna',
      aud: 'console',
      iat: START / 1000,
      exp: START / 1000 + 3600,
      nonce: 'once',
      name: 'Anna <Leader>',
      roles: ['leader'],
      shop: 'north',
    });
  });

  it('gives tokens that end after an hour of the machine, however much time is skipped', async () => {
    const machine = jest.spyOn(Date, 'now').mockReturnValue(START);
    const { access_token: token, expires_in: seconds } = await anna();
    expect(seconds).toBe(3600);
    await cloud.clock.advance(30 * 86_400_000);
    machine.mockReturnValue(START + 3_599_000);
    expect((await call('/guarded', token)).status).toBe(200);
    machine.mockReturnValue(START + 3_600_000);
    expect((await call('/guarded', token)).status).toBe(401);
  });
});

describe('the sign-in page', () => {
  it('lists everybody, and carries on what the client asked for', async () => {
    const asked = new URLSearchParams({
      client_id: 'console',
      redirect_uri: 'http://localhost:8080/back?x=1',
      response_type: 'code',
      scope: 'openid',
      state: '"><b>',
      code_challenge: 'c',
      code_challenge_method: 'S256',
    });
    const response = await fetch(`${issuer}/authorize?${asked}`);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('<button name="user" value="anna">Anna &lt;Leader&gt;');
    expect(text).toContain('示例博');
    expect(text).toContain('name="state" value="&quot;&gt;&lt;b&gt;"');
    expect(text).not.toContain('<b>');
  });

  it('sends who was picked back with a code, beside what the address had already', async () => {
    const redirectUri = 'http://localhost:8080/back?x=1';
    const { location } = await authorize({ issuer, clientId: 'console', user: 'bo', redirectUri });
    expect(`${location.origin}${location.pathname}`).toBe('http://localhost:8080/back');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      x: '1',
      code: expect.any(String),
      state: 'here',
      iss: issuer,
    });
  });

  test.each<[what: string, changed: Record<string, string>, why: string]>([
    ['a client that is not known', { client_id: 'stranger' }, 'The client &#39;stranger&#39; is not known'],
    ['an address elsewhere', { redirect_uri: 'http://evil.example/' }, 'no http address of this machine'],
    ['no address', { redirect_uri: 'javascript:alert(1)' }, 'no http address of this machine'],
  ])('tells the person of %s, and sends nobody there', async (_what, changed, why) => {
    const response = await fetch(`${issuer}/authorize?${asking(changed)}`, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(why);
  });

  test.each<[what: string, changed: Record<string, string>, error: string]>([
    ['a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['PKCE in plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no openid', { scope: 'admin' }, 'invalid_scope'],
  ])('tells the client that asks for %s', async (_what, changed, error) => {
    const response = await fetch(`${issuer}/authorize?${asking(changed)}`, { redirect: 'manual' });
    const location = new URL(response.headers.get('location') ?? '');
    expect([location.origin, location.searchParams.get('error'), location.searchParams.get('state')]).toEqual(
      ['http://127.0.0.1:1', error, 'here'],
    );
  });

  const asking = (changed: Record<string, string>) =>
    new URLSearchParams({
      client_id: 'console',
      redirect_uri: 'http://127.0.0.1:1/back',
      response_type: 'code',
      scope: 'openid',
      state: 'here',
      code_challenge: 'c',
      code_challenge_method: 'S256',
      ...changed,
    });
});

describe('a code', () => {
  test.each<[what: string, changed: Record<string, string>, error: string]>([
    ['a verifier of its own', { code_verifier: 'guessed' }, 'invalid_grant'],
    ['another client', { client_id: 'other' }, 'invalid_grant'],
    ['another address', { redirect_uri: 'http://127.0.0.1:2/back' }, 'invalid_grant'],
    ['another code', { code: 'invented' }, 'invalid_grant'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('gives nothing to %s', async (_what, changed, error) => {
    const { form } = await authorize({ issuer, clientId: 'console', user: 'anna' });
    const response = await redeem(issuer, { ...form, ...changed });
    expect([response.status, await response.json()]).toEqual([400, { error }]);
  });

  it('works once, and for ten minutes', async () => {
    const { form } = await authorize({ issuer, clientId: 'console', user: 'anna' });
    expect((await redeem(issuer, form)).status).toBe(200);
    expect((await redeem(issuer, form)).status).toBe(400);
    const machine = jest.spyOn(Date, 'now').mockReturnValue(START);
    const late = await authorize({ issuer, clientId: 'console', user: 'anna' });
    machine.mockReturnValue(START + 600_000);
    expect((await redeem(issuer, late.form)).status).toBe(400);
  });

  it('may be redeemed by pages of this machine only', async () => {
    const allowed = async (origin: string) => {
      const response = await fetch(`${issuer}/token`, { method: 'OPTIONS', headers: { origin } });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed('http://localhost:8080')).toBe('http://localhost:8080');
    expect(await allowed('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080');
    expect(await allowed('https://evil.example')).toBeNull();
  });
});

describe('over a restart', () => {
  it('tokens hold, since the data folder keeps the key and the port is the same', async () => {
    const data = mkdtempSync(join(tmpdir(), 'oidc-'));
    try {
      const first = await open({ data });
      const port = Number(new URL(first.issuer ?? '').port);
      const { access_token: token } = await signIn({
        issuer: first.issuer ?? '',
        clientId: 'console',
        user: 'bo',
      });
      await first.close();
      const second = await open({ data, oidc: { ...OIDC, port, users: [] }, start: START + 1000 });
      const response = await fetch(`${second.url}/guarded`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
      await second.close();
    } finally {
      rmSync(data, { recursive: true });
    }
  });

  it('whoever is in the middle of signing in begins again', async () => {
    const { form } = await authorize({ issuer, clientId: 'console', user: 'anna' });
    const port = Number(new URL(issuer).port);
    await cloud.close();
    cloud = await open({ oidc: { ...OIDC, port } });
    expect((await redeem(issuer, form)).status).toBe(400);
  });
});
