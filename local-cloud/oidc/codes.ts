import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock.js';
import type { AuthorizationRequest } from './authorization-request.js';
import type { OidcUser } from './oidc-options.js';

/** The longest that RFC 6749 recommends. */
const HELD_FOR = 10 * 60_000;

/** The agreement of a sign-in, to be fetched once by whoever has the code and the verifier. */
export interface Grant {
  readonly request: AuthorizationRequest;
  readonly user: OidcUser;
}

export interface Redemption {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** Authorization codes. They live as long as the process: whoever is signing in when it ends begins again. */
export class Codes {
  private readonly open = new Map<string, Grant & { readonly until: number }>();

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  issue(grant: Grant): string {
    const now = this.clock.now();
    for (const [code, { until }] of this.open) if (until <= now) this.open.delete(code);
    const code = randomBytes(32).toString('base64url');
    this.open.set(code, { ...grant, until: now + HELD_FOR });
    return code;
  }

  /** Undefined for a code that is unknown, used, too old or somebody else's. A wrong attempt uses it up, too. */
  redeem({ code, clientId, redirectUri, verifier }: Redemption): Grant | undefined {
    const grant = this.open.get(code);
    this.open.delete(code);
    if (grant === undefined || grant.until <= this.clock.now()) return undefined;
    const { request } = grant;
    const challenge = createHash('sha256').update(verifier, 'ascii').digest('base64url');
    const isTheirs = request.clientId === clientId && request.redirectUri === redirectUri;
    return isTheirs && request.challenge === challenge ? grant : undefined;
  }
}
