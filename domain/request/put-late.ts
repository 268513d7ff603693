import type { PlannedAsk } from '../asks/planned-ask.js';
import { plannedAsk } from '../asks/plan-ask.js';
import { isPutLate, withAskPutLate } from '../asks/put-late.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import type { Allowance } from '../town/allowance.js';
import type { TownSettings } from '../town/schema.js';
import { nextUntil } from './climb-ladder.js';
import { stepOf } from './coordinate-programme.js';
import type { Rules } from './decision.js';
import { isUrgent } from './is-urgent.js';
import { stepUntil } from './plan-step.js';
import type { RequestRecord } from './record.js';

/**
 * The request when an ask of it is put at `at` that could not be put when it was planned: its person has as long from now on as the town gives
 * them. What the resident was promised stays. The same record where the ask is not late, and when it is put again.
 */
export function putLate(record: RequestRecord, rules: Rules, n: number, at: number): RequestRecord {
  const ask = plannedAsk(record, n);
  if (!ask || !isPutLate(ask, at)) return record;
  return withAskPutLate(record, n, { at, until: untilFrom(record, rules, ask, at) });
}

/** Until when whoever is asked at `at` may answer. */
function untilFrom(record: RequestRecord, rules: Rules, ask: PlannedAsk, at: number): number {
  const { settings } = rules.town;
  const urgent = isUrgent(record);
  if (ask.to.who !== 'staff') return timeToAnswer(at, timeOfResident(ask, settings), settings, { urgent });
  const isFirst = ask.before === undefined && ask.to.rung === 0;
  const step = isFirst && !OWN_TIME.has(ask.kind) ? stepOf(record, rules, ask) : undefined;
  return step
    ? stepUntil(record, rules, step, at)
    : nextUntil(record, rules, ask, { at, again: ask.again, to: ask.to });
}

/** Asked on the way of a step, for as long as any rung has. */
const OWN_TIME: ReadonlySet<PlannedAsk['kind']> = new Set(['sign-off', 'returned']);

function timeOfResident({ kind }: PlannedAsk, settings: TownSettings): Allowance {
  switch (kind) {
    case 'confirmation':
    case 'consent':
      return settings.confirmWithin;
    case 'documents':
      return settings.documents.remindEvery;
    default:
      return settings.reading.askWithin;
  }
}
