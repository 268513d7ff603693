import type { Services } from '../../adapters/services.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { checkLeave } from '../../domain/posts/leave.js';
import { staffName } from '../../domain/request/words.js';
import type { Command } from '../../domain/sms/command.js';
import { withdraw } from '../use-cases/withdraw.js';
import { takeForm } from './carry-out-form.js';
import { listAsks } from './carry-out-list.js';
import { takeMute } from './carry-out-mute.js';
import { takeReception } from './carry-out-reception.js';
import { takeSummary } from './carry-out-summary.js';
import { listVisits, takeVisit } from './carry-out-visit.js';
import type { Received } from './reply-to.js';
import { reportByText } from './report-by-text.js';
import type { Reply } from './sender.js';
import { whichRequest } from './which-request.js';

/** Does what a text commands. */
export async function carryOut(
  services: Services,
  received: Received,
  command: Command,
): Promise<Reply | undefined> {
  const { current, text, sender } = received;
  switch (command.name) {
    case 'help':
      return { text: sender.staff ? 'reply-help' : 'reply-help-resident', values: {} };
    case 'opt-out':
      // The carrier blocks the number from here on, so the last text goes out before the choice is kept.
      await services.texts.send(current.town, {
        purpose: `reply:${text.id}`,
        to: text.from,
        body: farewell(received),
        at: text.at,
        atOnce: 'reply',
      });
      await services.choices.optOut(current.town.settings.id, text.from);
      return undefined;
    case 'opt-in':
      await services.choices.optIn(current.town.settings.id, text.from);
      return { text: 'reply-opted-in', values: {} };
    case 'list':
      return listAsks(received, command.page);
    case 'form':
      return takeForm(services, received, command);
    case 'summary':
      return takeSummary(services, received, command.daily);
    case 'mute':
    case 'unmute':
      return takeMute(services, received, command);
    case 'leave-unreadable':
      return { text: sender.staff ? 'reply-leave-unreadable' : 'reply-help-resident', values: {} };
    case 'leave':
      return takeLeave(services, received, command);
    case 'withdraw':
      return takeBack(services, received, command);
    case 'report-on-behalf':
      return reportByText(services, received, { words: command.words, onBehalf: true });
    case 'visit':
      return takeVisit(services, received, command);
    case 'visit-list':
      return sender.staff
        ? listVisits(services, received, sender.staff, command.grid)
        : { text: 'reply-help-resident', values: {} };
    case 'visit-unreadable':
      return { text: 'reply-visit-unreadable', values: {} };
    case 'reception':
    case 'reception-unreadable':
      return takeReception(services, received, command);
  }
}

function farewell({ current, sender }: Received): string {
  const { settings, texts } = current.town;
  return settings.sms.signature[sender.language] + (texts['reply-opted-out']?.[sender.language] ?? '');
}

/** Leave is kept unless both who stand in for each other would be away. */
async function takeLeave(
  services: Services,
  { current, sender }: Received,
  { from, to }: { from: string; to: string },
): Promise<Reply> {
  if (!sender.staff) return { text: 'reply-help-resident', values: {} };
  const leave = { staff: sender.staff.id, from, to };
  const dates = from === to ? day(from) : `${day(from)}–${day(to)}`;
  const checked = checkLeave(current.town, leave);
  if (!checked.ok) {
    return { text: 'reply-leave-refused', values: { dates, person: staffName(current.town, checked.clash) } };
  }
  await services.towns.addLeave(current.town.settings.id, leave);
  return { text: 'reply-leave-set', values: { dates } };
}

/** "2026-08-24" as people write it: 8/24. */
const day = (date: string): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;

const WITHDRAW = { 'zh-CN': '撤回', en: 'withdraw' } as const;

/** Withdraws the request named, or the sender's only open one; of several, the sender says which. */
async function takeBack(
  services: Services,
  received: Received,
  command: Extract<Command, { name: 'withdraw' }>,
): Promise<Reply> {
  const meant = await whichRequest(services, received, command, WITHDRAW);
  if ('reply' in meant) return meant.reply;
  const done = await withdraw(services, received.current.town.settings.id, meant.id, received.text.at);
  if (!done) return { text: 'reply-nothing-open', values: {} };
  return { text: 'reply-withdrawn', values: { request: showRequestId(meant.id) }, request: meant.id };
}
