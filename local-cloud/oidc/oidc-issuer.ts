import type { IncomingMessage, ServerResponse } from 'node:http';
import { MACHINE_TIME } from '../clock/machine-time.js';
import { isLoopback } from '../control/loopback-only.js';
import { listenHttp } from '../http/http-listener.js';
import { readBody } from '../http/read-body.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { readAuthorization, redirectTo } from './authorization-request.js';
import { Codes } from './codes.js';
import type { OidcOptions } from './oidc-options.js';
import { refusalPage, signInPage } from './sign-in-page.js';
import { ALGORITHM, signingKey, type SigningKey } from './signing-key.js';
import { DEFAULT_TOKEN_SECONDS, tokensFor } from './tokens.js';

/** Forms of a few fields. */
const BODY_LIMIT = 64 * 1024;

export interface OidcIssuer {
  /** The claim `iss` of its tokens, and the address of its discovery document. */
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const json = (status: number, content: object): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(content),
});
const html = (status: number, body: string): Answer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  },
  body,
});
const redirect = (location: string): Answer => ({ status: 303, headers: { location } });

/** Pages of this machine may fetch keys and tokens, whatever port they come from; others may not. */
function corsHeaders(origin: string | undefined): Readonly<Record<string, string>> {
  if (origin === undefined || !URL.canParse(origin) || !isLoopback(new URL(origin).host)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'content-type, authorization',
    vary: 'Origin',
  };
}

/** The endpoints of the issuer at `url`. */
class Endpoints {
  private readonly codes: Codes;

  constructor(
    private readonly url: string,
    private readonly options: OidcOptions,
    private readonly key: SigningKey,
  ) {
    this.codes = new Codes(MACHINE_TIME);
  }

  async answer(call: string, given: URLSearchParams): Promise<Answer> {
    switch (call) {
      case 'GET /.well-known/openid-configuration':
        return json(200, this.discovery());
      case 'GET /.well-known/jwks.json':
        return json(200, { keys: [this.key.publicKey] });
      case 'GET /authorize':
      case 'POST /authorize':
        return this.authorize(given);
      case 'POST /token':
        return this.token(given);
      default:
        return call.startsWith('OPTIONS ')
          ? { status: 204, headers: { 'access-control-allow-methods': 'GET, POST' } }
          : json(404, { error: 'not_found' });
    }
  }

  private discovery(): object {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [ALGORITHM],
    };
  }

  /** Without a person it is the question who signs in, with one the way back to the client. */
  private authorize(given: URLSearchParams): Answer {
    const reading = readAuthorization(given, this.options.clients);
    if (reading.kind === 'refused') return html(400, refusalPage(reading.why));
    if (reading.kind === 'redirect') return redirect(reading.location);
    const { request } = reading;
    const { users } = this.options;
    const known = typeof users === 'function' ? users() : users;
    const user = known.find(({ id }) => id === given.get('user'));
    if (user === undefined) return html(200, signInPage(known, withoutUser(given)));
    const code = this.codes.issue({ request, user });
    return redirect(redirectTo(request.redirectUri, { code, state: request.state, iss: this.url }));
  }

  private async token(given: URLSearchParams): Promise<Answer> {
    if (given.get('grant_type') !== 'authorization_code')
      return json(400, { error: 'unsupported_grant_type' });
    const grant = this.codes.redeem({
      code: given.get('code') ?? '',
      clientId: given.get('client_id') ?? '',
      redirectUri: given.get('redirect_uri') ?? '',
      verifier: given.get('code_verifier') ?? '',
    });
    if (grant === undefined) return json(400, { error: 'invalid_grant' });
    const { tokenSeconds: seconds = DEFAULT_TOKEN_SECONDS } = this.options;
    const options = { issuer: this.url, key: this.key, seconds, now: MACHINE_TIME.now() };
    return json(200, await tokensFor(grant, options));
  }
}

function withoutUser(given: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams(given);
  asked.delete('user');
  return asked;
}

async function handle(
  endpoints: Endpoints,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://issuer');
  const body = await readBody(request, BODY_LIMIT);
  const given = request.method === 'POST' ? new URLSearchParams(body?.toString('utf8')) : searchParams;
  const answer = isLoopback(request.headers.host)
    ? await endpoints.answer(`${request.method} ${pathname}`, given)
    : json(403, { error: 'access_denied', error_description: 'loopback hosts only' });
  response.writeHead(answer.status, { ...answer.headers, ...corsHeaders(request.headers.origin) });
  response.end(answer.body);
}

/**
 * The issuer for local runs, on the loopback interface: authorization code with PKCE, and a page that lists the people
 * it was given instead of asking for a password.
 */
export async function openOidcIssuer(options: OidcOptions, store: KeyValueStore): Promise<OidcIssuer> {
  const key = await signingKey(store);
  let endpoints: Endpoints | undefined;
  const listener = await listenHttp(options.port ?? 0, async (request, response) => {
    if (endpoints !== undefined) await handle(endpoints, request, response);
  });
  endpoints = new Endpoints(listener.url, options, key);
  return listener;
}
