import { contactOfPhone, contactOfStaff, originOf } from '../../../adapters/contact.js';
import { log } from '../../../adapters/log.js';
import { isNeighbourDown } from '../../../adapters/neighbour-down.js';
import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { whyNobodys } from '../../../domain/contact/whose-number.js';
import { namedDepartments } from '../../../domain/request/find-target.js';
import { isUrgent } from '../../../domain/request/is-urgent.js';
import { matchReply } from '../../../domain/sms/match-reply.js';
import type { Match } from '../../../domain/sms/match.js';
import { parseText } from '../../../domain/sms/parse-text.js';
import type { ParsedText } from '../../../domain/sms/parsed-text.js';
import { isFromHeap } from '../../../domain/sms/text-order.js';
import { sortText } from '../../../domain/sms/sort-text.js';
import type { Taken } from '../../../domain/sms/taken.js';
import { splitByCodes } from '../../../domain/sms/split-by-codes.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { renderText } from '../../../domain/texts/render-text.js';
import { wordsToLog, wordsToRead } from '../../../domain/words/cut-words.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { hasDigitsBefore } from './digits-of.js';
import type { FUNCTION } from './function.js';
import { type Received, replyTo } from './reply-to.js';
import type { IncomingText, Reply, Sender, SendersAsk } from './sender.js';
import { type KnownBefore, takeInHand } from './take-in-hand.js';
import { answeredBefore, type FoundAsk, givenBack, otherContacts, unansweredOf } from './senders-asks.js';

type Effects = Services<typeof FUNCTION>;

/**
 * One incoming text: used, or answered with help; never ignored. Delivered again it acts once: what it did is keyed by
 * the carrier's message id, and "done" is written last. What another delivery has in hand in this instant is left to
 * that one, and what one that its sender texted before is to go before, waits.
 */
export async function receiveText(
  given: Effects,
  sent: IncomingText,
): Promise<'done' | 'elsewhere' | 'waits'> {
  const text = { ...sent, body: wordsToRead(sent.body) };
  const services = { ...given, texts: given.texts.asOf(text.readAt) };
  const { current, standing, inHand, isTowns } = await reached(services, text);
  const { id } = current.town.settings;
  if (standing === 'done') return 'done';
  const taken = await takeInHand(services, { town: current.town, standing, inHand }, text);
  if (taken === 'elsewhere' || taken === 'waits') return taken;
  try {
    if (isTowns || whyNobodys(text.from, current.town.settings))
      await leaveAlone(services, current.town, text);
    else await actOn(services, current, { ...text, again: taken === 'again' }, sent.body);
  } catch (error) {
    const itself = !isNeighbourDown(error);
    await services.inbound.layBack(id, contactOfPhone(id, text.from), text, { itself });
    throw error;
  }
  return 'done';
}

/**
 * The town that a text is for, and whether it was acted on before. Where the town says another number of itself, the
 * number may have just become another's: it is looked up as it stands now.
 */
async function reached(services: Effects, text: IncomingText, surely = false): Promise<Reached> {
  const { items, towns, inbound } = services;
  const id = (await towns.ofNumber(text.to, { surely })) ?? (await towns.meant());
  if (id === undefined) throw new Error('no town was imported');
  const read = await items.read({
    current: towns.reading(id),
    standing: inbound.readingStanding(id, text.id),
    inHand: inbound.readingInHand(id, contactOfPhone(id, text.from)),
    isTowns: towns.readingIsTowns(text.from),
  });
  const isSure = surely || read.current.town.settings.sms.number === text.to;
  return isSure ? read : reached(services, text, true);
}

interface Reached extends Pick<KnownBefore, 'standing' | 'inHand'> {
  readonly current: CurrentTown;
  /** Its sender's number is a town's own. */
  readonly isTowns: boolean;
}

/** `again`: an earlier delivery of it broke off, and may have done a part. */
type TakenText = IncomingText & { readonly again: boolean };

