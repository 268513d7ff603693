import { deadline } from '../calendar/deadline.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import { planAsk, staffAt } from './plan-ask.js';
import type { RequestRecord } from './record.js';

/**
 * Asks the grid team to accept, beginning at `rung` of the ladder. A reopened request goes to its first-asked owner
 * unless they are on leave.
 */
export function askAcceptance(record: RequestRecord, rules: Rules, at: number, rung = 0): Decision {
  const { settings } = rules.town;
  const to = staffAt(rules, { ladder: 'grid', grid: record.grid ?? 0 }, rung, at);
  const until = deadline(at, settings.paths[record.path].acceptWithin, settings);
  const other = record.duplicateOf;
  const planned = planAsk(
    withEntry(record, { at, type: 'asked', to: to.staff, due: until }),
    { kind: 'acceptance', to, until, ...(other === undefined ? {} : { other }) },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'accept', ask: planned.ask } };
}

/** The rung of the grid's ladder on which this person stands; 0 where they stand on none. */
export function rungOf(record: RequestRecord, rules: Rules, staff: string | undefined): number {
  const posts = rules.town.grids.find((grid) => grid.number === record.grid)?.posts;
  if (!posts) return 0;
  const held = { 'post-a': posts.a, 'post-b': posts.b, 'post-c': posts.c };
  const rung = rules.town.settings.ladder.findIndex(
    (step) => typeof step === 'string' && held[step] === staff,
  );
  return Math.max(0, rung);
}
