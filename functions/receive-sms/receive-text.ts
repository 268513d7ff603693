import { contactOfPhone, contactOfStaff } from '../../adapters/contact.js';
import { log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import { localDate } from '../../domain/calendar/local-time.js';
import { type Match, matchReply } from '../../domain/sms/match-reply.js';
import { parseText } from '../../domain/sms/parse-text.js';
import type { ParsedText } from '../../domain/sms/parsed-text.js';
import { sortText } from '../../domain/sms/sort-text.js';
import { readWords } from '../../domain/reading/read-words.js';
import { renderText } from '../../domain/texts/render-text.js';
import type { Language } from '../../domain/town/language.js';
import type { Town } from '../../domain/town/schema.js';
import { type Received, replyTo } from './reply-to.js';
import type { IncomingText, Reply, Sender, SendersAsk } from './sender.js';

/**
 * One incoming text: used, or answered with help; never ignored. Delivered again it acts once: what it did is keyed by
 * the carrier's message id, and "done" is written last.
 */
export async function receiveText(services: Services, text: IncomingText): Promise<void> {
  const directory = await services.towns.directory();
  const id = directory?.towns.find(({ smsNumber }) => smsNumber === text.to)?.id ?? directory?.default;
  if (id === undefined) throw new Error('no town was imported');
  const { current, done } = await services.items.read({
    current: services.towns.reading(id),
    done: services.inbound.readingDone(id, text.id),
  });
  if (done) return;
  if (text.from === current.town.settings.sms.number) return leaveAlone(services, id, text);
  const { sender, match, parsed } = await read(services, current.town, text);
  const received = { current, sender, text, match, named: parsed.request };
  const taken = sortText({
    text: text.body,
    parsed,
    match,
    asks: sender.asks,
    staff: sender.staff !== undefined,
    read: (words) => readWords(current.town, words),
  });
  log('info', 'text received', {
    town: id,
    inbound: text.id,
    sender: sender.contact,
    taken: taken.map(({ as }) => as).join(' '),
  });
  const replies = await replyTo(services, received, taken);
  const about = replies.map((reply) => reply.request ?? requestOf(match));
  for (const [i, reply] of replies.entries())
    await answer(services, received, { ...reply, request: about[i] }, i);
  const request = about.find((one) => one !== undefined) ?? requestOf(match);
  await services.inbound.done(id, { id: text.id, from: text.from, body: text.body, at: text.at, request });
}

/** The town's own number, from wherever it comes, is answered nothing: it would answer itself for ever. */
const leaveAlone = (
  { inbound }: Services,
  town: string,
  { id, from, body, at }: IncomingText,
): Promise<void> => inbound.done(town, { id, from, body, at });

/** The request that a text answers, or tried to. */
const requestOf = (match: Match<SendersAsk>): string | undefined =>
  'ask' in match && match.ask.of === 'request' ? match.ask.subject : undefined;

/**
 * Who sent a text, and what it answers. Most answer what is open; what the sender answered before is looked at only for the others: by
 * it they are told that it was answered, and commands choose among all. And most staff name by its code what they were asked at work:
 * what they are asked as a resident, for what they reported or filed for somebody without a phone, is looked at only for the others.
 */
async function read(
  { asks }: Services,
  town: Town,
  text: IncomingText,
): Promise<{ sender: Sender; match: Match<SendersAsk>; parsed: ParsedText }> {
  const staff = town.staff.find(({ phone }) => phone === text.from);
  const phone = contactOfPhone(town.settings.id, text.from);
  const contact = staff ? contactOfStaff(staff.id) : phone;
  const who = { contact, staff, language: staff?.language ?? languageOf(text.body, town) };
  const parsed = parseText(text.body, localDate(text.at, town.settings.timeZone));
  const put = async (which: 'unanswered' | 'answered', ...to: string[]): Promise<SendersAsk[]> => {
    const found = await Promise.all(to.map((one) => asks[which](town.settings.id, one)));
    return found.flat().map((ask) => ({ ...ask, state: stateOf(ask, text.at) }));
  };
  const own = inOrder(await put('unanswered', contact));
  const named = matchReply(parsed, own);
  if (staff && isNamedOpen(named, parsed)) return { sender: { ...who, asks: own }, match: named, parsed };
  const besides = staff ? [phone] : [];
  const unanswered = inOrder([...own, ...(await put('unanswered', ...besides))]);
  const match = matchReply(parsed, unanswered);
  if (isAboutOpen(match)) return { sender: { ...who, asks: unanswered }, match, parsed };
  const all = inOrder([...unanswered, ...(await put('answered', contact, ...besides))]);
  return { sender: { ...who, asks: all }, match: matchReply(parsed, all), parsed };
}

const inOrder = (asks: readonly SendersAsk[]): SendersAsk[] => asks.toSorted((a, b) => a.askedAt - b.askedAt);

const isAboutOpen = (match: Match<SendersAsk>): boolean =>
  match.kind === 'several' || ('ask' in match && match.ask.state === 'open');

const isNamedOpen = (match: Match<SendersAsk>, { code, last }: ParsedText): boolean =>
  'ask' in match && match.ask.state === 'open' && match.ask.code === (code ?? last?.code);

const stateOf = (ask: { state: 'open' | 'answered'; until: number }, at: number) =>
  ask.state === 'open' && at >= ask.until ? 'expired' : ask.state;

/** Whoever writes Chinese is answered in it; whoever writes Latin words, in English; a bare digit tells nothing. */
function languageOf(words: string, town: Town): Language {
  if (/\p{Script=Han}/u.test(words)) return 'zh-CN';
  return /[a-z]{3}/i.test(words) ? 'en' : town.settings.defaultLanguage;
}

/** A text that was two things is answered twice. */
async function answer(
  services: Services,
  { current: { town }, text, sender }: Received,
  reply: Reply,
  nth: number,
): Promise<void> {
  const body = renderText(town, reply.text, reply.language ?? sender.language, reply.values);
  const purpose = nth === 0 ? `reply:${text.id}` : `reply:${text.id}:${nth + 1}`;
  const { request } = reply;
  await services.texts.send(town, { purpose, to: text.from, body, at: text.at, request, atOnce: 'reply' });
}