async function actOn(services: Effects, current: CurrentTown, text: TakenText, sent: string): Promise<void> {
  const { id } = current.town.settings;
  const { sender, match, parsed } = await read(services, current.town, text);
  const received = { current, sender, text, match, named: parsed.request };
  const taken = await takenIn(services, current.town, received, parsed);
  log('info', 'text received', {
    town: id,
    inbound: text.id,
    sender: sender.contact,
    taken: taken.map(({ as }) => as).join(' '),
  });
  const replies = await replyTo(services, received, taken);
  await endBegun(services, received, replies);
  const answered = await requestOf(services, id, match);
  const about = replies.map((reply) => reply.request ?? answered);
  const said: (string | undefined)[] = [];
  for (const [i, reply] of replies.entries())
    said.push(await answer(services, received, { ...reply, request: about[i] }, i, replies.length === 1));
  const request = about.find((one) => one !== undefined) ?? answered;
  const { from, at } = text;
  await services.inbound.done(current.town.settings, {
    id: text.id,
    from,
    body: wordsToLog(sent),
    at,
    request,
    reply: said.find((one) => one !== undefined),
    isInAsk: replies.some(({ answered: answer }) => answer !== undefined && answer === request),
  });
}

/** The meaning of a text; one that answers several asks, each by its code, is read part by part. */
async function takenIn(
  services: Effects,
  town: Town,
  { sender, text, match }: Received,
  parsed: ParsedText,
): Promise<Taken<SendersAsk>[]> {
  const isCorrection = parsed.command?.name === 'correct';
  const parts = isCorrection ? [text.body] : splitByCodes(text.body);
  const taken = (part: string, read: ParsedText, matched: Match<SendersAsk>) =>
    sortText({
      text: part,
      parsed: read,
      match: matched,
      asks: sender.asks,
      staff: sender.staff !== undefined,
      read: (words) => readWords(town, words),
      hear: (words) => matchReply(parse(town, words, text.at), sender.asks),
    });
  if (parts.length === 1) return taken(text.body, parsed, match);
  const each = await Promise.all(
    parts.map(async (part) => {
      const read = parse(town, part, text.at);
      return taken(part, read, await matchAsSent(services, read, sender.asks));
    }),
  );
  return each.flat();
}

/** Ends the conversation that a text went on with, or had nothing to do with; unless this text began one itself. */
async function endBegun(
  { inbound }: Effects,
  { current, sender, text }: Received,
  replies: readonly Reply[],
): Promise<void> {
  const { begun, contact } = sender;
  if (!begun || replies.some(({ begins }) => begins)) return;
  await inbound.begin(current.town.settings.id, contact, { ...begun, endedBy: text.id });
}

/**
 * A text from a machine, or from a town's own number wherever it comes from, is kept in the log and answered nothing:
 * it would go on for ever.
 */
const leaveAlone = (
  { inbound }: Effects,
  { settings }: Town,
  { id, from, body, at }: IncomingText,
): Promise<void> => inbound.done(settings, { id, from, body, at });

/** The request that a text answers, or tried to; of a task the one that it is about, whose data it goes with. */
async function requestOf(
  { tasks }: Effects,
  town: string,
  match: Match<SendersAsk>,
): Promise<string | undefined> {
  if (!('ask' in match)) return undefined;
  const { of, subject } = match.ask;
  return of === 'request' ? subject : (await tasks.find(town, subject))?.request;
}

interface Read {
  readonly sender: Sender;
  readonly match: Match<SendersAsk>;
  readonly parsed: ParsedText;
}

/**
 * Who sent a text, and what it answers. Most answer what is open; what the sender answered before is looked at only for
 * the others: by it they are told that it was answered, and commands choose among all. And most staff name by its code
 * what they were asked at work: what they are asked as a resident, for what they reported or filed for somebody without
 * a phone, is looked at only for the others. What a text that comes again answered itself is open to it, as it was at
 * first: it is heard as it was then.
 */
