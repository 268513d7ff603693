import { randomUUID } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import type { Grant } from './codes.js';
import { ALGORITHM, type SigningKey } from './signing-key.js';

export const DEFAULT_TOKEN_SECONDS = 3_600;

export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope: string;
}

export interface TokenOptions {
  readonly issuer: string;
  readonly key: SigningKey;
  readonly seconds: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Claims that a person may not have of their own: who issued the token, for whom and until when. */
const OWN_CLAIMS = new Set(['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti', 'client_id', 'scope', 'nonce']);

/** Both tokens carry the person's claims, so that an API may decide by either. */
export async function tokensFor(
  { request, user }: Grant,
  { issuer, key, seconds, now }: TokenOptions,
): Promise<Tokens> {
  const { clientId, scope, nonce } = request;
  const issuedAt = Math.floor(now / 1000);
  const claims = Object.entries(user.claims ?? {}).filter(([name]) => !OWN_CLAIMS.has(name));
  const person = { ...Object.fromEntries(claims), name: user.name };
  const signed = (own: JWTPayload) =>
    new SignJWT({ ...person, ...own })
      .setProtectedHeader({ alg: ALGORITHM, kid: key.id, typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(user.id)
      .setAudience(clientId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(key.privateKey);
  return {
    access_token: await signed({ client_id: clientId, scope, jti: randomUUID() }),
    id_token: await signed(nonce === undefined ? {} : { nonce }),
    token_type: 'Bearer',
    expires_in: seconds,
    scope,
  };
}
