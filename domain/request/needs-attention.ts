import { deadline } from '../calendar/deadline.js';
import { askAcceptance } from './ask-acceptance.js';
import { type Answer, type Decision, type Rules, withEntry } from './decision.js';
import { waitForFirst } from './join-requests.js';
import { askForPlace, refer } from './place-request.js';
import { planAsk, staffAt, withoutAsk } from './plan-ask.js';
import { askResident } from './record-outcome.js';
import type { PlannedAsk, RequestRecord } from './record.js';
import { startCoordination, startPath } from './start-path.js';

/** A step failed and its retries are spent: the duty desk is asked whether to try again or to close. */
export function askForAttention(record: RequestRecord, rules: Rules, at: number): Decision {
  const { settings } = rules.town;
  const to = staffAt(rules, { ladder: 'department', department: settings.departments.dutyDesk }, 0, at);
  const until = deadline(at, settings.attentionWithin, settings);
  const planned = planAsk(
    withEntry({ ...record, asks: [] }, { at, type: 'attention', to: to.staff }),
    { kind: 'attention', to, until },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'attention', ask: planned.ask } };
}

/** The duty desk answered: go on from where the request stands, or close it as referred. */
export function resumeRequest(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  const settled = withoutAsk(record, ask.n);
  if (answer.option === 'refer') return refer(settled, answer);
  if (answer.option === 'withdrawn' || settled.withdrawnAt !== undefined) {
    return { record: settled, notices: [], next: { to: 'close' } };
  }
  const resumed = withEntry(settled, { at: answer.at, type: 'resumed', by: answer.by });
  if (resumed.joinedTo !== undefined) return waitForFirst(resumed, rules, resumed.joinedTo, answer.at);
  switch (resumed.status) {
    case 'received':
      return askForPlace(resumed, rules, answer.at);
    case 'assigned':
      return resumed.path === 'emergency' && resumed.dissatisfied === 0
        ? startCoordination(resumed, rules, answer.at)
        : askAcceptance(resumed, rules, answer.at);
    case 'accepted':
      return startPath(resumed, rules, answer.at);
    case 'coordinating':
      return startCoordination(resumed, rules, answer.at);
    case 'awaiting_confirmation':
      return askResident(resumed, rules, answer.at);
    case 'closed':
    case 'withdrawn':
      return { record: resumed, notices: [], next: { to: 'close' } };
  }
}
