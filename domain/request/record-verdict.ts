import { deadline } from '../deadlines/deadline.js';
import { askAcceptance } from './ask-acceptance.js';
import { sendToDuty } from './assign-request.js';
import { type Answer, type Decision, type Notice, type Rules, noteOf, withEntry } from './decision.js';
import { dutyOf } from './duty-of.js';
import { contactOf, personOrStandIn } from './home-ladder.js';
import { tellResident, tellStaff } from './notices.js';
import { staffAt, withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';
import { askOutcome } from './start-path.js';

/** The resident said whether they are satisfied. */
export function recordVerdict(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  const settled = withoutAsk(record, ask.n);
  const note = noteOf(answer);
  if (answer.option !== 'unsatisfied') {
    const record =
      answer.option === 'satisfied'
        ? withEntry(settled, { at: answer.at, type: 'satisfied', by: 'resident', ...note })
        : settled;
    return { record, notices: [], next: { to: 'close' } };
  }
  const unhappy = withEntry(
    { ...settled, dissatisfied: settled.dissatisfied + 1 },
    { at: answer.at, type: 'unsatisfied', by: 'resident', ...note },
  );
  return reopen(unhappy, rules, answer);
}

/**
 * Not satisfied: back to the first-asked owner with a leader told. A second time it goes to the town leader and the
 * inspection team; after the town's limit it is referred to others and closed.
 */
function reopen(record: RequestRecord, rules: Rules, answer: Answer): Decision {
  const { settings } = rules.town;
  if (record.dissatisfied > settings.limits.reopenings) return referred(record, rules, answer);
  const { outcome: _outcome, handler: _handler, ...rest } = record;
  const dueAt = deadline(answer.at, settings.paths[record.path].settleWithin, settings);
  const reopened = withEntry({ ...rest, status: 'assigned', dueAt }, { at: answer.at, type: 'reopened' });
  const decision = askAgain(reopened, rules, answer.at);
  const told = tellResident(decision.record, rules, 'reopened');
  return { ...decision, notices: [told, ...leadersTold(record, rules, answer), ...decision.notices] };
}

/** Asks whoever a reopened request goes to: its first-asked owner, or the department to which the duty list keeps it, and from the second time on the town leader. */
export function askAgain(record: RequestRecord, rules: Rules, at: number): Decision {
  if (record.dissatisfied > 1) return askOutcome(record, rules, at, townLeader(rules, at));
  const duty = dutyOf(record, rules.town);
  return duty
    ? sendToDuty(record, rules, duty, at)
    : askAcceptance(record, rules, at, personOrStandIn(record, rules, record.owner, at));
}

const townLeader = (rules: Rules, at: number) =>
  staffAt(rules, { ladder: 'department', department: rules.town.settings.departments.townLeader }, 0, at);

function leadersTold(record: RequestRecord, rules: Rules, answer: Answer): Notice[] {
  const { departments } = rules.town.settings;
  const reason = answer.note ?? '';
  const first = record.dissatisfied === 1;
  const told = contactOf(rules, first ? departments.dutyLeader : departments.inspectionTeam, answer.at);
  const text = first ? 'told-reopened' : 'told-dissatisfied-twice';
  return told === undefined ? [] : [tellStaff(record, rules, told, text, { reason })];
}

function referred(record: RequestRecord, rules: Rules, answer: Answer): Decision {
  // Their own words are no reason of the town's: they stand in the timeline.
  return {
    record: { ...record, outcome: { as: 'referred' } },
    notices: leadersTold(record, rules, answer),
    next: { to: 'close' },
  };
}
