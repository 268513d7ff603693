import { submissionOf } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import type {
  correctAskRoute,
  correctOwnRoute,
  remarkAskRoute,
  remarkOwnRoute,
} from '../../contracts/staff/correcting.js';
import { localDate } from '../../domain/calendar/local-time.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { mayRemark, WHY_NOT } from '../../domain/request/why-not-corrected.js';
import { correctionExample } from '../../domain/sms/correction-examples.js';
import { readCorrection } from '../../domain/sms/read-correction.js';
import type { Town } from '../../domain/town/schema.js';
import type { Language } from '../../domain/words/language.js';
import { Problem } from '../http/problem.js';
import type { CallOf } from '../http/route-handler.js';
import { type CorrectedByWords, correctByWords } from '../use-cases/correct-by-words.js';
import { addRemark } from '../use-cases/add-remark.js';
import type { Correcting } from '../use-cases/correct-request.js';

type Effects = Correcting & Services<{ towns: 'readProgramme'; requests: 'tellMore' }>;

/** A request that a member of the staff has before them. */
export interface Before {
  readonly current: CurrentTown;
  readonly record: RequestRecord;
  readonly staff: string;
}

/** Puts right, in words as by text, what was recorded wrongly; on whichever page of the staff. */
export async function correctInWords(
  services: Effects,
  { current, record, staff }: Before,
  call: CallOf<typeof correctAskRoute | typeof correctOwnRoute>,
) {
  const { language, at } = call;
  const { words, reason } = call.body();
  // Which request is meant is known: the words need no number.
  const said = readCorrection(`改 ${showRequestId(record.id)} ${words}`);
  const texted = { parts: said?.parts ?? [], reason: [said?.reason, reason].filter(Boolean).join('，') };
  const done = await correctByWords(services, current, { record, texted, by: staff, language, at });
  // Whether there is such a request is nobody's business who has no say in it.
  if (done.kind === 'not-theirs') throw new Problem('not-found');
  if (done.kind === 'corrected') return call.answer(200, { changes: done.changes });
  if (done.kind === 'explained') return call.answer(200, { changes: '' });
  throw new Problem('invalid-body', [{ field: '/words', message: messageOf(done, current.town, language) }]);
}

/** Adds a remark, told to whoever works on the request. */
export async function remarkInWords(
  services: Effects,
  { current, record, staff }: Before,
  call: CallOf<typeof remarkAskRoute | typeof remarkOwnRoute>,
) {
  const { at } = call;
  const { town } = current;
  if (!mayRemark(record, town, staff, at)) throw new Problem('not-found');
  const { words } = call.body();
  // Sent again over a slow network it is the same remark: it is kept, and texted, once; on another day it is said
  // again.
  const day = localDate(at, town.settings.timeZone);
  const key = submissionOf(`remark ${record.id} ${staff} ${words} ${day}`);
  await addRemark(services, town, record, { words, at, key, by: staff });
  return call.answer(200, {});
}

function messageOf(
  done: Exclude<CorrectedByWords, { kind: 'corrected' | 'explained' | 'not-theirs' }>,
  town: Town,
  language: Language,
): string {
  switch (done.kind) {
    case 'refused':
      return WHY_NOT[done.why][language];
    case 'same':
      return { 'zh-CN': '登记的就是这样', en: 'it stands like this already' }[language];
    // Why, and not what; and there is nothing that lacks a reason.
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
