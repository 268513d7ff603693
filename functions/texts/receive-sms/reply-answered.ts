import { type Agreed, momentText } from '../../../domain/appointments/moment.js';
import { aidOf } from '../../../domain/aid/aid.js';
import { ASK_KINDS, type AskKind, type AskOption } from '../../../domain/asks/ask-kinds.js';
import type { Verdict } from '../../../domain/asks/verdict.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { answerWord } from '../../../domain/request/answer-word.js';
import { verdictText } from '../../../domain/request/verdict-words.js';
import type { TownSettings } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';
import { moneyText } from '../../../domain/words/money-text.js';
import { subjectValues } from '../../use-cases/ask-subject.js';
import type { Answered } from '../../use-cases/answer-ask.js';
import type { Reply, SendersAsk } from './sender.js';

/** Asks to choose from, by their codes. */
export const askList = (asks: readonly SendersAsk[]): string =>
  asks.map(({ code, subject }) => `${code} ${showRequestId(subject)}`).join('\n');

interface SaidAnswer {
  readonly ask: { readonly code: string; readonly kind: AskKind };
  readonly option: AskOption;
  readonly note: string;
  readonly verdict?: Verdict | undefined;
}

/** The reply to the sender of an answer. */
export function replyAnswered(
  answered: Answered,
  { ask, option, note, verdict }: SaidAnswer,
  language: Language,
  { currency }: Pick<TownSettings, 'currency'>,
): Reply {
  const values = { code: ask.code, ...subjectValues(answered.subject, language) };
  switch (answered.kind) {
    case 'recorded':
      return {
        ...recorded(
          ask.kind,
          { option, note, agreed: answered.agreed },
          {
            ...values,
            option: verdict
              ? verdictText(verdict, language)
              : answerWord(ask.kind, option, answered.milestone, language),
          },
          language,
          currency,
        ),
        counted: option,
        ...(answered.subject.of === 'request' ? { answered: answered.subject.record.id } : {}),
      };
    case 'late':
      return { text: 'reply-late', language, values };
    case 'answered-before':
      return { text: 'reply-answered', language, values };
    case 'refused':
      return {
        text: answered.reply,
        language,
        values: { ...values, reason: note, digit: digitOf(ask.kind, option), ...answered.values },
      };
  }
}

const digitOf = (kind: AskKind, option: AskOption): string =>
  String(ASK_KINDS[kind].find((rule) => rule.option === option)?.number ?? '');

/**
 * Says back what was understood, of an appointment its date, of aid the sum, so that a wrong one is noticed at once.
 */
function recorded(
  kind: AskKind,
  answer: { option: AskOption; note: string; agreed: Agreed | undefined },
  values: Reply['values'],
  language: Language,
  currency: string,
): Reply {
  if (answer.agreed) return recordedDate(answer.agreed, values, language);
  const aid = aidOf(kind, answer, currency);
  return typeof aid === 'number'
    ? {
        text: 'reply-recorded-aid',
        language,
        values: { ...values, amount: moneyText(aid, language, currency) },
      }
    : { text: 'reply-recorded', language, values };
}

/** The date that was read, in full. */
export const recordedDate = (
  { words, ...moment }: Agreed,
  values: Reply['values'],
  language: Language,
): Reply => ({
  text: 'reply-recorded-appointment',
  language,
  values: {
    ...values,
    when: momentText(moment, language),
    also: words === '' ? '' : `${language === 'en' ? ', ' : '，'}${words}`,
  },
});
