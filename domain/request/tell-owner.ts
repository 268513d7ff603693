import type { AskOption } from '../asks/ask-kinds.js';
import { optionWord } from '../asks/option-words.js';
import type { Language } from '../words/language.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { meantNow } from '../posts/in-office.js';
import type { Answer, Decision, Rules } from './decision.js';
import { tellStaff } from './notices.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { languageOf, staffName } from './words.js';

/** Answers that decide something, or move a date. */
const DECIDES: ReadonlySet<Answer['option']> = new Set<AskOption>(['done', 'refuse', 'extend']);

/** Tells a request's owner what departments decide about it. Of an emergency all who work on it hear more. */
export function tellingOwner(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
  decision: Decision,
): Decision {
  const owner = record.owner && meantNow(rules.town, record.owner, record, answer.at);
  const isToTell = owner !== answer.by && record.path !== 'emergency' && decides(answer.option);
  if (owner === undefined || !isToTell) return decision;
  // A decision that is theirs to make they are asked for.
  if (answer.option === 'refuse' && decision.next.to === 'ask') return decision;
  const language = languageOf(rules.town, { staff: owner }, record);
  const step = programmeOf(record, rules).stages[ask.stage ?? -1]?.steps.find(({ id }) => id === ask.step);
  const told = tellStaff(record, rules, owner, 'told-decided', {
    left: leftOf(decision.record, rules, language),
    person: staffName(rules.town, answer.by),
    step: step?.name[language] ?? '',
    option: optionWord(ask.kind, answer.option, language),
    reason: answer.note ?? '',
  });
  return { ...decision, notices: [told, ...decision.notices] };
}

/** Of several who were called to the stage, those who have not reported yet. */
function leftOf(record: RequestRecord, rules: Rules, language: Language): string {
  const { called = [], coordination } = record;
  const stage = coordination?.stage ?? -1;
  if (!coordination || called.every((call) => call.stage !== stage)) return '';
  const { steps } = programmeOf(record, rules).stages[stage] ?? { steps: [] };
  return steps
    .filter(({ id }) => !coordination.done.includes(`${stage}/${id}`))
    .map(({ name }) => name[language])
    .join(language === 'en' ? ', ' : '、');
}

const decides = (option: Answer['option']): option is AskOption => DECIDES.has(option);
