import { timeToAnswer } from '../deadlines/time-to-answer.js';
import { timeToTakeUp } from '../petition/time-to-take-up.js';
import type { AskKind } from '../asks/ask-kinds.js';
import { isSealed } from './confidential.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import { homeLadder, personOrStandIn } from './home-ladder.js';
import { planAsk, staffAt } from '../asks/plan-ask.js';
import type { Addressee } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';
import { isUrgent } from './is-urgent.js';

/** Asks somebody to accept a request: whoever was named, else the first of its ladder, unless `to` says who. */
export function askAcceptance(
  record: RequestRecord,
  rules: Rules,
  at: number,
  to: Addressee & { who: 'staff' } = firstAsked(record, rules, at),
): Decision {
  const until = acceptUntil(record, rules, at, to);
  const other = record.duplicateOf;
  const planned = planAsk(
    withEntry(record, { at, type: 'asked', to: to.staff, due: until }),
    {
      kind: acceptedAs(record),
      // Asked once whether it may go the normal way, its resident is not asked again.
      ...(record.confidential?.kept ? { options: ['accept', 'refuse'] as const } : {}),
      to,
      until,
      sealed: isSealed(record),
      ...(other === undefined ? {} : { other }),
    },
    at,
  );
  return { record: planned.record, notices: [], next: { to: 'accept', ask: planned.ask } };
}

function acceptedAs(record: RequestRecord): AskKind {
  if (!isToTakeUp(record)) return 'acceptance';
  return isSealed(record) ? 'complaint' : 'taking-up';
}

/** Whoever was named for it, else the first of its ladder. */
const firstAsked = (record: RequestRecord, rules: Rules, at: number): Addressee & { who: 'staff' } =>
  record.handler === undefined
    ? staffAt(rules, homeLadder(record, rules), 0, at)
    : personOrStandIn(record, rules, record.handler, at);

/** A petition is taken up once; what is reopened is accepted like anything else. */
const isToTakeUp = ({ petition }: RequestRecord): boolean =>
  petition !== undefined && petition.takenUpAt === undefined && petition.notTakenUpAt === undefined;

/** How long somebody on a ladder has to accept a request, or to take a petition up. */
export function acceptUntil(
  record: RequestRecord,
  { town }: Rules,
  at: number,
  to: Addressee & { who: 'staff' },
): number {
  const within = town.settings.paths[record.path].acceptWithin;
  return record.petition && isToTakeUp(record)
    ? timeToTakeUp(town, to, { at, takeUpBy: record.petition.takeUpBy, within })
    : timeToAnswer(at, within, town.settings, { urgent: isUrgent(record) });
}
