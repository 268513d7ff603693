import type { Services } from '../../../adapters/services.js';
import { ASK_KINDS } from '../../../domain/asks/ask-kinds.js';
import { optionGuide } from '../../../domain/asks/option-words.js';
import type { Language } from '../../../domain/words/language.js';
import type { SendersAsk } from './sender.js';

type Effects = Services<{ asks: 'find' }>;

/** Whether an ask's text offered the digits from before one digit had one meaning: then they count for it. */
export async function hasDigitsBefore({ asks }: Effects, ask: SendersAsk): Promise<boolean> {
  const isOther = ASK_KINDS[ask.kind].some(({ number, numberBefore }) => number !== numberBefore);
  return isOther && (await asks.find({ ...ask, waitsFor: undefined }))?.digits === undefined;
}

/** The possible answers to an ask, by the digits that its own text offered. */
export const guideTo = async (services: Effects, ask: SendersAsk, language: Language): Promise<string> =>
  optionGuide(ask.kind, ask.options, language, await hasDigitsBefore(services, ask));
