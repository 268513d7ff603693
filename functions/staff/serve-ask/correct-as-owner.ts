import type { Services } from '../../../adapters/services.js';
import type { correctAskRoute } from '../../../contracts/staff/ask.js';
import { WHY_NOT } from '../../../domain/request/why-not-corrected.js';
import { correctionExample } from '../../../domain/sms/correction-examples.js';
import { readCorrection } from '../../../domain/sms/read-correction.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';
import type { OpenedAsk } from '../../http/open-ask.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { type CorrectedByWords, correctByWords } from '../../use-cases/correct-by-words.js';
import type { Correcting } from '../../use-cases/correct-request.js';

/** `POST /asks/{id}/corrections`: the owner puts the request right, in words as by text. */
export async function correctAsOwner(
  services: Correcting & Services<{ towns: 'read' }>,
  { ask, staff }: OpenedAsk,
  call: CallOf<typeof correctAskRoute>,
) {
  if (ask.of !== 'request') throw new Problem('not-found');
  const { language, at } = call;
  const { words } = call.body();
  const current = await services.towns.load(ask.town);
  const record = await services.requests.load(ask.town, ask.subject);
  // Which request is meant is known: the words need no number.
  const texted = readCorrection(`改 ${ask.code} ${words}`) ?? { name: 'correct', parts: [], reason: '' };
  const done = await correctByWords(services, current, { record, texted, by: staff, language, at });
  if (done.kind === 'not-theirs') throw new Problem('forbidden');
  if (done.kind === 'corrected') return call.answer(200, { changes: done.changes });
  throw new Problem('invalid-body', [{ field: '/words', message: messageOf(done, current.town, language) }]);
}

function messageOf(
  done: Exclude<CorrectedByWords, { kind: 'corrected' | 'not-theirs' }>,
  town: Town,
  language: Language,
): string {
  switch (done.kind) {
    case 'refused':
      return WHY_NOT[done.why][language];
    case 'same':
      return { 'zh-CN': '登记的就是这样', en: 'it stands like this already' }[language];
    case 'nothing':
      return asExample(town, 'any', language);
    case 'unclear': {
      const { choices, field } = done.unclear;
      if (choices.length === 0) return asExample(town, field, language);
      return { 'zh-CN': `请写明哪一个：${choices.join('、')}`, en: `say which: ${choices.join(', ')}` }[
        language
      ];
    }
  }
}

const asExample = (
  town: Town,
  field: Parameters<typeof correctionExample>[1],
  language: Language,
): string => {
  const example = correctionExample(town, field, language);
  return {
    'zh-CN': `看不明白，请照这样写：${example}`,
    en: `is not understood; write for example "${example}"`,
  }[language];
};
