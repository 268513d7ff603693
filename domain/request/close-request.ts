import { isEarly } from '../asks/put-late.js';
import { localDate } from '../calendar/local-time.js';
import { addDays } from '../calendar/plain-dates.js';
import { showRequestId } from '../codes/request-id.js';
import type { TextKey } from '../texts/text-keys.js';
import { type Decision, type Notice, type Rules, withEntry } from './decision.js';
import { tellResident, tellStaff } from './notices.js';
import { given } from '../words/given.js';
import { isSealed } from './confidential.js';
import { ownerOf } from './owner-of.js';
import { categoryOf, programmeOf } from './programme-of.js';
import type { Next, RequestRecord } from './record.js';
import type { ClosedAs } from './timeline.js';
import { verdictOf } from './verdict-of.js';

const CLOSED_TEXT: Readonly<Record<ClosedAs, TextKey>> = {
  satisfied: 'closed-satisfied',
  no_answer: 'closed-no-answer',
  refused: 'closed-refused',
  referred: 'closed-referred',
  joined: 'closed-joined',
  withdrawn: 'closed-withdrawn',
};

/** What the record says about how it ends. A refusal stays a refusal whatever the resident answered, or did not. */
function closedAs(record: RequestRecord): ClosedAs {
  if (record.withdrawnAt !== undefined) return 'withdrawn';
  if (record.joinedTo !== undefined) return 'joined';
  if (record.outcome?.as === 'refused') return 'refused';
  if (record.outcome?.as === 'referred') return 'referred';
  return verdictOf(record) ?? 'no_answer';
}

/** It ends whatever the resident says of it. */
const endsAnyway = ({ withdrawnAt, joinedTo, outcome }: RequestRecord): boolean =>
  withdrawnAt !== undefined ||
  joinedTo !== undefined ||
  outcome?.as === 'referred' ||
  outcome?.as === 'refused';

/** What was answered at the last moment can have led on: that is not closed. */
const mayBeClosed = (record: RequestRecord): boolean =>
  endsAnyway(record) || record.status === 'awaiting_confirmation';

/** The resident was asked later than planned, and has their time still: that they say nothing is not known yet. */
export const isClosedEarly = (record: RequestRecord, at: number): boolean =>
  !endsAnyway(record) &&
  verdictOf(record) === undefined &&
  record.asks.some((ask) => ask.kind === 'confirmation' && isEarly(ask, at));

/** The resident was asked and said nothing. */
const withSilence = (record: RequestRecord, at: number): RequestRecord =>
  record.withdrawnAt === undefined && record.asks.some(({ kind }) => kind === 'confirmation')
    ? withEntry(record, { at, type: 'no-answer', to: 'resident' })
    : record;

/** Closes a request, tells the resident and, when it was withdrawn, whoever owned it. */
export function closeRequest(record: RequestRecord, rules: Rules, at: number): Decision {
  if (record.closedAs !== undefined) return { record, notices: [], next: finished(record) };
  if (!mayBeClosed(record) || isClosedEarly(record, at))
    return { record, notices: [], next: { to: 'again' } };
  const as = closedAs(record);
  const followUps = followUpDays(record, rules, at, as);
  const closed = withEntry(
    {
      ...withSilence(record, at),
      status: as === 'withdrawn' ? 'withdrawn' : 'closed',
      closedAs: as,
      closedAt: at,
      // Whoever has the post by now closes it as its owner, and stays named as such.
      ...given({ owner: ownerOf(record, rules.town) }),
      asks: [],
      ...(followUps.length > 0 ? { followUps } : {}),
    },
    { at, type: 'closed', as },
  );
  return { record: closed, notices: closingNotices(closed, rules, as), next: finished(closed) };
}

/** A place that was not used is for the next in line. */
const finished = ({ place }: RequestRecord): Next => ({
  to: 'finished',
  ...(place !== undefined && place.usedAt === undefined ? { place: true } : {}),
});

function closingNotices(record: RequestRecord, rules: Rules, as: ClosedAs): Notice[] {
  const other = record.joinedTo === undefined ? {} : { other: showRequestId(record.joinedTo) };
  const reason = record.outcome?.reason ?? '';
  const elsewhere =
    as === 'refused' ? { alternatives: programmeOf(record, rules).alternatives[record.language] } : {};
  return [
    tellResident(record, rules, CLOSED_TEXT[as], { reason, ...other, ...elsewhere }),
    ...(as === 'withdrawn' && record.owner !== undefined
      ? [tellStaff(record, rules, record.owner, 'told-withdrawn')]
      : []),
  ];
}

/** The tracking service: days after closure on which the programme wants the grid team to look in again. */
function followUpDays(record: RequestRecord, rules: Rules, at: number, as: ClosedAs): string[] {
  const served =
    (as === 'satisfied' || as === 'no_answer') && categoryOf(record, rules).programme !== undefined;
  if (!served || record.department !== undefined || isSealed(record)) return [];
  const today = localDate(at, rules.town.settings.timeZone);
  return programmeOf(record, rules).followUpDays.map((days) => addDays(today, days));
}
