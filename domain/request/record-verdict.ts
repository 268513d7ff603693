import { optionOf, reopens, type Verdict } from '../asks/verdict.js';
import { localDate } from '../calendar/local-time.js';
import { deadline } from '../deadlines/deadline.js';
import { isOnLeave } from '../posts/leave.js';
import type { Bilingual } from '../words/language.js';
import { askAcceptance } from './ask-acceptance.js';
import { sendToDuty } from './assign-request.js';
import { type Answer, type Decision, type Notice, type Rules, noteOf, withEntry } from './decision.js';
import { isSealed } from './confidential.js';
import { dutyOf } from './duty-of.js';
import { contactOf, personOrStandIn } from './home-ladder.js';
import { tellResident, tellStaff } from './notices.js';
import { staffAt, withoutAsk } from '../asks/plan-ask.js';
import type { PlannedAsk } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';
import { askOutcome } from './start-path.js';
import { languageOf, staffName } from './words.js';

/** The resident said whether they were contacted, whether it is solved and whether they are satisfied. */
export function recordVerdict(
  record: RequestRecord,
  rules: Rules,
  ask: PlannedAsk,
  answer: Answer,
): Decision {
  const settled = withoutAsk(record, ask.n);
  const verdict = verdictIn(record, answer);
  if (verdict === undefined) return { record: settled, notices: [], next: { to: 'close' } };
  const judged = withVerdict(settled, verdict, answer);
  if (!reopens(verdict))
    return { record: judged, notices: notContacted(judged, rules, verdict, answer), next: { to: 'close' } };
  return reopen({ ...judged, dissatisfied: judged.dissatisfied + 1 }, rules, answer, verdict);
}

/** The verdict in an answer; none where the system gave it. Nobody is asked whether a refused request is solved. */
export function verdictIn(
  { outcome }: RequestRecord,
  { option, verdict }: Pick<Answer, 'option' | 'verdict'>,
): Verdict | undefined {
  if (option !== 'satisfied' && option !== 'unsatisfied') return undefined;
  const whole = verdict ?? { satisfied: option === 'satisfied' };
  if (outcome?.as !== 'refused') return whole;
  const { solved: _solved, ...rest } = whole;
  return option === 'unsatisfied' && rest.satisfied !== false ? { ...rest, satisfied: false } : rest;
}

export function withVerdict(
  record: RequestRecord,
  verdict: Verdict,
  { at, note }: Pick<Answer, 'at' | 'note'>,
): RequestRecord {
  const type = optionOf(verdict);
  // That they are satisfied or not the entry says by its type.
  const more = verdict.contacted === undefined && verdict.solved === undefined ? {} : { verdict };
  return withEntry(record, { at, type, by: 'resident', ...noteOf({ note }), ...more });
}

/** Solved and satisfactory, but nobody had contacted them: the owner's leader hears of it, and nothing else follows. */
export function notContacted(
  record: RequestRecord,
  rules: Rules,
  { contacted }: Verdict,
  { at, note = '' }: Pick<Answer, 'at' | 'note'>,
): Notice[] {
  const leader = contacted === false ? leaderOf(record, rules, at) : undefined;
  const person = staffName(rules.town, record.owner);
  return leader === undefined
    ? []
    : [tellStaff(record, rules, leader, 'told-not-contacted', { person, reason: note })];
}

/** Who supervises the owner's village, or else the leader on duty. */
function leaderOf({ grid }: RequestRecord, rules: Rules, at: number): string | undefined {
  const { grids, supervisors, leave, settings } = rules.town;
  const today = localDate(at, settings.timeZone);
  const village = grids.find(({ number }) => number === grid)?.village;
  const theirs = supervisors.find(
    (one) => one.village === village && one.role === 'leader' && !isOnLeave(leave, one.staff, today),
  );
  return theirs?.staff ?? contactOf(rules, settings.departments.dutyLeader, at);
}

/**
 * Not satisfied: back to the first-asked owner with a leader told. A second time it goes to the town leader and the
 * inspection team; after the town's limit it is referred to others and closed.
 */
function reopen(record: RequestRecord, rules: Rules, answer: Answer, verdict: Verdict): Decision {
  const { settings } = rules.town;
  const leaders = leadersTold(record, rules, answer, verdict);
  // Their own words are no reason of the town's: they stand in the timeline.
  if (record.dissatisfied > settings.limits.reopenings)
    return {
      record: { ...record, outcome: { as: 'referred' } },
      notices: leaders,
      next: { to: 'close' },
    };
  const { outcome: _outcome, handler: _handler, ...rest } = record;
  const dueAt = deadline(answer.at, settings.paths[record.path].settleWithin, settings);
  const reopened = withEntry({ ...rest, status: 'assigned', dueAt }, { at: answer.at, type: 'reopened' });
  const decision = askAgain(reopened, rules, answer.at);
  const told = tellResident(decision.record, rules, 'reopened');
  return { ...decision, notices: [told, ...leaders, ...decision.notices] };
}

/** Asks who has a reopened request: its first-asked owner, or its duty-list department; later the town leader. */
export function askAgain(record: RequestRecord, rules: Rules, at: number): Decision {
  if (record.dissatisfied > 1 && !isSealed(record))
    return askOutcome(record, rules, at, townLeader(rules, at));
  const duty = dutyOf(record, rules.town);
  return duty
    ? sendToDuty(record, rules, duty, at)
    : askAcceptance(record, rules, at, personOrStandIn(record, rules, record.owner, at));
}

const townLeader = (rules: Rules, at: number) =>
  staffAt(rules, { ladder: 'department', department: rules.town.settings.departments.townLeader }, 0, at);

const NOBODY_CALLED: Bilingual = { 'zh-CN': '没有人联系过', en: 'nobody contacted them' };

function leadersTold(record: RequestRecord, rules: Rules, answer: Answer, verdict: Verdict): Notice[] {
  const { departments } = rules.town.settings;
  const first = record.dissatisfied === 1;
  const told = contactOf(rules, first ? departments.dutyLeader : departments.inspectionTeam, answer.at);
  const text = first ? 'told-reopened' : 'told-dissatisfied-twice';
  if (told === undefined) return [];
  const language = languageOf(rules.town, { staff: told }, record);
  const unheard = verdict.contacted === false && !answer.note ? NOBODY_CALLED[language] : '';
  return [tellStaff(record, rules, told, text, { reason: answer.note ?? unheard })];
}
