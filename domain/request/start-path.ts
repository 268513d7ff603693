import { deadline } from '../calendar/deadline.js';
import { isOnLeave } from '../posts/leave.js';
import { localDate } from '../calendar/local-time.js';
import { rungOf } from './ask-acceptance.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import { planAsk, secondsUntil, staffAt } from './plan-ask.js';
import type { Addressee, RequestRecord } from './record.js';

/** Sends an accepted request down its path: to the cadre for a same-day matter, else into coordination. */
export function startPath(record: RequestRecord, rules: Rules, at: number): Decision {
  // What was reopened is for the owner to put right; the programme is not run a second time.
  if (record.path === 'same-day' || record.dissatisfied > 0) return askOutcome(record, rules, at);
  return startCoordination(record, rules, at);
}

export function startCoordination(record: RequestRecord, rules: Rules, at: number): Decision {
  if (record.path === 'same-day') return askOutcome(record, rules, at);
  const round = (record.coordination?.round ?? 0) + 1;
  const { settings } = rules.town;
  const until = deadline(at, settings.coordinationWithin, settings);
  const done = record.coordination?.done ?? [];
  const stage = record.coordination?.stage ?? -1;
  return {
    record: withEntry(
      { ...record, asks: [], coordination: { round, stage: Math.max(-1, stage - 1), done } },
      { at, type: 'coordinating' },
    ),
    notices: [],
    next: {
      to: record.path,
      coordination: { name: `${record.id}-${round}`, round, timeoutSeconds: secondsUntil(at, until) },
    },
  };
}

/** Who works on it: the handler, or whoever stands in while they are away. */
function handlerOf(record: RequestRecord, rules: Rules, at: number): Addressee & { who: 'staff' } {
  const ladder = { ladder: 'grid', grid: record.grid ?? 0 } as const;
  const handler = record.handler ?? record.owner;
  const today = localDate(at, rules.town.settings.timeZone);
  if (handler === undefined || isOnLeave(rules.town.leave, handler, today))
    return staffAt(rules, ladder, 0, at);
  return { who: 'staff', staff: handler, ladder, rung: rungOf(record, rules, handler), last: false };
}

/** Asks whoever works on it for the outcome, until the request's deadline or, once that has passed, a little longer. */
export function askOutcome(
  record: RequestRecord,
  rules: Rules,
  at: number,
  to: Addressee & { who: 'staff' } = handlerOf(record, rules, at),
): Decision {
  const { settings } = rules.town;
  const late = record.dueAt === undefined || record.dueAt <= at;
  const until = late
    ? deadline(at, settings.paths[record.path].acceptWithin, settings)
    : (record.dueAt ?? at);
  const planned = planAsk(
    withEntry(record, { at, type: 'asked', to: to.staff, due: until }),
    { kind: 'outcome', to, until, extensions: record.extensions },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'same-day', ask: planned.ask } };
}
