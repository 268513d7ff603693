import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Services } from '../../adapters/services.js';
import type { StoredTown } from '../../adapters/town-store.js';
import type { Staff } from '../../domain/town/schema.js';
import type { HttpCall } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { sameText } from '../http/same-text.js';

const COOKIE = 'staff';
const claimsSchema = z.strictObject({ town: z.string(), staff: z.string(), until: z.number() });
type Claims = z.infer<typeof claimsSchema>;

/** Who signed in, until when, and their town. */
export interface StaffSession extends StoredTown {
  readonly staff: Staff;
  /** Epoch milliseconds. */
  readonly until: number;
  /** By which links to what they are asked are signed. */
  readonly key: string;
}

/** HMAC-SHA-256 over who it is, until when, and their phone: with another number in the town's data every session is over. */
const sign = (key: string, { town, staff, until }: Claims, phone: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['session', town, staff, until, phone]))
    .digest('base64url');

/** What is kept of a code that was texted. */
export const codeDigest = (key: string, town: string, staff: string, code: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['sign-in', town, staff, code]))
    .digest('base64url');

/** Read by no script, and sent to our own pages of the staff only. */
const cookie = (value: string, seconds: number): string =>
  `${COOKIE}=${value}; Path=/staff; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`;

export function sessionCookie(key: string, claims: Claims, phone: string, at: number): string {
  const said = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return cookie(`${said}.${sign(key, claims, phone)}`, Math.floor((claims.until - at) / 1000));
}

export const NO_SESSION = cookie('', 0);

/** The session that a call brings, if it stands; else the problem that one must sign in. */
export async function staffSession(
  { towns, linkKeys }: Pick<Services, 'towns' | 'linkKeys'>,
  { event, at }: HttpCall,
): Promise<StaffSession> {
  const [said = '', signature = ''] = tokenIn(event.cookies).split('.');
  const claims = claimsIn(said);
  if (!claims || at >= claims.until) throw new Problem('signed-out');
  // The town is only believed once its key has signed it.
  const key = await linkKeys.find(claims.town);
  if (key === undefined) throw new Problem('signed-out');
  const town = await towns.open(claims.town);
  const staff = town.town.staff.find(({ id }) => id === claims.staff);
  if (!staff || !sameText(signature, sign(key, claims, staff.phone))) throw new Problem('signed-out');
  return { ...town, staff, until: claims.until, key };
}

const tokenIn = (cookies: readonly string[] = []): string =>
  cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';

function claimsIn(said: string): Claims | undefined {
  try {
    return claimsSchema.safeParse(JSON.parse(Buffer.from(said, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
