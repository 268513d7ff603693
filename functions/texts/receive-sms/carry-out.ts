import type { Services } from '../../../adapters/services.js';
import { localDatesText } from '../../../domain/calendar/local-date-time-text.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { checkLeave } from '../../../domain/posts/leave.js';
import { staffName } from '../../../domain/request/words.js';
import type { Command } from '../../../domain/sms/command.js';
import type { Staff } from '../../../domain/town/schema.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { handOver } from '../../use-cases/hand-over.js';
import { reach, textStaff } from '../../use-cases/text-staff.js';
import { withdraw } from '../../use-cases/withdraw.js';
import { takeCorrection } from './carry-out-correction.js';
import { takeCall } from './carry-out-call.js';
import { takeFlood } from './carry-out-flood.js';
import { takeForm } from './carry-out-form.js';
import { listAsks } from './carry-out-list.js';
import { listOwned } from './carry-out-owned.js';
import { takeMore } from './carry-out-more.js';
import { takeMute } from './carry-out-mute.js';
import { takePersonalData } from './carry-out-personal-data.js';
import { takeReception } from './carry-out-reception.js';
import { takeStandDown } from './carry-out-stand-down.js';
import { takeUndo } from './carry-out-undo.js';
import { takeSummary } from './carry-out-summary.js';
import { listVisits, takeVisit } from './carry-out-visit.js';
import { askWhetherMeant, type Confirmed } from './confirm-command.js';
import type { FUNCTION } from './function.js';
import type { Received } from './reply-to.js';
import { reportByText } from './report-by-text.js';
import type { Reply } from './sender.js';
import { whichRequest } from './which-request.js';

type Effects = Services<typeof FUNCTION>;

/** No more texts to the sender; whoever holds a post is asked first. */
async function optOut(services: Effects, received: Received, isSure: boolean): Promise<Reply | undefined> {
  const { current, text, sender } = received;
  if (sender.staff && !isSure) return { text: 'reply-opt-out-staff', values: {} };
  if (sender.staff) await tellDeskOfOptOut(services, received, sender.staff);
  // The carrier blocks the number from here on, so the last text goes out before the choice is kept.
  await services.texts.send(current.town, {
    purpose: `reply:${text.id}`,
    answers: text.id,
    to: text.from,
    body: farewell(received),
    at: text.at,
    atOnce: 'reply',
  });
  await services.choices.optOut(current.town.settings.id, text.from);
  return undefined;
}

/** Does what a text commands. */
export async function carryOut(
  services: Effects,
  received: Received,
  command: Command,
  confirmed?: Confirmed,
): Promise<Reply | undefined> {
  const { current, text, sender } = received;
  switch (command.name) {
    case 'help':
      return { text: sender.staff ? 'reply-help' : 'reply-help-resident', values: {} };
    case 'opt-out':
      return optOut(services, received, command.sure === true);
    case 'stand-down':
      return takeStandDown(services, received, command);
    case 'correct':
      return takeCorrection(services, received, command);
    case 'call':
      return takeCall(services, received, command);
    case 'flood':
      return takeFlood(services, received, command);
    case 'undo':
      return takeUndo(services, received, command.code);
    case 'opt-in':
      await services.choices.optIn(current.town.settings.id, text.from);
      return { text: 'reply-opted-in', values: {} };
    case 'my-data':
    case 'erase-data':
      return takePersonalData(services, received, command);
    case 'list':
      return listAsks(received, command.page);
    case 'owned':
      return listOwned(services, received, command.page);
    case 'more':
      return takeMore(services, received, command);
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
      return reportByText(services, received, {
        words: command.words,
        onBehalf: true,
        phoned: command.phoned,
      });
    default:
      return carryOutRecord(services, received, command, confirmed);
  }
}

type Recording = Extract<Command, { readonly name: `visit${string}` | `reception${string}` }>;

/** Records what was done in person, or says what is on the list. */
async function carryOutRecord(
  services: Effects,
  received: Received,
  command: Recording,
  confirmed?: Confirmed,
): Promise<Reply | undefined> {
  const { sender } = received;
  switch (command.name) {
    case 'visit':
      return takeVisit(services, received, command, confirmed);
    case 'visit-people': {
      const households = command.households.join('、');
      return askWhetherMeant(services, received, command, {
        text: 'reply-visit-people',
        values: { households },
      });
    }
    case 'visit-list':
      return sender.staff
        ? listVisits(services, received, sender.staff, command.grid)
        : { text: 'reply-help-resident', values: {} };
    case 'visit-unreadable':
      return { text: 'reply-visit-unreadable', values: {} };
    case 'reception':
    case 'reception-unreadable':
      return takeReception(services, received, command, confirmed);
  }
}

/** A post that reads no texts: the desk must know, or what is asked there waits for nobody. */
async function tellDeskOfOptOut(
  services: Effects,
  { current: { town }, text }: Received,
  { id, name, phone }: Staff,
): Promise<void> {
  const { dutyDesk } = town.settings.departments;
  const to = reach(town, { ladder: 'department', department: dutyDesk }, text.at);
  if (to.staff === id) return;
  const values = { person: name, phone };
  const purpose = `opted-out:${text.id}`;
  await textStaff(services, town, { to, purpose, text: 'told-opted-out', values, at: text.at });
}

function farewell({ current, sender }: Received): string {
  const { settings, texts } = current.town;
  return settings.sms.signature[sender.language] + (texts['reply-opted-out']?.[sender.language] ?? '');
}

/** Leave is kept unless both who stand in for each other would be away. */
async function takeLeave(
  services: Effects,
  { current, sender, text }: Received,
  { from, to }: { from: string; to: string },
): Promise<Reply> {
  if (!sender.staff) return { text: 'reply-help-resident', values: {} };
  const leave = { staff: sender.staff.id, from, to };
  const dates = localDatesText(leave, sender.language);
  const checked = checkLeave(current.town, leave);
  if (!checked.ok) {
    return { text: 'reply-leave-refused', values: { dates, person: staffName(current.town, checked.clash) } };
  }
  await services.towns.addLeave(current.town.settings.id, leave);
  await handOver(services, current.town.settings.id, text.at);
  return { text: 'reply-leave-set', values: { dates } };
}

const WITHDRAW = { 'zh-CN': '撤回', en: 'withdraw' } as const;

/** Withdraws the request named, or the sender's only open one; of several, the sender says which. */
async function takeBack(
  services: Effects,
  received: Received,
  command: Extract<Command, { name: 'withdraw' }>,
): Promise<Reply> {
  const meant = await whichRequest(services, received, command, WITHDRAW);
  if ('reply' in meant) return meant.reply;
  const { current, text } = received;
  const town = current.town.settings.id;
  const taken = await withdraw(services, town, meant.id, text.at);
  if (taken === 'over') return { text: 'reply-nothing-open', values: {} };
  if (taken === 'stays') {
    const record = await services.requests.load(town, meant.id);
    await addRemark(services, current.town, record, { words: text.body, at: text.at, key: text.id });
    return { text: 'reply-emergency-stays', values: { request: showRequestId(meant.id) }, request: meant.id };
  }
  return { text: 'reply-withdrawn', values: { request: showRequestId(meant.id) }, request: meant.id };
}
