import { withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { askConsent } from './ask-consent.js';
import type { Answer, Decision, Rules } from './decision.js';
import { recordTakingUp } from './record-taking-up.js';
import type { RequestRecord } from './record.js';

/** Whoever examines a possible complaint about staff takes it up or not, or says that it is none. */
export function recordComplaint(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  return answer.option === 'transfer'
    ? askConsent(withoutAsk(record, ask.n), rules, answer.at)
    : recordTakingUp(record, rules, ask, answer);
}
