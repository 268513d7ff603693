import { originOf } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { localTime } from '../../domain/calendar/local-time.js';
import type { CallerLimit } from '../../domain/town/caller-schema.js';
import type { Language } from '../../domain/words/language.js';
import type { Town } from '../../domain/town/schema.js';
import { joined } from '../../contracts/pages/join-words.js';
import { admitReport, NotAdmitted } from '../use-cases/admit-report.js';
import type { Admit } from '../use-cases/take-in-request.js';
import { callerAddress } from './caller-address.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';

type Refusal = 'too-many' | 'danger-held';

const WORDS: Readonly<Record<Refusal, Record<Language, (time: string, numbers: string) => string>>> = {
  'too-many': {
    'zh-CN': (time, numbers) =>
      `您这里或同一网络在短时间内来得太多，这一次没有登记，请${time}后再试。有危险请马上拨打${numbers}。`,
    en: (time, numbers) =>
      `Too much came from you, or from your network, in a short time. This was not stored; please try again after ${time}. In danger, call ${numbers} now.`,
  },
  'danger-held': {
    'zh-CN': (_, numbers) =>
      `同一来源报来的险情较多，您这一件已合并转值班室核实，不必重复提交。情况紧急请马上拨打${numbers}。`,
    en: (_, numbers) =>
      `Many dangers were reported from one place. The duty desk has been told of yours with them; no need to send it again. If it is urgent, call ${numbers} now.`,
  },
};

/** The refusal of a caller who asks too much: in words, and in seconds. */
function refusal(
  type: Refusal,
  { settings }: Town,
  { language, at }: Pick<HttpCall, 'language' | 'at'>,
  retryAt: number,
): Problem {
  const numbers = joined(settings.emergencyNumbers, language, 'disjunction');
  const detail = WORDS[type][language](localTime(retryAt, settings.timeZone), numbers);
  return new Problem(type, [], undefined, {
    detail,
    retryAfter: Math.max(1, Math.ceil((retryAt - at) / 1000)),
  });
}

/** Lets in what is reported on a page or by a program, as much as one caller may. */
export const admitOnPage =
  (
    services: Services<{ callers: 'count'; texts: 'send'; floods: 'hold' }>,
    town: Town,
    call: HttpCall,
    phone: string,
  ): Admit =>
  async (report) => {
    const caller = { address: callerAddress(call.event, town.settings.callers), phone };
    try {
      await admitReport(services, town, caller, report);
    } catch (error) {
      if (!(error instanceof NotAdmitted)) throw error;
      throw refusal(error.why === 'too-many' ? 'too-many' : 'danger-held', town, call, error.retryAt);
    }
  };

/** Counts a call of this address for what it does, and refuses it beyond the town's limit. */
export async function limitAddress(
  { callers }: Services<{ callers: 'count' }>,
  town: Town,
  call: HttpCall,
  counted: { readonly act: string; readonly limit: CallerLimit },
): Promise<void> {
  const address = callerAddress(call.event, town.settings.callers);
  const caller = originOf(town.settings.id, 'address', address);
  const full = await callers.count(town.settings, { ...counted, caller }, call.at);
  if (full) throw refusal('too-many', town, call, full.retryAt);
}
