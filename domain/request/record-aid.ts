import { addYuan, aidOf } from '../aid/aid.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { type Answer, type Rules, withEntry } from './decision.js';
import type { RequestRecord } from './record.js';

/** Writes down the aid that an answer names, if it names any: a line of its own, and the sum. */
export function withAid(
  record: RequestRecord,
  { town }: Rules,
  { kind }: PlannedAsk,
  answer: Answer,
): RequestRecord {
  const yuan = aidOf(kind, answer, town.settings.currency);
  if (typeof yuan !== 'number') return record;
  // The words of an outcome stand with the outcome.
  const note = answer.option === 'aid' && answer.note !== undefined ? { note: answer.note } : {};
  return withEntry(
    { ...record, yuan: addYuan(record.yuan, yuan) },
    { at: answer.at, type: 'aid', by: answer.by, yuan, ...note },
  );
}
