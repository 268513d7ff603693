import { isLoopback } from '../control/loopback-only.js';

/** A client's request when it sends somebody to sign in. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  /** PKCE, S256. */
  readonly challenge: string;
}

export type Reading =
  | { readonly kind: 'request'; readonly request: AuthorizationRequest }
  /** Nobody can be told but the person at the browser: who asks is not known. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'redirect'; readonly location: string };

/** `parameters` added to an address that may have some already. */
export function redirectTo(
  address: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** Codes go to this machine only, whatever port the client's page was served from. */
function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hash } = new URL(address);
  return protocol === 'http:' && isLoopback(host) && hash === '';
}

/** Reads the parameters of the authorization endpoint (OpenID Connect Core 3.1.2.1, RFC 7636). */
export function readAuthorization(given: URLSearchParams, clients: readonly string[]): Reading {
  const parameter = (name: string) => given.get(name) ?? undefined;
  const { client_id: clientId = '', redirect_uri: redirectUri = '' } = Object.fromEntries(given);
  if (!clients.includes(clientId)) return { kind: 'refused', why: `The client '${clientId}' is not known.` };
  if (!isOwnAddress(redirectUri))
    return { kind: 'refused', why: `'${redirectUri}' is no http address of this machine to return to.` };
  const state = parameter('state');
  const back = (error: string, error_description: string): Reading => ({
    kind: 'redirect',
    location: redirectTo(redirectUri, { error, error_description, state }),
  });
  const scope = parameter('scope') ?? '';
  const challenge = parameter('code_challenge');
  if (parameter('response_type') !== 'code')
    return back('unsupported_response_type', 'response_type must be code');
  if (!scope.split(' ').includes('openid')) return back('invalid_scope', 'scope must have openid in it');
  if (challenge === undefined || parameter('code_challenge_method') !== 'S256')
    return back('invalid_request', 'a code_challenge by S256 is needed');
  const request = { clientId, redirectUri, scope, state, nonce: parameter('nonce'), challenge };
  return { kind: 'request', request };
}
