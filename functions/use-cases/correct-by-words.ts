import type { CurrentTown } from '../../adapters/town-store.js';
import { correctedWords } from '../../domain/request/corrected-words.js';
import { mayHear } from '../../domain/request/confidential.js';
import { hasCorrected, isExplainedSo, withReason } from '../../domain/request/correction.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { correctedThatDay } from '../../domain/request/corrected-that-day.js';
import { changesOf } from '../../domain/request/tell-correction.js';
import { mayCorrect, mayCorrectAnswer, type WhyNot } from '../../domain/request/why-not-corrected.js';
import type { TextedCorrection } from '../../domain/sms/read-correction.js';
import { resolveCorrection, type Unclear } from '../../domain/sms/resolve-correction.js';
import type { Town } from '../../domain/town/schema.js';
import type { Language } from '../../domain/words/language.js';
import { changeRequest } from './change-request.js';
import { correct, type Correcting } from './correct-request.js';

/** The result of a correction in somebody's own words. */
export type CorrectedByWords =
  | { readonly kind: 'not-theirs' }
  | { readonly kind: 'nothing' | 'same' }
  | { readonly kind: 'explained' }
  | { readonly kind: 'unclear'; readonly unclear: Unclear }
  | { readonly kind: 'refused'; readonly why: WhyNot }
  | { readonly kind: 'corrected'; readonly changes: string; readonly isExplained: boolean };

interface Said {
  readonly record: RequestRecord;
  readonly texted: Pick<TextedCorrection, 'parts' | 'reason'>;
  /** A staff id. */
  readonly by: string;
  readonly language: Language;
  readonly at: number;
}

/** The owner, the desk or a leader puts right what was recorded wrongly. Nothing that is unclear is guessed. */
export async function correctByWords(
  services: Correcting,
  current: CurrentTown,
  { record, texted, by, language, at }: Said,
): Promise<CorrectedByWords> {
  const { town } = current;
  const { read, unclear, reason } = resolveCorrection(town, record, texted);
  if (texted.parts.length === 0)
    return mayExplain(record, town, by)
      ? giveReason(services, current, record, { by, reason })
      : { kind: 'not-theirs' };
  const isOfAnswer = !unclear && Object.keys(read).join() === 'outcome';
  if (!mayCorrect(record, town, by) && !(isOfAnswer && mayCorrectAnswer(record, town, by, at)))
    return { kind: 'not-theirs' };
  if (unclear) return { kind: 'unclear', unclear };
  const correction = { ...read, reason, by, at };
  const { before, record: after, rules, problems } = await correct(services, current, record.id, correction);
  const made = changesOf(before, after);
  const said = { words: reason, by, at, fields: Object.keys(read) };
  // Sent again, it was made the first time.
  const changes = made.length > 0 ? made : correctedThatDay(after, said, town);
  const [problem] = problems;
  if (problem && changes.length === 0) return { kind: 'refused', why: problem.why };
  return changes.length === 0
    ? { kind: 'same' }
    : {
        kind: 'corrected',
        changes: correctedWords(changes, rules, language),
        isExplained: reason !== '',
      };
}

/** Whoever may correct it may say why; so may whoever corrects their own answer, while they may hear of it. */
const mayExplain = (record: RequestRecord, town: Town, staff: string): boolean =>
  mayCorrect(record, town, staff) || (mayHear(record, town, staff) && hasCorrected(record, staff));

/** Why it was corrected, said afterwards; said again it is said. */
async function giveReason(
  services: Correcting,
  { town }: CurrentTown,
  { id }: RequestRecord,
  why: { readonly by: string; readonly reason: string },
): Promise<CorrectedByWords> {
  const explained = await changeRequest(services, town.settings.id, id, async (now) => {
    const record = withReason(now, why);
    return record === now ? { result: isExplainedSo(now, why) } : { record, result: true };
  });
  return { kind: explained ? 'explained' : 'nothing' };
}
