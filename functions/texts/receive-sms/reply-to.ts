import { staffOfContact } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import { RESIDENT_KINDS } from '../../../domain/asks/ask-kinds.js';
import { namesPlace } from '../../../domain/reading/read-place.js';
import { readWords } from '../../../domain/reading/read-words.js';
import type { TextKey } from '../../../domain/texts/text-keys.js';
import type { Match } from '../../../domain/sms/match.js';
import { isHeardAsAnswer } from '../../../domain/sms/is-answer.js';
import type { Taken } from '../../../domain/sms/taken.js';
import { missingForm } from '../../use-cases/missing-form.js';
import { replyFields } from './carry-out-form.js';
import { loadSubject, subjectLanguage, subjectValues } from '../../use-cases/ask-subject.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { answerAsk } from '../../use-cases/answer-ask.js';
import { beginAnswer, remember } from './begin-answer.js';
import { guideTo } from './digits-of.js';
import { keepAside } from './keep-aside.js';
import { carryOut } from './carry-out.js';
import { confirmedBy, type Meant } from './confirm-command.js';
import type { FUNCTION } from './function.js';
import { replyHanded } from './reply-handed.js';
import { askList, replyAnswered } from './reply-answered.js';
import type { IncomingText, Reply, Sender, SendersAsk } from './sender.js';
import { reasonIn, takeCorrection } from './carry-out-correction.js';
import { takeDanger } from './take-danger.js';
import { takeGoing } from './take-going.js';
import { type Late, takeLate } from './take-late.js';
import { moveBesideDanger, takeMove } from './take-move.js';
import { takeMilestone } from './take-milestone.js';
import { takeNews } from './take-news.js';
import { takeNothing } from './take-nothing.js';
import { takeObjection } from './take-objection.js';
import { hearBesideSlip, takeSlip } from './take-slip.js';
import { takeSaid } from './take-said.js';
import { takeWords } from './take-words.js';

type Effects = Services<typeof FUNCTION>;

export interface Received {
  readonly current: CurrentTown;
  readonly sender: Sender;
  readonly text: IncomingText;
  readonly match: Match<SendersAsk>;
  /** The number of a request with which the text begins, in its stored form. */
  readonly named?: string | undefined;
}

/** Acts on everything that a text says, in its order, and gives what its sender is told. */
export async function replyTo(
  services: Effects,
  received: Received,
  taken: readonly Taken<SendersAsk>[],
): Promise<Reply[]> {
  const meant = confirmedBy(received);
  if (meant) return confirmed(services, received, meant);
  const why = reasonIn(received, taken);
  if (why) return [await takeCorrection(services, received, why)];
  const slip = await takeSlip(services, received, taken);
  if (slip) return [slip];
  const milestone = taken.length === 1 ? await takeMilestone(services, received) : undefined;
  if (milestone) return [milestone];
  const mayMove = taken.length === 1 && taken[0]?.as !== 'danger';
  const moved = mayMove ? await takeMove(services, received) : undefined;
  if (moved) return [moved];
  const replies: Reply[] = [];
  let before: Before | undefined;
  for (const one of hearBesideSlip(received, taken)) {
    const reply = await act(services, received, one, before);
    if (reply) replies.push(reply);
    before = { taken: one, reply };
  }
  const besides = taken.some(({ as }) => as === 'danger') && (await moveBesideDanger(services, received));
  return besides ? [...replies, besides] : replies;
}

/** An earlier part of the same text, and the reply to it. */
interface Before {
  readonly taken: Taken<SendersAsk>;
  readonly reply: Reply | undefined;
}

/** Does what was asked about, or leaves it. */
async function confirmed(services: Effects, received: Received, meant: Meant): Promise<Reply[]> {
  if (meant.is === 'no') return [{ text: 'reply-not-confirmed', values: {} }];
  const reply = await carryOut(services, received, meant.command, meant.confirmed);
  return reply ? [reply] : [];
}

