import { deadline } from '../deadlines/deadline.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { isSealed } from './confidential.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import { takeUp } from './handle-petition.js';
import { personOrStandIn } from './home-ladder.js';
import { planAsk, secondsUntil } from '../asks/plan-ask.js';
import type { Addressee, PlannedAsk } from '../asks/planned-ask.js';
import { mayHaveAid, programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { isUrgent } from './is-urgent.js';

/** Sends an accepted request down its path: to the cadre for a same-day matter, else into coordination. */
export function startPath(record: RequestRecord, rules: Rules, at: number): Decision {
  // A reopened request is for the owner to put right; the programme is not run a second time.
  if (record.path === 'same-day' || record.dissatisfied > 0) return askOutcome(record, rules, at);
  return startCoordination(record, rules, at);
}

/** `kept`: asks that an earlier execution left open: the round waits for them, and puts none of them again. */
export function startCoordination(
  record: RequestRecord,
  rules: Rules,
  at: number,
  kept: readonly PlannedAsk[] = [],
): Decision {
  if (record.path === 'same-day') return askOutcome(record, rules, at);
  const round = (record.coordination?.round ?? 0) + 1;
  const { settings } = rules.town;
  const { places } = programmeOf(record, rules);
  const begun = places ? deadline(at, places.waitWithin, settings) : at;
  const until = deadline(begun, settings.coordinationWithin, settings);
  const done = record.coordination?.done ?? [];
  const stage = record.coordination?.stage ?? -1;
  // A refusal given before a step failed is not asked for a second time.
  const refused = record.coordination?.refused;
  const taken = takeUp(record, rules, at);
  return {
    record: withEntry(
      {
        ...taken.record,
        asks: [...kept],
        coordination: { round, stage: Math.max(-1, stage - 1), done, ...(refused ? { refused } : {}) },
      },
      { at, type: 'coordinating' },
    ),
    notices: taken.notices,
    next: {
      to: record.path,
      coordination: { name: `${record.id}-${round}`, round, timeoutSeconds: secondsUntil(at, until) },
    },
  };
}

/** Asks whoever works on it for the outcome, until the request's deadline or, once that has passed, a little longer. */
export function askOutcome(
  record: RequestRecord,
  rules: Rules,
  at: number,
  to: Addressee & { who: 'staff' } = personOrStandIn(record, rules, record.handler ?? record.owner, at),
): Decision {
  const { settings } = rules.town;
  const late = record.dueAt === undefined || record.dueAt <= at;
  const until = late
    ? timeToAnswer(at, settings.paths[record.path].acceptWithin, settings, { urgent: isUrgent(record) })
    : (record.dueAt ?? at);
  const planned = planAsk(
    withEntry(record, { at, type: 'asked', to: to.staff, due: until }),
    {
      kind: 'outcome',
      to,
      until,
      extensions: record.extensions,
      aid: mayHaveAid(record, rules),
      sealed: isSealed(record),
    },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'same-day', ask: planned.ask } };
}
