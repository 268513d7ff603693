import type { IncomingHttpHeaders } from 'node:http';
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from '../clock/clock.js';
import { IssuerKeys, IssuerUnreachable } from './issuer-keys.js';

/** The only kind that HTTP APIs verify. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

export interface JwtAuthorizerOptions {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** `$request.header.NAME` or `$request.querystring.NAME`. */
  readonly identitySource: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly warn: (text: string) => void;
}

/** `requestContext.authorizer` of the event. */
export interface JwtContext {
  readonly jwt: {
    readonly claims: Readonly<Record<string, string>>;
    /** Of the token, when the route asks for scopes. */
    readonly scopes: readonly string[] | null;
  };
}

export type Verdict =
  | { readonly kind: 'allowed'; readonly context: JwtContext }
  /** `why` goes into the header `www-authenticate`; without it there was no token at all. */
  | { readonly kind: 'unauthorized'; readonly why?: string }
  | { readonly kind: 'forbidden' };

interface Presented {
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
}

class Invalid extends Error {}

function whyInvalid(error: unknown): string | undefined {
  if (error instanceof Invalid) return error.message;
  if (error instanceof IssuerUnreachable) return 'OIDC discovery endpoint communication error';
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'iss'
      ? 'the token does not have a valid issuer'
      : `the claim "${error.claim}" is not valid`;
  return error instanceof errors.JOSEError ? 'the token cannot be verified' : undefined;
}

function keyIdOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    throw new Invalid('the token cannot be read');
  }
}

/** Every claim is text in the event; a list is written `[a b]`. */
function claimText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return JSON.stringify(value) ?? '';
}

function scopesOf({ scope, scp }: JWTPayload): readonly string[] {
  const given = scope ?? scp;
  if (Array.isArray(given)) return given.map(String);
  return typeof given === 'string' ? given.split(' ').filter((one) => one !== '') : [];
}

/**
 * A JWT authorizer of an HTTP API: signature, issuer, audience, times and scopes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export class JwtAuthorizer {
  private readonly keys: IssuerKeys;

  constructor(private readonly options: JwtAuthorizerOptions) {
    this.keys = new IssuerKeys(options.issuer, options.clock);
  }

  /** Whether who presents this may use a route that asks for one of `routeScopes` (for none, if it is empty). */
  async decide(presented: Presented, routeScopes: readonly string[]): Promise<Verdict> {
    const token = this.tokenOf(presented);
    if (token === undefined) return { kind: 'unauthorized' };
    let claims: JWTPayload;
    try {
      claims = await this.verified(token);
    } catch (error) {
      const why = whyInvalid(error);
      if (why === undefined) throw error;
      if (error instanceof IssuerUnreachable) this.options.warn(`the issuer of tokens: ${error.message}`);
      return { kind: 'unauthorized', why };
    }
    const scopes = scopesOf(claims);
    if (routeScopes.length > 0 && !routeScopes.some((scope) => scopes.includes(scope)))
      return { kind: 'forbidden' };
    const texts = Object.entries(claims).map(([name, value]) => [name, claimText(value)] as const);
    const jwt = { claims: Object.fromEntries(texts), scopes: routeScopes.length === 0 ? null : scopes };
    return { kind: 'allowed', context: { jwt } };
  }

  /** With `Bearer ` before it or without. */
  private tokenOf({ headers, query }: Presented): string | undefined {
    const [, place, name = ''] =
      /^\$request\.(header|querystring)\.(.+)$/.exec(this.options.identitySource) ?? [];
    const given = place === 'header' ? [headers[name.toLowerCase()]].flat()[0] : query.get(name);
    const token = given?.replace(/^Bearer(?: +|$)/i, '').trim();
    return token === undefined || token === '' ? undefined : token;
  }

  private async verified(token: string): Promise<JWTPayload> {
    const { issuer, clock } = this.options;
    const now = clock.now();
    if (keyIdOf(token) === undefined) throw new Invalid('the token names no key');
    const { payload } = await jwtVerify(token, this.keys.find, {
      issuer,
      algorithms: ALGORITHMS,
      currentDate: new Date(now),
      requiredClaims: ['exp'],
    });
    if (!this.isForUs(payload)) throw new Invalid('the token does not have a valid audience');
    if (payload.iat !== undefined && payload.iat * 1000 > now)
      throw new Invalid('the token was issued in the future');
    return payload;
  }

  /** `client_id` counts only where there is no `aud`. */
  private isForUs({ aud, client_id: client }: JWTPayload): boolean {
    const named = aud === undefined ? [client] : [aud].flat();
    return named.some((one) => typeof one === 'string' && this.options.audience.includes(one));
  }
}
