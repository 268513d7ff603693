import { planAsk } from '../asks/plan-ask.js';
import type { Question } from '../asks/planned-ask.js';
import { deadline } from '../deadlines/deadline.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import type { RequestRecord } from './record.js';

/** A resident who reported it can be asked; of a report on behalf the cadre is the owner, and knows. */
const isAskable = ({ channel }: RequestRecord): boolean => channel !== 'cadre' && channel !== 'reception';

/**
 * The next question to its sender, if any: whether somebody is in danger, whether it is about their earlier report,
 * where it is, which of two categories.
 */
export function questionFor(record: RequestRecord, { town }: Rules): Question | undefined {
  if (!isAskable(record) || (record.questions ?? 0) >= town.settings.reading.questions) return undefined;
  if (record.danger?.sure === false) return { about: 'danger', choices: [] };
  if (record.channel !== 'sms' || record.confidential) return undefined;
  const same = record.unsure?.same;
  if (same !== undefined) return { about: 'same', choices: [same] };
  if (record.grid === undefined) {
    return record.village === undefined
      ? { about: 'place', choices: record.unsure?.villages ?? [] }
      : { about: 'group', choices: [] };
  }
  const categories = record.unsure?.categories;
  return categories ? { about: 'category', choices: categories } : undefined;
}

/** Asks whoever reported it what their words left open. */
export function askBack(record: RequestRecord, rules: Rules, question: Question, at: number): Decision {
  const { settings } = rules.town;
  const until = deadline(at, settings.reading.askWithin, settings);
  const planned = planAsk(
    withEntry(
      { ...record, questions: (record.questions ?? 0) + 1 },
      { at, type: 'asked-back', to: 'resident', due: until },
    ),
    { kind: 'clarify', to: { who: 'resident' }, until, question },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'clarify', ask: planned.ask } };
}
