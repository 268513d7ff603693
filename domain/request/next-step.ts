import { deadline } from '../calendar/deadline.js';
import type { Language } from '../town/language.js';
import type { Rules } from './decision.js';
import { programmeOf, runsProgramme } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { dueText } from './words.js';

/** A step of a programme, and when it is to be done. */
export interface NextStep {
  readonly step: string;
  readonly due: string;
}

/**
 * The step of a programme that comes next, and its date: who applied is told of that, and not of an end that is months away. Undefined where no programme
 * runs, or where it waits for something else.
 */
export function nextStep(
  record: RequestRecord,
  rules: Rules,
  at: number,
  language: Language,
): NextStep | undefined {
  if (record.path !== 'programme' || !runsProgramme(record, rules)) return undefined;
  const steps = programmeOf(record, rules).stages.flatMap((stage) => stage.steps);
  const [open] = record.asks
    .filter(({ stage, to }) => stage !== undefined && to.who === 'staff')
    .toSorted((a, b) => a.until - b.until);
  if (open)
    return {
      step: steps.find(({ id }) => id === open.step)?.name[language] ?? '',
      due: dueText(open.until, rules, language),
    };
  const [first] = steps;
  const isUnderWay = (record.coordination?.stage ?? -1) >= 0 || record.outcome !== undefined;
  if (!first || isUnderWay) return undefined;
  const accepted = Math.max(at, ...record.asks.map(({ until }) => until));
  const until = deadline(accepted, first.within, rules.town.settings);
  return { step: first.name[language], due: dueText(until, rules, language) };
}
