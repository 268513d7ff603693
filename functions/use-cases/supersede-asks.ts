import type { AskItem } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import type { Rules } from '../../domain/request/decision.js';
import { tellStaff } from '../../domain/request/notices.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { sendNotices } from './send-notices.js';
import { endAsk, type Settling } from './settle-ask.js';

type Effects = Settling;

/** Ends asks settled by somebody else's answer, and tells all asked but `by`. Each text is keyed by its own ask. */
export async function supersedeAsks(
  services: Effects,
  asks: readonly AskItem[],
  { record, rules, at, by }: { record: RequestRecord; rules: Rules; at: number; by?: string },
): Promise<void> {
  for (const ask of asks) {
    if ((await endAsk(services, ask, 'superseded', at)) === 'answered-before') continue;
    const staff = staffOfContact(ask.contact);
    if (staff === undefined || staff === by) continue;
    const notices = [tellStaff(record, rules, staff, 'told-superseded', { code: ask.code })];
    await sendNotices(services, { record, rules, notices, purpose: `superseded:${ask.n}`, at });
  }
}
