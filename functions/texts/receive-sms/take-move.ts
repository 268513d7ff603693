import type { Services } from '../../../adapters/services.js';
import { type Agreed, isSameMoment } from '../../../domain/appointments/moment.js';
import { readAppointment } from '../../../domain/appointments/read-appointment.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { agreeOn, appointmentOf, isToCome } from '../../../domain/request/appointment.js';
import { meantNow } from '../../../domain/posts/in-office.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { foldText } from '../../../domain/words/fold-text.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import { recordedDate } from './reply-answered.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

type Effects = Services<{ requests: 'read' | 'save' | 'readPerson'; towns: 'readProgramme'; texts: 'send' }>;

const MOVES = /改到|改为|改成|改在|改约|改期|推迟到|提前到|延到|\breschedule\b/;
const CHANGES = /\b(?:moved?|changed?|rescheduled?|postponed?)\b/;

/** "Move it to Friday": "to" stands somewhere behind. */
function saysMove(folded: string): boolean {
  const changes = CHANGES.exec(folded);
  return MOVES.test(folded) || (changes !== null && /\bto\b/.test(folded.slice(changes.index)));
}

/**
 * Whoever made an appointment, or works on what comes after it, gives it another date: by the code of what they
 * answered, or "改到9月5日". Undefined where that is not said, or of which appointment is open; `ifSure`: or where the date is not sure, rather than that it is asked
 * back.
 */
export async function takeMove(
  services: Effects,
  received: Received,
  { ifSure = false } = {},
): Promise<Reply | undefined> {
  const { sender, match } = received;
  if (!sender.staff || !mayMove(received)) return undefined;
  const asks = 'ask' in match ? [match.ask] : sender.asks;
  const [found, ...more] = await withAppointment(services, received, asks, sender.staff.id);
  if (!found || more.length > 0) return undefined;
  const { ask, record } = found;
  const said = readDate(received, ask);
  if (said.sure) return move(services, received, record, ask, { ...said.moment, words: said.words });
  if (ifSure || (said.why === 'no-day' && !said.likely)) return undefined;
  return { text: 'reply-appointment-move', values: { code: ask.code }, request: record.id };
}

/**
 * "手术改到9月5日，三组着火了": the danger went first, and the date that is surely said besides is not lost. What is kept of it, and told to the resident, are its
 * own words: the clause that moves it, and the time that follows.
 */
export function moveBesideDanger(services: Effects, received: Received): Promise<Reply | undefined> {
  const { text } = received;
  const clauses = text.body.split(/[,，。.;；!！\n]|(?<=\p{Script=Han})\s(?=\p{Script=Han})/u);
  const at = clauses.findIndex((clause) => saysMove(foldText(clause)));
  const [moves = '', next = ''] = at < 0 ? [] : clauses.slice(at, at + 2);
  const body = IS_TIME.test(next.trim()) ? `${moves}，${next}` : moves;
  return takeMove(services, { ...received, text: { ...text, body } }, { ifSure: true });
}

/** Nothing but a time of the day, or a day: "上午9点", "9am". */
const IS_TIME =
  /^(?:(?:上|下|中)午|早上|晚上)?\s?[\d一二三四五六七八九十半]{1,3}(?:点|:\d\d|\s?[ap]m)[半\d分]{0,3}$/i;

const isOfAnswered = ({ match }: Received): boolean =>
  match.kind === 'answered' && match.ask.kind === 'appointment';

/** A digit says what is meant; so does an answer to what is still to be agreed. */
function mayMove(received: Received): boolean {
  const { match, text } = received;
  if (isOfAnswered(received)) return true;
  if (match.kind === 'command' || (match.kind === 'answer' && match.heard !== true)) return false;
  if ('ask' in match && match.ask.kind === 'appointment' && match.ask.state === 'open') return false;
  return saysMove(foldText(text.body));
}

interface Found {
  readonly ask: SendersAsk;
  readonly record: RequestRecord;
}

/**
 * The asks of somebody about a request in which they made an appointment that is to come, or do what comes after it.
 */
async function withAppointment(
  { requests }: Services<{ requests: 'read' }>,
  { current: { town }, text }: Received,
  asks: readonly SendersAsk[],
  staff: string,
): Promise<Found[]> {
  const latest = new Map(asks.filter(({ of }) => of === 'request').map((ask) => [ask.subject, ask]));
  const all = await Promise.all(
    [...latest.values()].map(async (ask) => ({ ask, record: await requests.load(ask.town, ask.subject) })),
  );
  return all.filter(({ ask, record }) => {
    const appointment = appointmentOf(record);
    if (!appointment || !isToCome(record, appointment)) return false;
    const by = meantNow(town, appointment.by, record, text.at);
    return by === staff || ask.kind === 'appointment' || OF_WORK.has(ask.kind);
  });
}

const OF_WORK: ReadonlySet<SendersAsk['kind']> = new Set<SendersAsk['kind']>(['report', 'settlement']);

function readDate({ current: { town }, text, sender }: Received, { code }: SendersAsk) {
  const { timeZone, appointments } = town.settings;
  const words = text.body.replace(new RegExp(code, 'i'), ' ');
  const { daysAhead } = appointments;
  return readAppointment(words, { now: text.at, timeZone, language: sender.language, daysAhead });
}

async function move(
  services: Effects,
  { current: { town }, text, sender }: Received,
  { town: id, id: request }: RequestRecord,
  { code }: SendersAsk,
  agreed: Agreed,
): Promise<Reply> {
  const at = { at: text.at, by: sender.staff?.id ?? '' };
  const decided = await changeRequest(services, id, request, async (record) => {
    const rules = await rulesIn(services, town, record);
    const before = appointmentOf(record);
    if (!before) return { result: { record, rules, notices: [] } };
    const changed = agreeOn(record, rules, before, agreed, at);
    // Delivered again it changes nothing, and tells who was not told.
    const isDone = isSameMoment(before.moment, agreed) && before.words === agreed.words;
    return { record: isDone ? undefined : changed.record, result: { ...changed, rules } };
  });
  await sendNotices(services, { ...decided, purpose: `moved:${text.id}`, at: text.at });
  return {
    ...recordedDate(agreed, { code, request: showRequestId(request) }, sender.language),
    request,
  };
}
