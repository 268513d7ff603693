import type { Services } from '../../../adapters/services.js';
import { readCode } from '../../../domain/access/staff-sign-in.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Bilingual } from '../../../domain/words/language.js';
import { callerAddress } from '../../http/caller-address.js';
import { limitAddress } from '../../http/caller-limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { codeDigest, requestCode, signInOrigin } from '../../http/staff-session.js';
import { type Pair, requestOf } from './send-code.js';

export const WRONG_CODE: Bilingual = {
  'zh-CN': '验证码不对或已失效，请核对编号、手机号和验证码，或重新获取',
  en: 'This is not the code, or it holds no more: check the number, the phone and the code, or ask for another',
};

/** The request that a code opens; whatever is wrong, it is found out by the same calls. */
export async function requestByCode(
  services: Services<{ requests: 'read'; callers: 'count'; linkKeys: 'sign'; signInCodes: 'take' }>,
  town: Town,
  call: HttpCall,
  { code: typed, asked, ...pair }: Pair & { readonly code: string; readonly asked?: string | undefined },
): Promise<RequestRecord | undefined> {
  const { id, callers } = town.settings;
  await limitAddress(services, town, call, { act: 'tracking-keys', limit: callers.codes });
  const key = await services.linkKeys.findOrMake(id);
  const record = await requestOf(services, id, pair);
  const code = readCode(typed);
  if (code === undefined) return undefined;
  const whose = requestCode(record?.id ?? '');
  const origin = asked ?? signInOrigin(key, id, pair.phone, callerAddress(call.event, callers));
  const digest = codeDigest(key, id, whose, code);
  const isTheirs = await services.signInCodes.take({ town: id, whose, origin }, { digest, at: call.at });
  return isTheirs ? record : undefined;
}
