import type { Services } from '../../../adapters/services.js';
import type { Command } from '../../../domain/sms/command.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { decideFlood } from '../../use-cases/decide-flood.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** The duty desk and the leaders behind it hold an origin, or release it. */
export async function takeFlood(
  services: Services<{ requests: 'read' | 'create'; workflow: 'startRequests'; floods: 'list' | 'decide' }>,
  { current, sender, text }: Received,
  { decision, origin }: Extract<Command, { name: 'flood' }>,
): Promise<Reply> {
  if (!mayDecide(current.town, sender.staff))
    return { text: sender.staff ? 'reply-help' : 'reply-help-resident', values: {} };
  const called = await decideFlood(services, current, { origin, decision, at: text.at });
  if (!called) return { text: 'reply-unknown-code', values: { code: origin } };
  return decision === 'hold'
    ? { text: 'reply-flood-held', values: { origin } }
    : { text: 'reply-flood-released', values: { origin, count: String(called.length) } };
}

function mayDecide({ settings, departments }: Town, staff: Staff | undefined): boolean {
  const { dutyDesk, dutyLeader, townLeader } = settings.departments;
  return departments.some(
    ({ id, contacts }) =>
      [dutyDesk, dutyLeader, townLeader].includes(id) && staff !== undefined && contacts.includes(staff.id),
  );
}
