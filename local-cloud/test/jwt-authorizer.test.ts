import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { authorizer, echoApi, guarded, route } from './sample/http-resources.js';
import { ref, writeAssembly, type Resources, type SampleAssembly } from './sample/sample-assembly.js';

const START = Date.parse('2026-11-23T08:30:00Z');
const NOW = START / 1000;

/** An issuer somewhere else, that publishes what it is told to. */
class ForeignIssuer {
  published: JWK[] = [];
  asked = 0;
  down = false;

  private constructor(
    readonly url: string,
    private readonly server: Server,
    private readonly keys: Map<string, CryptoKey>,
  ) {}

  static async begin(): Promise<ForeignIssuer> {
    const keys = new Map<string, CryptoKey>();
    const published: JWK[] = [];
    for (const kid of ['first', 'second']) {
      const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
      keys.set(kid, privateKey);
      published.push({ ...(await exportJWK(publicKey)), kid, alg: 'RS256' });
    }
    const server = createServer((request, response) => {
      issuer.asked += 1;
      response.statusCode = issuer.down ? 500 : 200;
      const isKeys = request.url === '/keys';
      response.end(JSON.stringify(isKeys ? { keys: issuer.published } : { jwks_uri: `${issuer.url}/keys` }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const issuer = new ForeignIssuer(`http://127.0.0.1:${port}`, server, keys);
    issuer.published = published.slice(0, 1);
    issuer.all = published;
    return issuer;
  }

  all: JWK[] = [];

  /** Signs what a good token has, changed by `claims`; a claim that is undefined is left out, as is an empty `kid`. */
  token(claims: JWTPayload = {}, kid = 'first', signedBy = 'first'): Promise<string> {
    const key = this.keys.get(signedBy);
    if (key === undefined) throw new RangeError(signedBy);
    const all = { iss: this.url, sub: 'u1', aud: 'console', iat: NOW, exp: NOW + 60, ...claims };
    const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', ...(kid === '' ? {} : { kid }) })
      .sign(key);
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

let issuer: ForeignIssuer;
let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(async () => {
  issuer = await ForeignIssuer.begin();
  assembly = writeAssembly(
    {
      ...echoApi,
      ...authorizer('Tokens', ref('Issuer'), ['other', 'console']),
      ...authorizer('InQuery', ref('Issuer'), ['console'], '$request.querystring.token'),
      ...route('Open', 'GET /open'),
      ...guarded('Guarded', 'GET /guarded', 'Tokens'),
      ...guarded('Scoped', 'GET /scoped', 'Tokens', ['read', 'admin']),
      ...guarded('Queried', 'GET /queried', 'InQuery'),
    },
    {},
    { Issuer: { Type: 'String', Default: 'https://issuer.invalid' } },
  );
});
afterAll(async () => {
  assembly.remove();
  await issuer.close();
});

let machine: jest.SpiedFunction<typeof Date.now>;

beforeEach(async () => {
  machine = jest.spyOn(Date, 'now').mockReturnValue(START);
  issuer.published = issuer.all.slice(0, 1);
  issuer.down = false;
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    parameters: { Issuer: issuer.url },
    logLevel: 'silent',
  });
});
afterEach(async () => {
  machine.mockRestore();
  await cloud.close();
});

const get = (path: string, authorization?: string) =>
  fetch(`${cloud.url}${path}`, authorization === undefined ? {} : { headers: { authorization } });

async function unauthorized(response: Response): Promise<string> {
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ message: 'Unauthorized' });
  return response.headers.get('www-authenticate') ?? '';
}

describe('a route with a JWT authorizer', () => {
  test.each(['', 'Bearer ', 'bearer '])(
    'lets a token of its issuer in, written "%stoken"',
    async (prefix) => {
      const response = await get('/guarded', `${prefix}${await issuer.token()}`);
      expect(response.status).toBe(200);
    },
  );

  it('hands the claims over as texts, and no scopes when it asks for none', async () => {
    const claims = { roles: ['admin', 'leader'], shop: 'north', verified: true, scope: 'read' };
    const response = await get('/guarded', `Bearer ${await issuer.token(claims)}`);
    const { event } = (await response.json()) as { event: { requestContext: object } };
    expect(event.requestContext).toMatchObject({
      authorizer: {
        jwt: {
          claims: {
            iss: issuer.url,
            sub: 'u1',
            aud: 'console',
            iat: String(NOW),
            exp: String(NOW + 60),
            roles: '[admin leader]',
            shop: 'north',
            verified: 'true',
            scope: 'read',
          },
          scopes: null,
        },
      },
    });
  });

  it('leaves other routes open, whose events say nothing of an authorizer', async () => {
    const response = await get('/open');
    const { event } = (await response.json()) as { event: { requestContext: object } };
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  test.each<[what: string, claims: JWTPayload]>([
    ['a client_id where there is no aud', { aud: undefined, client_id: 'console' }],
    ['one of several audiences', { aud: ['elsewhere', 'other'] }],
    ['a time from which it holds that has come', { nbf: NOW }],
    ['no word of when it was issued', { iat: undefined }],
  ])('takes %s', async (_what, claims) => {
    expect((await get('/guarded', await issuer.token(claims))).status).toBe(200);
  });

  test.each<[what: string, claims: JWTPayload, why: string]>([
    ['another audience', { aud: 'elsewhere' }, 'the token does not have a valid audience'],
    ['another aud beside its client_id', { aud: 'x', client_id: 'console' }, 'valid audience'],
    ['neither aud nor client_id', { aud: undefined }, 'valid audience'],
    ['another issuer', { iss: 'https://elsewhere' }, 'the token does not have a valid issuer'],
    ['no issuer', { iss: undefined }, 'the token does not have a valid issuer'],
    ['an end that has come', { exp: NOW }, 'the token has expired'],
    ['no end', { exp: undefined }, 'the claim "exp" is not valid'],
    ['a beginning still to come', { nbf: NOW + 1 }, 'the claim "nbf" is not valid'],
    ['an issue still to come', { iat: NOW + 1 }, 'the token was issued in the future'],
  ])('refuses a token with %s', async (_what, claims, why) => {
    const challenge = await unauthorized(await get('/guarded', await issuer.token(claims)));
    expect(challenge).toMatch(/^Bearer scope="" error="invalid_token" error_description="/);
    expect(challenge).toContain(why);
  });

  it('refuses a token when its time is over on the clock of the machine, not when time is skipped', async () => {
    const token = await issuer.token();
    await cloud.clock.advance(60_000);
    expect((await get('/guarded', token)).status).toBe(200);
    machine.mockReturnValue(START + 60_000);
    expect(await unauthorized(await get('/guarded', token))).toContain('the token has expired');
  });

  it('refuses what is no token, and says nothing more when there is none', async () => {
    expect(await unauthorized(await get('/guarded'))).toBe('Bearer');
    expect(await unauthorized(await get('/guarded', 'Bearer '))).toBe('Bearer');
    expect(await unauthorized(await get('/guarded', 'Bearer nonsense'))).toContain('cannot be read');
    expect(await unauthorized(await get('/guarded', 'Basic dTpw'))).toContain('cannot be read');
  });

  it('refuses a token that another key signed, one that names no key, one signed by no key at all', async () => {
    const forged = await issuer.token({}, 'first', 'second');
    expect(await unauthorized(await get('/guarded', forged))).toContain('cannot be verified');
    const nameless = await issuer.token({}, '');
    expect(await unauthorized(await get('/guarded', nameless))).toContain('names no key');
    const [, payload = ''] = forged.split('.');
    const unsigned = [Buffer.from('{"alg":"none","kid":"first"}').toString('base64url'), payload, ''].join(
      '.',
    );
    expect(await unauthorized(await get('/guarded', unsigned))).toContain('cannot be verified');
    const secret = new TextEncoder().encode(JSON.stringify(issuer.published[0]));
    const symmetric = await new SignJWT({ iss: issuer.url, aud: 'console', exp: NOW + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .sign(secret);
    expect(await unauthorized(await get('/guarded', symmetric))).toContain('cannot be verified');
  });

  it('asks the issuer again for a key that it does not know, else every two hours', async () => {
    await get('/guarded', await issuer.token());
    const once = issuer.asked;
    await get('/guarded', await issuer.token());
    expect(issuer.asked).toBe(once);
    const newer = await issuer.token({}, 'second', 'second');
    expect((await get('/guarded', newer)).status).toBe(401);
    issuer.published = issuer.all;
    expect((await get('/guarded', newer)).status).toBe(200);
    issuer.published = issuer.all.slice(0, 1);
    expect((await get('/guarded', newer)).status).toBe(200);
    machine.mockReturnValue(START + 2 * 3_600_000);
    const later = { iat: NOW, exp: NOW + 9_999 };
    const late = await issuer.token(later, 'second', 'second');
    expect((await get('/guarded', late)).status).toBe(401);
    expect((await get('/guarded', await issuer.token(later))).status).toBe(200);
  });

  it('refuses everybody while its issuer does not answer, and the log says so', async () => {
    issuer.down = true;
    const challenge = await unauthorized(await get('/guarded', await issuer.token()));
    expect(challenge).toContain('OIDC discovery endpoint communication error');
    expect(
      cloud
        .logs()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('the issuer of tokens: ');
    issuer.down = false;
    expect((await get('/guarded', await issuer.token())).status).toBe(200);
  });

  it('may take the token from the query', async () => {
    const token = await issuer.token();
    expect((await get(`/queried?token=${token}`)).status).toBe(200);
    expect((await get('/queried', `Bearer ${token}`)).status).toBe(401);
  });
});

describe('a route that asks for scopes', () => {
  test.each<[what: string, claims: JWTPayload, scopes: string[]]>([
    ['one of them', { scope: 'openid admin' }, ['openid', 'admin']],
    ['one of them in a list', { scp: ['read'] }, ['read']],
  ])('lets a token with %s in', async (_what, claims, scopes) => {
    const response = await get('/scoped', await issuer.token(claims));
    const { event } = (await response.json()) as { event: { requestContext: object } };
    expect(event.requestContext).toMatchObject({ authorizer: { jwt: { scopes } } });
  });

  test.each<[what: string, claims: JWTPayload]>([
    ['none', {}],
    ['others', { scope: 'reader write' }],
  ])('forbids a token with %s', async (_what, claims) => {
    const response = await get('/scoped', await issuer.token(claims));
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ message: 'Forbidden' });
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer scope="read admin" error="insufficient_scope"',
    );
  });

  it('says 401, not 403, of a token that is not good', async () => {
    const response = await get('/scoped', await issuer.token({ exp: NOW, scope: 'read' }));
    expect(await unauthorized(response)).toContain('scope="read admin" error="invalid_token"');
  });
});

describe('an authorizer that the host cannot be', () => {
  const deploy = async (resources: Resources, parameters: Record<string, string> = {}) => {
    const other = writeAssembly({ ...echoApi, ...resources });
    try {
      await createLocalCloud({ assembly: other.directory, logLevel: 'silent', parameters });
    } finally {
      other.remove();
    }
  };
  const changed = (more: object): Resources => {
    const { A } = authorizer('A', 'https://issuer.invalid', ['x']);
    return { A: { Type: 'AWS::ApiGatewayV2::Authorizer', Properties: { ...A?.Properties, ...more } } };
  };

  test.each<[what: string, resources: Resources, why: string]>([
    ['a function', changed({ AuthorizerType: 'REQUEST' }), 'only JWT authorizers are supported'],
    ['one of another source', changed({ IdentitySource: ['$context.x'] }), 'this is no identity source'],
    ['IAM on a route', route('R', 'GET /r', { AuthorizationType: 'AWS_IAM' }), 'only JWT authorizers'],
    ['none of the API', route('R', 'GET /r', { AuthorizationType: 'JWT' }), "the authorizer '' is not"],
  ])('%s stops the start', async (_what, resources, why) => {
    await expect(deploy(resources)).rejects.toThrow(why);
  });

  it('nor is a parameter that no template has', async () => {
    await expect(deploy({}, { Isuer: 'x' })).rejects.toThrow(
      'no template of the assembly has a parameter Isuer',
    );
  });
});
