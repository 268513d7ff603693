import type { Notice, Rules } from './decision.js';
import { tellResident } from './notices.js';
import type { RequestRecord } from './record.js';

/** For each missed deadline the resident hears once that it was not kept, and who sees to it. */
export function tellingLate(
  record: RequestRecord,
  rules: Rules,
  at: number,
): { readonly record: RequestRecord; readonly notices: readonly Notice[] } {
  const { dueAt, toldLate, owner, path } = record;
  const isTold = dueAt === undefined || at < dueAt || toldLate === dueAt;
  // In an emergency everybody is on the telephone, and who is nobody's yet has been promised nothing.
  if (isTold || owner === undefined || path === 'emergency') return { record, notices: [] };
  return { record: { ...record, toldLate: dueAt }, notices: [tellResident(record, rules, 'late')] };
}
