import type { ConsoleConfig } from '../../../contracts/console/session.js';
import { isObject, numberOf, parseJson, textOf } from '../../json.js';
import { challengeOf, randomText } from './pkce.js';

/** Where the issuer sends people back to. */
const RETURN_PATH = '/console/signed-in';

/** A token and when it ends, epoch milliseconds. */
export interface Session {
  readonly token: string;
  readonly endsAt: number;
}

/** The state that is remembered while somebody is away signing in. */
interface Away {
  readonly state: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** The parts of the browser that signing in needs. */
export interface Browser {
  readonly origin: string;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Storage of this tab alone: another tab signs in by itself, and closing the tab ends the session. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly leaveFor: (url: string) => void;
  readonly now: () => number;
}

const SESSION = 'small-grid.console-session';
const AWAY = 'small-grid.console-sign-in';

interface Endpoints {
  readonly authorize: string;
  readonly token: string;
}

/** Why signing in came to nothing. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}

async function endpointsOf({ issuer }: ConsoleConfig, { fetch }: Browser): Promise<Endpoints> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const document: unknown = await response.json();
  const authorize = isObject(document) ? textOf(document['authorization_endpoint']) : undefined;
  const token = isObject(document) ? textOf(document['token_endpoint']) : undefined;
  if (authorize === undefined || token === undefined)
    throw new SignInError('the issuer does not describe its endpoints');
  return { authorize, token };
}

/** Leaves for the issuer; whoever signs in comes back to `returnTo` (OpenID Connect, authorization code with PKCE). */
export async function beginSignIn(config: ConsoleConfig, browser: Browser, returnTo: string): Promise<void> {
  const { authorize } = await endpointsOf(config, browser);
  const away: Away = { state: randomText(), verifier: randomText(), returnTo };
  browser.storage.setItem(AWAY, JSON.stringify(away));
  const url = new URL(authorize);
  const parameters = {
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: browser.origin + RETURN_PATH,
    scope: 'openid profile',
    state: away.state,
    code_challenge: await challengeOf(away.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  browser.leaveFor(url.href);
}

export const isReturning = (path: string): boolean => path === RETURN_PATH;

function takeAway({ storage }: Browser, state: string | null): Away {
  const away = parseJson(storage.getItem(AWAY) ?? '');
  storage.removeItem(AWAY);
  const verifier = isObject(away) ? textOf(away['verifier']) : undefined;
  const expected = isObject(away) ? textOf(away['state']) : undefined;
  // A code that this tab did not ask for is somebody else's (RFC 6749, 10.12).
  if (!isObject(away) || verifier === undefined || expected === undefined || expected !== state)
    throw new SignInError('the answer belongs to no sign-in of this tab');
  return { state: expected, verifier, returnTo: textOf(away['returnTo']) ?? '/' };
}

/** Takes up the session that the issuer's answer opens; gives the path to go on at. Rejects with a `SignInError`. */
export async function finishSignIn(config: ConsoleConfig, browser: Browser, search: string): Promise<string> {
  const answer = new URLSearchParams(search);
  const { verifier, returnTo } = takeAway(browser, answer.get('state'));
  const code = answer.get('code');
  if (code === null) throw new SignInError(answer.get('error_description') ?? 'the issuer sent no code');
  const { token: endpoint } = await endpointsOf(config, browser);
  const response = await browser.fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: config.clientId,
      redirect_uri: browser.origin + RETURN_PATH,
      code_verifier: verifier,
    }),
  });
  const tokens: unknown = await response.json();
  const token = isObject(tokens) ? textOf(tokens['access_token']) : undefined;
  if (!response.ok || !isObject(tokens) || token === undefined)
    throw new SignInError('the issuer gave no token');
  const endsAt = browser.now() + (numberOf(tokens['expires_in']) ?? 3600) * 1000;
  browser.storage.setItem(SESSION, JSON.stringify({ token, endsAt } satisfies Session));
  return returnTo;
}

/** The session of this tab; undefined when nobody signed in here or it has ended. */
export function currentSession({ storage, now }: Browser): Session | undefined {
  const kept = parseJson(storage.getItem(SESSION) ?? '');
  if (!isObject(kept)) return undefined;
  const token = textOf(kept['token']);
  const endsAt = numberOf(kept['endsAt']);
  return token !== undefined && endsAt !== undefined && endsAt > now() ? { token, endsAt } : undefined;
}

export const endSession = ({ storage }: Browser): void => storage.removeItem(SESSION);
