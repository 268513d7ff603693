import type { AskItem } from '../../../adapters/ask-store.js';
import type { Services } from '../../../adapters/services.js';
import { isAskOption } from '../../../domain/asks/ask-kinds.js';
import { optionWord } from '../../../domain/asks/option-words.js';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { answeredBy } from './answered-by.js';
import { lastAnswered } from './last-answered.js';
import { addRemark } from '../../use-cases/add-remark.js';
import { loadSubject, subjectValues } from '../../use-cases/ask-subject.js';
import { settleAsk, type Settling } from '../../use-cases/settle-ask.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

type Effects = Settling &
  Services<{
    tasks: 'read';
    requests: 'read' | 'tellMore';
    asks: 'list' | 'findOfPerson';
  }>;

/**
 * Takes back what the sender answered last, or what they name by its code, where it was moments ago and nothing that
 * cannot be called back has followed; else whoever works on it hears that it was a mistake. What was only begun was
 * never recorded: then nothing is taken back.
 */
export async function takeUndo(services: Effects, received: Received, code?: string): Promise<Reply> {
  const { current, sender, text } = received;
  const { settings } = current.town;
  if (sender.asks.some((ask) => ask.begun && (code ?? ask.code) === ask.code))
    return { text: 'reply-not-confirmed', values: {} };
  const answered = await lastAnswered(services, received);
  const last = answered.find((ask) => (code ?? ask.code) === ask.code);
  const isFresh = last?.answer && text.at < deadline(last.answer.at, settings.undoWithin, settings);
  if (!last || !isFresh) return { text: 'reply-undo-none', values: {} };
  const subject = await loadSubject(services, last);
  if (subject.of !== 'request') return { text: 'reply-undo-none', values: {} };
  const { record } = subject;
  const before = await answeredBy(services, { town: record.town, request: record.id, text: text.id });
  if (before) return undone(last, received);
  const [followed, ...others] = record.asks;
  if (record.undoable?.ask.n === last.n && followed && others.length === 0) {
    const ask = await services.asks.find({ ...last, n: followed.n, waitsFor: undefined });
    const by = sender.staff?.id ?? 'resident';
    const answer = { option: 'undone', by, at: text.at, key: text.id } as const;
    if (ask && (await settleAsk(services, ask, answer)) === 'taken') return undone(last, received);
  }
  await addRemark(services, current.town, record, {
    words: text.body,
    at: text.at,
    key: text.id,
    ...(sender.staff ? { by: sender.staff.id } : {}),
  });
  return { text: 'reply-undo-late', values: subjectValues(subject, sender.language), request: record.id };
}

function undone(last: AskItem, received: Received): Reply {
  const values = { code: last.code, request: showRequestId(last.subject), option: wordOf(last, received) };
  return { text: 'reply-undone', values, request: last.subject };
}

function wordOf({ kind, answer }: AskItem, { sender }: Received): string {
  const option = answer?.option ?? '';
  return isAskOption(option) ? optionWord(kind, option, sender.language) : option;
}
