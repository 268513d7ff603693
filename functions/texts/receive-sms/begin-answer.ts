import type { Services } from '../../../adapters/services.js';
import { ASK_KINDS } from '../../../domain/asks/ask-kinds.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import { optionWord } from '../../../domain/asks/option-words.js';
import type { BegunAnswer, Match } from '../../../domain/sms/match.js';
import { hasDigitsBefore } from './digits-of.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

type BeginsAnswer = Extract<Match<SendersAsk>, { kind: 'likely' | 'note-needed' }>;

/**
 * An answer of which something is missing is remembered, and what is missing asked for: the next text gives it. A
 * second time of asking for the same says it again.
 */
export async function beginAnswer(
  services: Services<{ inbound: 'remember'; asks: 'find' }>,
  received: Received,
  match: BeginsAnswer,
): Promise<Reply> {
  const { sender } = received;
  const { ask, option } = match;
  await remember(services, received, {
    code: ask.code,
    option,
    note: match.kind === 'likely' ? match.note : '',
  });
  const rule = ASK_KINDS[ask.kind].find((one) => one.option === option);
  const isBefore = match.kind === 'likely' && (await hasDigitsBefore(services, ask));
  const digit = isBefore ? rule?.numberBefore : rule?.number;
  const word = optionWord(ask.kind, option, sender.language);
  if (match.kind === 'likely' && ask.kind === 'confirmation')
    return {
      text: 'reply-verdict-unsure',
      begins: true,
      values: { code: ask.code, request: showRequestId(ask.subject) },
    };
  return match.kind === 'likely'
    ? {
        text: 'reply-likely',
        begins: true,
        values: { code: ask.code, option: word, digit: String(digit ?? '') },
      }
    : {
        text: 'reply-note-needed',
        begins: true,
        values: { code: ask.code, option: word, what: rule?.says?.[sender.language] ?? '' },
      };
}

/** Keeps what a text began until the next one. */
export const remember = (
  { inbound }: Services<{ inbound: 'remember' }>,
  { current, sender, text }: Received,
  begun: BegunAnswer & { readonly code: string },
): Promise<void> =>
  inbound.begin(current.town.settings.id, sender.contact, { ...begun, at: text.at, by: text.id });