async function act(
  services: Effects,
  received: Received,
  taken: Taken<SendersAsk>,
  before: Before | undefined,
): Promise<Reply | undefined> {
  const { current } = received;
  const objected = await takeObjection(services, received, taken);
  if (objected) return objected;
  switch (taken.as) {
    case 'danger':
      return actOnDanger(services, received, taken.words, before);
    case 'words':
      return takeWords(services, received, { ...taken, reading: readWords(current.town, taken.words) });
    case 'answer':
      return replyToMatch(services, { ...received, match: taken.match });
    case 'said':
      return takeSaid(services, received, taken.ask, taken.words);
    case 'command':
      return carryOut(services, received, taken.command);
    case 'news':
      return takeNews(services, received, received.named);
    case 'nothing':
      return takeNothing(services, received);
  }
}

async function actOnDanger(
  services: Effects,
  received: Received,
  words: string,
  before: Before | undefined,
): Promise<Reply | undefined> {
  const reading = readWords(received.current.town, words);
  if (before?.taken.as === 'answer') {
    const { match } = before.taken;
    // A danger that is named in an answer about an emergency is part of that emergency.
    if (await isOfEmergency(services, match)) return undefined;
    if (opensRequest(before) && (!namesPlace(reading.place) || (await isOfErased(services, match))))
      return undefined;
  }
  // So are words that answer what is asked about it.
  if (isHeardAsAnswer(received.match) && (await isOfEmergency(services, received.match))) {
    await tellWhileAsking(services, received, words);
    return replyToMatch(services, received);
  }
  return takeDanger(services, received, { words, reading });
}

/** "已排除，一人烧伤": what is asked back is nobody's answer yet, and whoever works on it hears of the danger now. */
async function tellWhileAsking(
  services: Effects,
  { match, sender, text, current }: Received,
  words: string,
): Promise<void> {
  if (match.kind !== 'likely') return;
  const record = await services.requests.load(match.ask.town, match.ask.subject);
  const by = sender.staff?.id;
  await addRemark(services, current.town, record, { words, at: text.at, key: text.id, ...(by && { by }) });
}

/**
 * A problem that was found becomes a request in the same words, at the place that was looked at again; where its
 * resident had it erased, at the place that they name.
 */
const opensRequest = ({ reply }: Before): boolean => reply?.counted === 'problem';

async function isOfErased({ tasks, requests }: Effects, match: Match<SendersAsk>): Promise<boolean> {
  if (!('ask' in match) || match.ask.of !== 'task') return false;
  const task = await tasks.find(match.ask.town, match.ask.subject);
  return task?.request !== undefined && (await requests.find(task.town, task.request)) === undefined;
}

async function isOfEmergency(services: Effects, match: Match<SendersAsk>): Promise<boolean> {
  if (!('ask' in match) || match.ask.of !== 'request') return false;
  const { path } = await services.requests.load(match.ask.town, match.ask.subject);
  return path === 'emergency';
}

/** The reply to whoever answered, or tried to. */
async function replyToMatch(services: Effects, received: Received): Promise<Reply | undefined> {
  const { match, sender } = received;
  switch (match.kind) {
    case 'answer':
      return takeAnswer(services, received, match);
    case 'answered':
      return replyClosed(services, received, match.ask, 'reply-answered');
    case 'late':
      if (match.ask.handedTo !== undefined)
        return takeHanded(services, received, match.ask, match.ask.handedTo);
      return takenLate(services, received, match);
    case 'likely':
      await keepAside(services, received, match);
      return beginAnswer(services, received, match);
    case 'note-needed':
      return beginAnswer(services, received, match);
    case 'going':
      return (
        (match.byDigit && (await takeMilestone(services, received))) || takeGoing(services, received, match)
      );
    case 'not-done':
    case 'bad-option': {
      const list = await guideTo(services, match.ask, sender.language);
      return { text: await keepAside(services, received, match), values: { code: match.ask.code, list } };
    }
    case 'several':
      return { text: 'reply-several', values: { list: askList(match.asks) } };
    case 'near-code':
      return { text: 'reply-near-code', values: { code: match.typed, other: match.likely[0] ?? '' } };
    case 'unknown-code':
      return { text: 'reply-unknown-code', values: { code: match.typed } };
    case 'nothing-open':
      return { text: 'reply-nothing-open', values: {} };
    case 'command':
    case 'unread':
      return undefined;
  }
}

