import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { Clock } from '../clock/clock.js';

/** API Gateway keeps the public keys of an issuer for two hours. */
const KEPT_FOR = 2 * 3_600_000;
/** Of the machine's time, since it is a request over the network. */
const PATIENCE_MILLISECONDS = 5_000;

const discoverySchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

type Header = Parameters<JWTVerifyGetKey>[0];

/** The issuer does not answer as OpenID Connect Discovery has it. */
export class IssuerUnreachable extends Error {}

async function fetchAs<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return schema.parse(await response.json());
  } catch (error) {
    throw new IssuerUnreachable(`${url}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The public keys of one issuer, found by its discovery document. Rejects with IssuerUnreachable. */
export class IssuerKeys {
  private kept: { readonly at: number; readonly find: JWTVerifyGetKey } | undefined;

  constructor(
    private readonly issuer: string,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** A key that is not known may be a new one: the issuer is asked once more. */
  find: JWTVerifyGetKey = async (header: Header, token) => {
    const known =
      this.kept !== undefined && this.clock.now() - this.kept.at < KEPT_FOR ? this.kept : undefined;
    try {
      return await (known?.find ?? (await this.fetched()))(header, token);
    } catch (error) {
      if (known === undefined || !(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await this.fetched())(header, token);
    }
  };

  private async fetched(): Promise<JWTVerifyGetKey> {
    const base = this.issuer.replace(/\/$/, '');
    const { jwks_uri: address } = await fetchAs(`${base}/.well-known/openid-configuration`, discoverySchema);
    const find = createLocalJWKSet(await fetchAs(address, keysSchema));
    this.kept = { at: this.clock.now(), find };
    return find;
  }
}
