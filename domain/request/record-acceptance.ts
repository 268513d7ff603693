import { type Answer, type Decision, type Rules, noteOf, withEntry } from './decision.js';
import { recordDecline } from './climb-ladder.js';
import { dutyOf } from './duty-of.js';
import { callFrom } from './call-departments.js';
import { findTarget } from './find-target.js';
import { joinFirst, joinTo } from './join-requests.js';
import { askForPlacement, sendTo, sendToDuty } from './assign-request.js';
import { withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import { tellingPromise } from './promise.js';
import type { RequestRecord } from './record.js';
import { startPath } from './start-path.js';

/** The grid team answered: it takes the request, passes it on, or recognises an event already reported. */
export function recordAcceptance(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  const settled = withoutAsk(record, ask.n);
  if (answer.option === 'decline') return recordDecline(record, rules, ask, answer);
  if (answer.option === 'transfer') return transfer(settled, rules, answer);
  if (answer.option === 'call') return callFrom(settled, rules, ask, answer);
  if (answer.option === 'same' && ask.other !== undefined)
    return joinFirst(joinTo(settled, ask.other, answer), rules, ask.other, answer.at);
  const accepted = withEntry(
    { ...settled, status: 'accepted', handler: answer.by },
    { at: answer.at, type: 'accepted', by: answer.by },
  );
  const duty = dutyOf(accepted, rules.town);
  return duty && accepted.path === 'same-day'
    ? sendToDuty(accepted, rules, duty, answer.at)
    : startPath(accepted, rules, answer.at);
}

/**
 * Passes a request on. After the town's limit of transfers the duty desk decides where it stays: no ping-pong.
 * First asked stays the owner.
 */
export function transfer(record: RequestRecord, rules: Rules, answer: Answer): Decision {
  const { handler: _left, ...rest } = record;
  const moved = withEntry(
    { ...rest, transfers: record.transfers + 1 },
    {
      at: answer.at,
      type: 'transferred',
      by: answer.by,
      ...noteOf(answer),
    },
  );
  const target = findTarget(rules.town, answer.note);
  if (!target || moved.transfers > rules.town.settings.limits.transfers) {
    return askForPlacement(moved, rules, answer.at);
  }
  return tellingPromise(record, sendTo(moved, rules, target, answer.at), rules, [target]);
}
