import { contactOfPhone } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { checkLeave } from '../../domain/posts/leave.js';
import { staffName } from '../../domain/request/words.js';
import type { Command } from '../../domain/sms/command.js';
import type { Language } from '../../domain/town/language.js';
import { withdraw } from '../use-cases/withdraw.js';
import { listVisits, takeVisit } from './carry-out-visit.js';
import type { Received } from './reply-to.js';
import { reportByText } from './report-by-text.js';
import type { Reply } from './sender.js';

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
      });
      await services.texts.choose(current.town, text.from, true);
      return undefined;
    case 'opt-in':
      await services.texts.choose(current.town, text.from, false);
      return { text: 'reply-opted-in', values: {} };
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
      return { text: 'reply-help', values: {} };
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

/** Withdraws the request named, or the sender's only open one; of several, the sender says which. */
async function takeBack(
  services: Services,
  { current, sender, text }: Received,
  command: Extract<Command, { name: 'withdraw' }>,
): Promise<Reply> {
  const town = current.town.settings.id;
  const open = (await services.requests.ofResident(town, contactOfPhone(town, text.from))).filter(
    ({ status }) => status !== 'closed' && status !== 'withdrawn',
  );
  const meant = command.request === undefined ? open : open.filter(({ id }) => id === command.request);
  const [only] = meant;
  if (!only || command.mistyped !== undefined) {
    return open.length === 0 ? { text: 'reply-nothing-open', values: {} } : whichOne(open, sender.language);
  }
  if (meant.length > 1) return whichOne(meant, sender.language);
  const done = await withdraw(services, town, only.id, text.at);
  if (!done) return { text: 'reply-nothing-open', values: {} };
  return { text: 'reply-withdrawn', values: { request: showRequestId(only.id) } };
}

const WITHDRAW = { 'zh-CN': '撤回', en: 'withdraw' } as const;

const whichOne = (open: readonly { id: string }[], language: Language): Reply => ({
  text: 'reply-several',
  values: { list: open.map(({ id }) => `${WITHDRAW[language]} ${showRequestId(id)}`).join('\n') },
});
