import type * as z from 'zod';
import { newDigits } from '../../adapters/contact.js';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import { CODE_DIGITS, CODE_MINUTES, readCode, SESSION_LENGTH } from '../../domain/access/staff-sign-in.js';
import { localDate } from '../../domain/calendar/local-time.js';
import { renderText } from '../../domain/texts/render-text.js';
import type { Bilingual } from '../../domain/town/language.js';
import type { Staff, Town } from '../../domain/town/schema.js';
import { limitAddress, limitPhone } from '../http/caller-limits.js';
import { type HttpCall, httpHandler, json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { readBody } from '../http/read-body.js';
import {
  codeBodyOf,
  type signedInAnswer,
  type signInCodeAnswer,
  signInBodyOf,
} from '../http/schemas/staff.js';
import { whichTown } from '../http/which-town.js';
import { codeDigest, sessionCookie } from '../use-cases/staff-session.js';

type Effects = Pick<Services, 'towns' | 'signInCodes' | 'linkKeys' | 'texts' | 'audits' | 'callers'>;

/** Staff come in by their phone number and a code that is texted to it. */
export const createSignInStaff = (services: Effects) =>
  httpHandler('sign-in-staff', (call) =>
    call.event.routeKey === 'POST /staff/codes' ? textCode(services, call) : begin(services, call),
  );

const staffAt = (town: Town, phone: string): Staff | undefined =>
  town.staff.find((one) => one.phone === phone);

/** As much as one address, and one number whoever's it is, may ask for: so that nobody learns from it whose number it is. */
async function limitCalls(
  services: Effects,
  town: Town,
  call: HttpCall,
  { phone, act }: { phone: string; act: string },
): Promise<void> {
  const { codes } = town.settings.callers;
  await limitAddress(services, town, call, { act, limit: codes.address });
  await limitPhone(services, town, call, { phone, act, limit: codes.phone });
}

/** `POST /staff/codes`: answered the same whether the number is anybody's or not. */
async function textCode(services: Effects, call: HttpCall) {
  const { town } = await whichTown(services, call.event);
  const { phone } = readBody(call, codeBodyOf(town.settings));
  await limitCalls(services, town, call, { phone, act: 'codes' });
  const staff = staffAt(town, phone);
  try {
    if (staff) await sendCode(services, town, staff, call.at);
  } catch (error) {
    // A carrier that is down is no reason to say whose number it is; whoever gets no text asks again.
    log('error', 'code not sent', { town: town.settings.id, error: errorName(error) });
  }
  const answer: z.input<typeof signInCodeAnswer> = { minutes: CODE_MINUTES };
  return json(202, answer);
}

async function sendCode(services: Effects, town: Town, staff: Staff, at: number): Promise<void> {
  const { id, timeZone } = town.settings;
  const code = newDigits(CODE_DIGITS);
  const digest = codeDigest(await services.linkKeys.findOrMake(id), id, staff.id, code);
  const owner = { town: id, staff: staff.id };
  if (!(await services.signInCodes.issue(owner, { digest, day: localDate(at, timeZone), at }))) return;
  const words = (pin: string): string =>
    renderText(town, 'sign-in-code', staff.language, { pin, count: String(CODE_MINUTES) });
  await services.texts.send(town, {
    purpose: `sign-in:${staff.id}:${at}`,
    to: staff.phone,
    body: words(code),
    kept: words('*'.repeat(CODE_DIGITS)),
    at,
    atOnce: 'reply',
  });
}

const WRONG: Bilingual = {
  'zh-CN': '验证码不对或已失效，请核对，或重新获取',
  en: 'This is not the code, or it holds no more: compare it, or ask for another',
};

/** `POST /staff/sessions`: a wrong number and a wrong code are answered alike. */
async function begin(services: Effects, call: HttpCall) {
  const { at, language } = call;
  const { town } = await whichTown(services, call.event);
  const { phone, code } = readBody(call, signInBodyOf(town.settings));
  await limitCalls(services, town, call, { phone, act: 'sessions' });
  const staff = staffAt(town, phone);
  const digits = readCode(code);
  if (!staff || digits === undefined || !(await isTheirs(services, town, staff, digits, at)))
    throw new Problem('invalid-body', [{ field: '/code', message: WRONG[language] }]);
  const claims = { town: town.settings.id, staff: staff.id, until: at + SESSION_LENGTH };
  await services.audits.record(
    { town: claims.town, at, who: staff.id, name: staff.name, action: 'staff.signed-in' },
    call.event.requestContext.requestId,
  );
  const key = await services.linkKeys.findOrMake(claims.town);
  const answer: z.input<typeof signedInAnswer> = {
    name: staff.name,
    until: new Date(claims.until).toISOString(),
  };
  return { ...json(201, answer), cookies: [sessionCookie(key, claims, staff.phone, at)] };
}

async function isTheirs(
  services: Effects,
  town: Town,
  staff: Staff,
  code: string,
  at: number,
): Promise<boolean> {
  const { id } = town.settings;
  const digest = codeDigest(await services.linkKeys.findOrMake(id), id, staff.id, code);
  return services.signInCodes.take({ town: id, staff: staff.id }, { digest, at });
}
