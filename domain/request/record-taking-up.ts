import type { PlannedAsk } from '../asks/planned-ask.js';
import { withoutAsk } from '../asks/plan-ask.js';
import type { Answer, Decision, Rules } from './decision.js';
import { withLodging } from './handle-petition.js';
import { recordAcceptance } from './record-acceptance.js';
import { refuse } from './record-outcome.js';
import type { RequestRecord } from './record.js';

/** Whether a petition is taken up. If it is not, the resident is told why and where else to go. */
export function recordTakingUp(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  if (answer.option !== 'refuse') {
    const known = answer.option === 'accept' ? withLodging(record, answer) : record;
    return recordAcceptance(known, rules, ask, answer);
  }
  const settled = withoutAsk(record, ask.n);
  const { petition } = settled;
  const refused = petition ? { ...settled, petition: { ...petition, notTakenUpAt: answer.at } } : settled;
  return refuse(refused, { by: answer.by, reason: answer.note ?? '' }, answer.at);
}