async function read(services: Effects, town: Town, text: TakenText): Promise<Read> {
  const { asks } = services;
  const { id: townId } = town.settings;
  const staff = town.staff.find(({ phone }) => phone === text.from);
  const phone = contactOfPhone(townId, text.from);
  const contact = staff ? contactOfStaff(staff.id) : phone;
  const begun = await begunBy(services, town, contact, text);
  const who = { contact, staff, begun, language: staff?.language ?? languageOf(text.body, town) };
  const parsed = parse(town, text.body, text.at);
  // An ask put after the text was sent cannot be its subject: a redelivery meets the results of its own first delivery.
  const asSent = (found: readonly FoundAsk[]): SendersAsk[] =>
    found
      .filter(({ askedAt }) => askedAt <= text.at)
      .map((ask) => ({
        ...ask,
        state: stateOf(ask, ask.answer?.at ?? text.at),
        ...(begun?.code === ask.code ? { begun } : {}),
      }));
  const put = async (which: 'unanswered' | 'answered', ...to: string[]): Promise<SendersAsk[]> =>
    asSent((await Promise.all(to.map((one) => asks[which](townId, one)))).flat());
  const goesOn = begun?.code !== undefined && codesIn(town, text).includes(begun.code);
  const matchOf = async (all: readonly SendersAsk[]): Promise<Read> => {
    const sent = begun === undefined || goesOn ? all : withoutBegunBefore(all, begun.at);
    const match = await matchAsSent(services, parsed, sent);
    return { sender: { ...who, asks: sent }, match, parsed };
  };
  const isOne = splitByCodes(text.body).length === 1;
  const sought = { staff, contact, from: text.from, at: text.at };
  const besides = staff ? [phone] : [];
  const contacts = [contact, ...besides, ...otherContacts(town, staff, text.from, text.at)];
  const again = text.again ? await answeredBefore(services, townId, contacts, text.id) : [];
  const own = inOrder(asSent([...(await unansweredOf(services, town, sought)), ...again]));
  if (staff) {
    const named = await matchOf(own);
    if (isNamedOpen(named.match, parsed) && isOne) return named;
  }
  const unanswered = inOrder([...own, ...(await put('unanswered', ...besides))]);
  const found = await matchOf(unanswered);
  // One of several codes, or a code at the end, may be of what was answered.
  const isOfOpen = parsed.last === undefined || unanswered.some(({ code }) => code === parsed.last?.code);
  if (isAboutOpen(found.match) && isOfOpen && isOne) return found;
  const answered = await put('answered', ...contacts);
  const all = [...unanswered, ...answered.filter(({ code }) => again.every((one) => one.code !== code))];
  const whole = await matchOf(inOrder(all));
  if (!staff || whole.match.kind !== 'unknown-code') return whole;
  const back = await givenBack(services, town, staff.id, text.at);
  return back.length === 0 ? whole : matchOf(inOrder([...all, ...asSent(back)]));
}

/** The conversation that the sender's last text began, while it is fresh: the next text belongs to it. */
async function begunBy({ items, inbound }: Effects, town: Town, contact: string, text: IncomingText) {
  const { begun } = await items.read({ begun: inbound.readingBegun(town.settings.id, contact) });
  // Delivered again, a text does not go on with what it began itself.
  if (!begun || begun.by === text.id) return undefined;
  if (begun.endedBy !== undefined && begun.endedBy !== text.id) return undefined;
  const until = deadline(begun.at, town.settings.reading.conversation, town.settings);
  return text.at < until ? begun : undefined;
}

/** Whoever names the code of what they began goes on with it, whatever else they were asked meanwhile. */
const codesIn = (town: Town, { body, at }: TakenText): (string | undefined)[] =>
  splitByCodes(body).flatMap((part) => {
    const { code, last } = parse(town, part, at);
    return [code, last?.code];
  });

/** Once something else was asked, nobody knows that the next words go on with what was begun. */
const withoutBegunBefore = (sent: readonly SendersAsk[], begunAt: number): SendersAsk[] =>
  sent.some(({ askedAt, state, begun }) => askedAt > begunAt && state === 'open' && !begun)
    ? sent.map(({ begun: _begun, ...ask }) => ask)
    : [...sent];

