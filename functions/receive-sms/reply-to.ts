import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import { type AskOption, RESIDENT_KINDS } from '../../domain/asks/ask-kinds.js';
import { optionList, optionWord } from '../../domain/asks/option-words.js';
import type { Command } from '../../domain/sms/command.js';
import type { Match } from '../../domain/sms/match-reply.js';
import { loadSubject, subjectLanguage, subjectValues } from '../use-cases/ask-subject.js';
import { answerAsk, finishAnswer } from '../use-cases/answer-ask.js';
import { carryOut } from './carry-out.js';
import { askList, replyAnswered } from './reply-answered.js';
import { reportByText } from './report-by-text.js';
import type { IncomingText, Reply, Sender, SendersAsk } from './sender.js';

export interface Received {
  readonly current: CurrentTown;
  readonly sender: Sender;
  readonly text: IncomingText;
  readonly match: Match<SendersAsk>;
}

/** Commands of the staff whose words a resident may begin a report with. */
const STAFF_WORDS: ReadonlySet<Command['name']> = new Set([
  'visit-unreadable',
  'reception',
  'reception-unreadable',
  'form',
]);

/** Acts on what a text says and answers what its sender is told. */
export async function replyTo(services: Services, received: Received): Promise<Reply | undefined> {
  const { match, sender } = received;
  switch (match.kind) {
    case 'command':
      // A resident who begins with such a word says what is wrong: "接待室漏水" is no reception, "表" no form.
      return !sender.staff && STAFF_WORDS.has(match.command.name)
        ? unread(services, received)
        : carryOut(services, received, match.command);
    case 'answer':
      return takeAnswer(services, received, match);
    case 'answered':
    case 'late':
      return replyClosed(
        services,
        received,
        match.ask,
        match.kind === 'late' ? 'reply-late' : 'reply-answered',
      );
    case 'note-needed': {
      const option = optionWord(match.ask.kind, match.option, sender.language);
      return { text: 'reply-note-needed', values: { code: match.ask.code, option } };
    }
    case 'bad-option': {
      const list = optionList(match.ask.kind, match.ask.options, sender.language);
      return { text: 'reply-bad-option', values: { code: match.ask.code, list } };
    }
    case 'several':
      return { text: 'reply-several', values: { list: askList(match.asks) } };
    case 'near-code':
      return { text: 'reply-near-code', values: { code: match.typed, other: match.likely[0] ?? '' } };
    case 'unknown-code':
      return { text: 'reply-unknown-code', values: { code: match.typed } };
    case 'nothing-open':
      return { text: 'reply-nothing-open', values: {} };
    case 'unread':
      return unread(services, received);
  }
}

/**
 * Words that answer nothing: from a member of staff, or a resident who was just asked something, they get help; from
 * anybody else they are a request.
 */
async function unread(services: Services, received: Received): Promise<Reply> {
  const { sender, text } = received;
  if (sender.staff) return { text: 'reply-help', values: {} };
  if (sender.asks.some(({ state }) => state === 'open')) return { text: 'reply-help-resident', values: {} };
  return reportByText(services, received, { words: text.body });
}

async function takeAnswer(
  services: Services,
  received: Received,
  match: { ask: SendersAsk; option: AskOption; note: string },
): Promise<Reply> {
  const { current, sender, text } = received;
  const answered = await answerAsk(services, current.town, match.ask, {
    option: match.option,
    by: RESIDENT_KINDS.has(match.ask.kind) ? 'resident' : (sender.staff?.id ?? 'resident'),
    ...(match.note === '' ? {} : { note: match.note }),
    at: text.at,
    key: text.id,
  });
  return replyAnswered(
    answered,
    match,
    sender.staff ? sender.language : subjectLanguage(answered.subject, sender.language),
  );
}

/** A reply to what is over is answered with what happened, unless it is the same message that answered it. */
async function replyClosed(
  services: Services,
  { sender, text, match }: Received,
  ask: SendersAsk,
  reply: 'reply-late' | 'reply-answered',
): Promise<Reply> {
  const [subject, stored] = await Promise.all([loadSubject(services, ask), services.asks.find(ask)]);
  const language = sender.staff ? sender.language : subjectLanguage(subject, sender.language);
  const values = { code: ask.code, ...subjectValues(subject, language) };
  if (match.kind === 'answered' && stored?.answer?.key === text.id && stored.answer.by !== 'system') {
    await finishAnswer(services, subject, stored, stored.answer);
    const { option } = stored.answer;
    const word =
      option === 'withdrawn' || option === 'superseded' || option === 'closed'
        ? option
        : optionWord(ask.kind, option, language);
    return { text: 'reply-recorded', language, values: { ...values, option: word } };
  }
  return { text: reply, language, values };
}
