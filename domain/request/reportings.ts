import type { Language } from '../words/language.js';
import type { Rules } from './decision.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { entriesOf } from './timeline.js';
import { staffName } from './words.js';

/** How far one of several is who work on a request side by side. */
export interface Reporting {
  readonly name: string;
  /** `sent-back`: they say that it is not theirs, and somebody decides; `left-out`: it goes on without them. */
  readonly state: 'waiting' | 'reported' | 'sent-back' | 'left-out';
  /** Whoever answered, or is asked. */
  readonly by: string;
  readonly words?: string;
  readonly at?: number;
  readonly until?: number;
}

/** Who was called to the open stage, who reported and what, and who has not and until when; nothing for one alone. */
export function reportingsOf(record: RequestRecord, rules: Rules, language: Language): Reporting[] {
  const { coordination, asks } = record;
  if (!coordination) return [];
  const { stage, done } = coordination;
  const { steps } = programmeOf(record, rules).stages[stage] ?? { steps: [] };
  if (steps.length < 2) return [];
  const answered = entriesOf(record, 'step-done', 'step-refused', 'appointment');
  return steps.map(({ id, name }): Reporting => {
    const entry = answered.findLast(({ step }) => step === id);
    const ask = asks.find((one) => one.stage === stage && one.step === id);
    const called = { name: name[language] };
    if (done.includes(`${stage}/${id}`) && entry)
      return {
        ...called,
        state: entry.type === 'step-refused' ? 'left-out' : 'reported',
        by: staffName(rules.town, entry.by),
        at: entry.at,
        ...(entry.note === undefined ? {} : { words: entry.note }),
      };
    const refusal = ask?.refusal;
    if (refusal)
      return { ...called, state: 'sent-back', by: staffName(rules.town, refusal.by), words: refusal.reason };
    const by = ask?.to.who === 'staff' ? staffName(rules.town, ask.to.staff) : '';
    return { ...called, state: 'waiting', by, ...(ask ? { until: ask.until } : {}) };
  });
}