/** Reads a digit by the table that the ask's own text offered. */
async function matchAsSent(
  { asks }: Effects,
  parsed: ParsedText,
  sent: readonly SendersAsk[],
): Promise<Match<SendersAsk>> {
  const match = matchReply(parsed, sent);
  if (parsed.option === undefined || !('ask' in match) || match.ask.state !== 'open') return match;
  if (!(await hasDigitsBefore({ asks }, match.ask))) return match;
  const { code } = match.ask;
  return matchReply(
    parsed,
    sent.map((ask) => (ask.code === code ? { ...ask, digitsBefore: true } : ask)),
  );
}

const parse = (town: Town, words: string, at: number): ParsedText =>
  parseText(
    words,
    localDate(at, town.settings.timeZone),
    (named) => namedDepartments(town, named).departments.length > 0,
  );

const inOrder = (asks: readonly SendersAsk[]): SendersAsk[] => asks.toSorted((a, b) => a.askedAt - b.askedAt);

const isAboutOpen = (match: Match<SendersAsk>): boolean =>
  match.kind === 'several' || ('ask' in match && match.ask.state === 'open');

const isNamedOpen = (match: Match<SendersAsk>, { code, last }: ParsedText): boolean =>
  'ask' in match && match.ask.state === 'open' && match.ask.code === (code ?? last?.code);

/** An ask that is somebody else's by now is over for its sender, like one they let pass. */
const stateOf = ({ state, until, handedTo }: FoundAsk, at: number) =>
  state === 'open' && (at >= until || handedTo !== undefined) ? 'expired' : state;

/** Whoever writes Chinese is answered in it; whoever writes Latin words, in English; a bare digit tells nothing. */
function languageOf(words: string, town: Town): Language {
  if (/\p{Script=Han}/u.test(words)) return 'zh-CN';
  return /[a-z]{3}/i.test(words) ? 'en' : town.settings.defaultLanguage;
}

/**
 * A text that was two things is answered twice. An only answer that was sent is given back: it is stored with the text
 * itself, which is done with it.
 */
async function answer(
  services: Effects,
  { current: { town }, text, sender }: Received,
  reply: Reply,
  nth: number,
  isOnly: boolean,
): Promise<string | undefined> {
  if (reply.unsaid === true) return undefined;
  const body = renderText(town, reply.text, reply.language ?? sender.language, reply.values, text.from);
  const purpose = nth === 0 ? `reply:${text.id}` : `reply:${text.id}:${nth + 1}`;
  const { request } = reply;
  const texts = (await mayWake(services, town, text, request))
    ? services.texts.asOf(text.at)
    : services.texts;
  const said = await texts.send(town, {
    purpose,
    to: text.from,
    body,
    at: text.at,
    request,
    atOnce: 'reply',
    ...(nth === 0 ? { answers: text.id } : {}),
    anHour: town.settings.callers.sameReply,
    keptBySender: isOnly,
  });
  if (said === 'repeated') await suspectMachine(services, { town, text, sender });
  return said === 'to-keep' ? body : undefined;
}

/** Whoever is in danger, or on the way there, is answered at any hour, however late their text is read. */
async function mayWake(
  { requests }: Effects,
  { settings }: Town,
  text: IncomingText,
  request: string | undefined,
): Promise<boolean> {
  if (request === undefined || !isFromHeap(text)) return false;
  const record = await requests.find(settings.id, request);
  return record !== undefined && isUrgent(record);
}

/**
 * Whoever is sent the same words again and again in an hour is a machine, and is replied no more. The duty desk hears
 * of it where the number is asked something, for then a person may be waited for in vain.
 */
async function suspectMachine(
  { floods, texts }: Effects,
  { town, text, sender }: { town: Town; text: IncomingText; sender: Sender },
): Promise<void> {
  const { settings } = town;
  const { from: phone, at } = text;
  log('warn', 'same reply not sent again', { town: settings.id, inbound: text.id });
  if (sender.asks.every(({ state }) => state !== 'open')) return;
  const origin = `R-${localDate(at, settings.timeZone)}-${originOf(settings.id, 'sender', phone)}`;
  const grown = await floods.grow(town, { origin, kind: 'replies', at, phone });
  if (grown.flood.count === 1) await texts.tellFlood(town, grown, { at, atOnce: 'reply' });
}
