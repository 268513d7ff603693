import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import * as z from 'zod';
import { parsePlainJson } from '../assembly/json.js';
import type { KeyValueStore } from '../storage/key-value-store.js';

const STORED_AT = 'oidc/signing-key';
/** API Gateway verifies no others than RSA's. */
export const ALGORITHM = 'RS256';

export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  /** As it is published. */
  readonly publicKey: JWK;
}

const storedSchema = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string() });

async function made(store: KeyValueStore): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  await store.batch([{ key: STORED_AT, value: JSON.stringify(jwk) }]);
  return jwk;
}

/** The key of this data folder; made the first time, so that tokens hold over a restart. */
export async function signingKey(store: KeyValueStore): Promise<SigningKey> {
  const stored = await store.get(STORED_AT);
  const jwk: JWK = stored === undefined ? await made(store) : storedSchema.parse(parsePlainJson(stored));
  const privateKey = await importJWK(jwk, ALGORITHM);
  if (privateKey instanceof Uint8Array) throw new TypeError('The signing key is no RSA key');
  const id = await calculateJwkThumbprint(jwk);
  const { kty = 'RSA', n = '', e = '' } = jwk;
  return { id, privateKey, publicKey: { kty, n, e, kid: id, alg: ALGORITHM, use: 'sig' } };
}
