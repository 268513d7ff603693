import { createHash, randomBytes } from 'node:crypto';

export interface SignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly user: string;
  readonly scope?: string;
  readonly nonce?: string;
  readonly redirectUri?: string;
}

export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
}

interface Authorized {
  readonly location: URL;
  /** The form that the token endpoint wants for the code. */
  readonly form: Record<string, string>;
}

/** As the browser does it: the page's form, sent with the person who was picked. */
export async function authorize(asked: SignIn): Promise<Authorized> {
  const { issuer, clientId, user, scope = 'openid', redirectUri = 'http://127.0.0.1:1/back' } = asked;
  const verifier = randomBytes(32).toString('base64url');
  const body = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state: 'here',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    user,
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
  });
  const response = await fetch(`${issuer}/authorize`, { method: 'POST', body, redirect: 'manual' });
  const location = new URL(response.headers.get('location') ?? 'http://none');
  return {
    location,
    form: {
      grant_type: 'authorization_code',
      code: location.searchParams.get('code') ?? '',
      client_id: clientId,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    },
  };
}

export const redeem = (issuer: string, form: Record<string, string>): Promise<Response> =>
  fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });

/** Signs somebody in by authorization code and PKCE. */
export async function signIn(asked: SignIn): Promise<Tokens> {
  const { form } = await authorize(asked);
  const response = await redeem(asked.issuer, form);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Tokens;
}
