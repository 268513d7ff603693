import type * as z from 'zod';
import { contactOfPhone, newSecret } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { CODE_MINUTES, readCode, SESSION_LENGTH } from '../../../domain/access/staff-sign-in.js';
import type { Callers } from '../../../domain/town/caller-schema.js';
import type { Bilingual } from '../../../domain/words/language.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { callerAddress } from '../../http/caller-address.js';
import { limitAddress } from '../../http/caller-limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readBody } from '../../http/read-body.js';
import { signInBody, signInCodeBody } from '../../../contracts/staff/work.js';
import { townPhone } from '../../http/town-phone.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { whichTown } from '../../http/which-town.js';
import { codeDigest, signInOrigin, sessionCookie } from '../../http/staff-session.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/** Staff come in by their phone number and a code that is texted to it. */
export const createSignInStaff = (services: Effects) =>
  routeHandler('sign-in-staff', ROUTES, {
    askForCode: (call) => askForCode(services, call),
    signIn: (call) => begin(services, call),
  });

const staffAt = (town: Town, phone: string): Staff | undefined =>
  town.staff.find((one) => one.phone === phone);

/** As much as one address may ask for. A number has no such limit: whoever types it may not be its holder. */
const limitCalls = (
  services: Effects,
  town: Town,
  call: HttpCall,
  act: 'codes' | 'sessions',
): Promise<void> => limitAddress(services, town, call, { act, limit: town.settings.callers.codes });

/** `POST /staff/codes`: answered the same, and by the same calls, whether the number is anybody's or not. */
async function askForCode(services: Effects, call: CallOf<typeof ROUTES.askForCode>) {
  const { town } = await whichTown(services, call.event);
  const { phone } = readBody(call, signInCodeBody.extend({ phone: townPhone(town.settings) }));
  await limitCalls(services, town, call, 'codes');
  const { id, callers } = town.settings;
  const key = await services.linkKeys.findOrMake(id);
  const origin = signInOrigin(key, id, phone, callerAddress(call.event, callers));
  await services.signInTopic.publish({
    town: id,
    staff: staffAt(town, phone)?.id ?? '',
    origin,
    at: call.at,
  });
  return call.answer(202, { minutes: CODE_MINUTES, asked: origin });
}

const WRONG: Bilingual = {
  'zh-CN': '验证码不对或已失效，请核对，或重新获取',
  en: 'This is not the code, or it holds no more: compare it, or ask for another',
};

/** `POST /staff/sessions`: a wrong number and a wrong code are answered alike, and by the same calls. */
async function begin(services: Effects, call: CallOf<typeof ROUTES.signIn>) {
  const { at, language } = call;
  const { town } = await whichTown(services, call.event);
  const given = readBody(call, signInBody.extend({ phone: townPhone(town.settings) }));
  await limitCalls(services, town, call, 'sessions');
  const { id, callers } = town.settings;
  const key = await services.linkKeys.findOrMake(id);
  const staff = staffAt(town, given.phone);
  const isTheirs = await takeCode(services, { town: id, staff: staff?.id ?? '', key, given, call, callers });
  if (!staff || !isTheirs) throw new Problem('invalid-body', [{ field: '/code', message: WRONG[language] }]);
  const claims = { town: id, staff: staff.id, id: newSecret(), until: at + SESSION_LENGTH };
  await services.audits.record(
    { town: id, at, who: staff.id, name: staff.name, action: 'staff.signed-in' },
    call.event.requestContext.requestId,
  );
  await services.staffSessions.begin(claims, { until: claims.until, phone: contactOfPhone(id, staff.phone) });
  const answer = call.answer(201, {
    name: staff.name,
    until: new Date(claims.until).toISOString(),
  });
  return { ...answer, cookies: [sessionCookie(key, claims, at)] };
}

interface Typed {
  readonly town: string;
  readonly staff: string;
  readonly key: string;
  readonly given: z.output<typeof signInBody>;
  readonly call: HttpCall;
  readonly callers: Callers;
}

/** Whoever asked on one network and types on the next says where the code was asked for. */
async function takeCode(
  { signInCodes }: Effects,
  { town, staff, key, given, call, callers }: Typed,
): Promise<boolean> {
  const code = readCode(given.code);
  if (code === undefined) return false;
  const origin = given.asked ?? signInOrigin(key, town, given.phone, callerAddress(call.event, callers));
  const digest = codeDigest(key, town, staff, code);
  return signInCodes.take({ town, whose: staff, origin }, { digest, at: call.at });
}
