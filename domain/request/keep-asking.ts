import { planAsk, withoutAsk } from '../asks/plan-ask.js';
import type { AskToWaitFor, PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';

/** Puts the same ask again, to the same person and until the same moment: something was recorded on the way. */
export function keepAsking(
  record: RequestRecord,
  { n, askedAt: _askedAt, ...draft }: PlannedAsk,
  at: number,
): { record: RequestRecord; ask: AskToWaitFor } {
  return planAsk(withoutAsk(record, n), draft, at);
}
