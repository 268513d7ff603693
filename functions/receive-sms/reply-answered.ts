import { aidOf } from '../../domain/aid/aid.js';
import type { AskKind, AskOption } from '../../domain/asks/ask-kinds.js';
import { optionWord } from '../../domain/asks/option-words.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { Language } from '../../domain/town/language.js';
import { subjectValues } from '../use-cases/ask-subject.js';
import type { Answered } from '../use-cases/answer-ask.js';
import type { Reply, SendersAsk } from './sender.js';

/** Asks to choose from, by their codes. */
export const askList = (asks: readonly SendersAsk[]): string =>
  asks.map(({ code, subject }) => `${code} ${showRequestId(subject)}`).join('\n');

/** What the sender of an answer is told. */
export function replyAnswered(
  answered: Answered,
  { ask, option, note }: { ask: { code: string; kind: AskKind }; option: AskOption; note: string },
  language: Language,
): Reply {
  const values = { code: ask.code, ...subjectValues(answered.subject, language) };
  switch (answered.kind) {
    case 'recorded':
      return recorded(
        ask.kind,
        { option, note },
        { ...values, option: optionWord(ask.kind, option, language) },
        language,
      );
    case 'late':
      return { text: 'reply-late', language, values };
    case 'answered-before':
      return { text: 'reply-answered', language, values };
    case 'refused':
      return { text: answered.reply, language, values: { ...values, reason: note, ...answered.values } };
  }
}

/** What was understood is said back; of aid the sum, so that a wrong one is noticed at once. */
function recorded(
  kind: AskKind,
  answer: { option: AskOption; note: string },
  values: Reply['values'],
  language: Language,
): Reply {
  const yuan = aidOf(kind, answer);
  return typeof yuan === 'number'
    ? { text: 'reply-recorded-aid', language, values: { ...values, yuan: String(yuan) } }
    : { text: 'reply-recorded', language, values };
}