const takenLate = async (services: Effects, received: Received, match: Late): Promise<Reply> =>
  (await takeLate(services, received, match)) ?? replyClosed(services, received, match.ask, 'reply-late');

async function takeAnswer(
  services: Effects,
  received: Received,
  match: Extract<Match<SendersAsk>, { kind: 'answer' }>,
): Promise<Reply> {
  const { current, sender, text } = received;
  const { begun } = match.ask;
  const unfilled = await missingForm(services, current.town, match.ask, match.option);
  if (unfilled)
    return { ...replyFields(unfilled, match.ask.code, sender.language), request: match.ask.subject };
  const answered = await answerAsk(services, current.town, match.ask, {
    option: match.option,
    by: RESIDENT_KINDS.has(match.ask.kind) ? 'resident' : (sender.staff?.id ?? 'resident'),
    early: begun?.option === match.option ? begun.early : undefined,
    ...(match.note === '' ? {} : { note: match.note }),
    ...(match.verdict && { verdict: match.verdict }),
    at: text.at,
    key: text.id,
  });
  // It was sent in time and read after that, for the texts had to wait: it counts as one that was sent late does.
  if (answered.kind === 'late')
    return takenLate(services, received, { kind: 'late', ask: match.ask, would: match });
  const language = sender.staff ? sender.language : subjectLanguage(answered.subject, sender.language);
  const reply = replyAnswered(answered, match, language, current.town.settings);
  if (answered.kind !== 'refused') return reply;
  const begins = answered.begins ?? (GIVEN_NEXT.has(answered.reply) ? { note: '' } : undefined);
  if (!begins) return reply;
  await remember(services, received, { code: match.ask.code, option: match.option, ...begins });
  return { ...reply, begins: true };
}

/** Refusals of an answer that lacks something: the next text gives it. */
const GIVEN_NEXT: ReadonlySet<TextKey> = new Set<TextKey>([
  'reply-transfer-unknown',
  'reply-duty-list',
  'reply-aid-unclear',
  'reply-documents-unknown',
]);

/** A reply to what is over is answered with what happened. */
async function replyClosed(
  services: Effects,
  received: Received,
  ask: SendersAsk,
  reply: 'reply-late' | 'reply-answered',
): Promise<Reply> {
  const { current, sender, text } = received;
  const subject = await loadSubject(services, ask);
  const language = sender.staff ? sender.language : subjectLanguage(subject, sender.language);
  const values = { code: ask.code, ...subjectValues(subject, language) };
  if (subject.of === 'task' || !saysSomething(text.body, ask)) return { text: reply, language, values };
  // An answer that came too late to count is not lost: it stands with the request, and whoever works on it hears it.
  const by = sender.staff?.id ?? 'resident';
  await addRemark(services, current.town, subject.record, {
    words: text.body,
    at: text.at,
    key: text.id,
    by,
  });
  return { text: `${reply}-noted`, language, values };
}

/** An answer of whoever left, or stood in, does not count; what they say of it is told to whom it is now. */
async function takeHanded(
  services: Effects,
  { current, sender, text }: Received,
  ask: SendersAsk,
  to: string,
): Promise<Reply> {
  const reply = replyHanded(current.town, ask, to);
  if (ask.of === 'task' || !saysSomething(text.body, ask)) return reply;
  const record = await services.requests.load(ask.town, ask.subject);
  const by = sender.staff?.id ?? staffOfContact(ask.contact) ?? '';
  await addRemark(services, current.town, record, { words: text.body, at: text.at, key: text.id, by });
  return { ...reply, text: 'reply-handed-noted', request: record.id };
}

/** Whether there are words besides the code and a digit. */
const saysSomething = (body: string, { code }: SendersAsk): boolean =>
  /\p{L}{2}/u.test(body.toUpperCase().replace(code, ''));
