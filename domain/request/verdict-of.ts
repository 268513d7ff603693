import type { RequestRecord } from './record.js';

/** The result of asking the resident last; undefined while they may still say it, or were never asked. */
export function verdictOf({
  timeline,
}: Pick<RequestRecord, 'timeline'>): 'satisfied' | 'no_answer' | undefined {
  const asked = timeline.findLastIndex(({ type }) => type === 'asked-resident');
  const since = new Set(timeline.slice(asked + 1).map(({ type }) => type));
  if (since.has('satisfied')) return 'satisfied';
  return since.has('no-answer') ? 'no_answer' : undefined;
}
