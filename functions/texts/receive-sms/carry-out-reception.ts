import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Command } from '../../../domain/sms/command.js';
import { askWhetherMeant, type Confirmed } from './confirm-command.js';
import { recordReception } from './record-reception.js';
import type { Received } from './reply-to.js';
import { reportByText } from './report-by-text.js';
import type { Reply } from './sender.js';

type ReceptionCommand = Extract<Command, { name: 'reception' | 'reception-unreadable' }>;

/** Logs people whom a member of staff received. From anybody else the words are a report like any other. */
export async function takeReception(
  services: Services<{
    callers: 'count';
    requests: 'read' | 'create';
    texts: 'send';
    workflow: 'startRequests';
    floods: 'hold';
    receptions: 'record';
    inbound: 'remember';
  }>,
  received: Received,
  command: ReceptionCommand,
  confirmed?: Confirmed,
): Promise<Reply> {
  const { current, sender, text } = received;
  if (!sender.staff) return reportByText(services, received, { words: text.body });
  if (command.name === 'reception-unreadable') return { text: 'reply-reception-unreadable', values: {} };
  const { people, answered, words } = command;
  const { mostPeople } = current.town.settings.receptions;
  if (people > mostPeople && !confirmed)
    return askWhetherMeant(services, received, command, {
      text: 'reply-reception-many',
      values: { people: String(people) },
    });
  const { key, at } = confirmed ?? { key: text.id, at: text.at };
  const came = { key: `sms ${key}`, at, by: sender.staff, people, answered, words };
  const request = await recordReception(services, current, came);
  const values = { people: String(people) };
  return request
    ? {
        text: 'reply-reception-request',
        values: { ...values, request: showRequestId(request.id) },
        request: request.id,
      }
    : { text: 'reply-reception-answered', values };
}
