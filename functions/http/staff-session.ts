import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { contactOfPhone } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import type { StoredTown } from '../../adapters/town-store.js';
import type { Staff } from '../../domain/town/schema.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';
import { sameText } from './same-text.js';

const COOKIE = 'staff';
const claimsSchema = z.strictObject({
  town: z.string(),
  staff: z.string(),
  /** Of this session alone: it ends when its owner signs out. */
  id: z.string(),
  until: z.number(),
});
type Claims = z.infer<typeof claimsSchema>;

/** Who signed in, until when, and their town. */
export interface StaffSession extends StoredTown {
  readonly staff: Staff;
  /** Epoch milliseconds. */
  readonly until: number;
  /** By which links to what they are asked are signed. */
  readonly key: string;
}

/** HMAC-SHA-256 over who it is and until when. */
const sign = (key: string, { town, staff, id, until }: Claims): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['session', town, staff, id, until]))
    .digest('base64url');

/** The digest of a texted code, which is kept in its place. */
export const codeDigest = (key: string, town: string, whose: string, code: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['sign-in', town, whose, code]))
    .digest('base64url');

/** Whose a code is that opens a request. */
export const requestCode = (request: string): string => `request:${request}`;

/** The code of a number and of the address it is typed in at: it says neither to anybody without the key. */
export const signInOrigin = (key: string, town: string, phone: string, address: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['origin', town, phone, address]))
    .digest('base64url')
    .slice(0, 22);

/** Read by no script, and sent to our own pages of the staff only. */
const cookie = (value: string, seconds: number): string =>
  `${COOKIE}=${value}; Path=/staff; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`;

export function sessionCookie(key: string, claims: Claims, at: number): string {
  const said = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return cookie(`${said}.${sign(key, claims)}`, Math.floor((claims.until - at) / 1000));
}

export const NO_SESSION = cookie('', 0);

type Effects = Services<{ towns: 'read'; linkKeys: 'check'; staffSessions: 'check' | 'end' }>;

/** The session that a call brings, if it stands; else the problem that one must sign in. */
export async function staffSession(services: Effects, call: HttpCall): Promise<StaffSession> {
  const { claims, key } = await signedClaims(services, call);
  const [town, begunAt] = await Promise.all([
    services.towns.open(claims.town),
    services.staffSessions.begunAt(claims),
  ]);
  const staff = town.town.staff.find(({ id }) => id === claims.staff);
  if (staff && begunAt === contactOfPhone(claims.town, staff.phone))
    return { ...town, staff, until: claims.until, key };
  // Whoever left, or has another number, and comes back signs in anew.
  if (begunAt !== undefined) await services.staffSessions.end(claims);
  throw new Problem('signed-out');
}

/** Ends the session that a call brings, for whoever else has its cookie, too. */
export async function endStaffSession(services: Effects, call: HttpCall): Promise<void> {
  const signed = await signedClaims(services, call).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
  if (signed) await services.staffSessions.end(signed.claims);
}

/** The claims of the cookie, if a key of the town has signed it, and the key that signs links now. */
async function signedClaims(
  { linkKeys }: Services<{ linkKeys: 'check' }>,
  { event, at }: HttpCall,
): Promise<{ claims: Claims; key: string }> {
  const [said = '', signature = ''] = tokenIn(event.cookies).split('.');
  const claims = claimsIn(said);
  if (!claims || at >= claims.until) throw new Problem('signed-out');
  const keys = await linkKeys.accepted(claims.town, at);
  const [key] = keys;
  if (key === undefined || !keys.some((one) => sameText(signature, sign(one, claims))))
    throw new Problem('signed-out');
  return { claims, key };
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
