import { contactOfPhone } from '../../../adapters/contact.js';
import { inGroups } from '../../../adapters/in-groups.js';
import type { Services } from '../../../adapters/services.js';
import { BACKUP_DAYS } from '../../../domain/personal-data/backups.js';
import { lasts } from '../../../domain/personal-data/retention.js';
import type { Command } from '../../../domain/sms/command.js';
import { mustStay } from '../../../domain/request/withdraw-request.js';
import { withdraw } from '../../use-cases/withdraw.js';
import { askWhetherMeant } from './confirm-command.js';
import { isOpen } from './own-requests.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Effects = Parameters<typeof withdraw>[0] &
  Services<{ erasures: 'ask' | 'find'; requests: 'read'; inbound: 'remember' }>;
type Told = Extract<Command, { name: 'my-data' | 'erase-data' }>;

/** Requests of the number that are read side by side: there is no bound to how many it has. */
const AT_ONCE = 10;

const daysOf = (milliseconds: number): string => String(Math.round(milliseconds / 86_400_000));

/** The town's data under the sender's number, or, asked twice, its erasure. Whose number it is, the carrier says. */
export async function takePersonalData(services: Effects, received: Received, command: Told): Promise<Reply> {
  const { current, sender, text } = received;
  const { id: town, retention } = current.town.settings;
  // Data about staff belong to the town's data: they are changed by whoever keeps those.
  if (sender.staff) return { text: 'reply-help', values: {} };
  const contact = contactOfPhone(town, text.from);
  const requests = await services.erasures.requestsOf(town, contact);
  const count = String(requests.length);
  if (command.name === 'my-data') {
    const values = { count, many: daysOf(lasts(retention.requests)), cap: daysOf(lasts(retention.texts)) };
    return { text: 'reply-my-data', values };
  }
  const found = await inGroups(requests, AT_ONCE, ({ id }) => services.requests.find(town, id));
  const open = found.flatMap((record) => (record && isOpen(record) ? [record] : []));
  if (!command.sure) {
    const many = String(open.filter((record) => !mustStay(record)).length);
    return askWhetherMeant(services, received, command, {
      text: 'reply-erase-sure',
      values: { count, many },
    });
  }
  await services.erasures.ask(town, { contact }, text.at);
  let staying = 0;
  for (const { id } of open) if ((await withdraw(services, town, id, text.at)) === 'stays') staying += 1;
  const values = { many: String(BACKUP_DAYS) };
  return { text: staying > 0 ? 'reply-erased-when-over' : 'reply-erased', values };
}
