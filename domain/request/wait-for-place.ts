import { planAsk } from '../asks/plan-ask.js';
import { instantAt, localDate } from '../calendar/local-time.js';
import { deadline } from '../deadlines/deadline.js';
import type { ProgrammePlaces } from '../town/programme-places.js';
import { openStage } from './coordinate-programme.js';
import { type Decision, type Rules, withEntry } from './decision.js';
import { tellResident } from './notices.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';

/** The result of asking for one of the programme's places. */
export interface PlaceAsked {
  readonly round: number;
  /** The ask it has waited on, 0 before the first: what tells one asking from the next. */
  readonly waited: number;
  readonly given: boolean;
  readonly at: number;
}

/** Goes on with the stage where there is a place; else waits for one, with the clocks standing still. */
export function recordPlace(
  record: RequestRecord,
  rules: Rules,
  { round, given, at }: Omit<PlaceAsked, 'waited'>,
): Decision {
  const asked = { ...record, asks: record.asks.filter(({ kind }) => kind !== 'place') };
  const { places } = programmeOf(record, rules);
  const opened = openStage(asked, rules, round, at);
  // Withdrawn or refused meanwhile: it ends as it would without a place.
  if (opened.next.to !== 'take-place' || !places) return opened;
  return given ? goOn(asked, rules, round, at) : wait(asked, rules, places, at);
}

function goOn(record: RequestRecord, rules: Rules, round: number, at: number): Decision {
  const placed = withEntry(
    { ...record, place: { ...record.place, givenAt: at } },
    { at, type: 'place-given' },
  );
  const opened = openStage(placed, rules, round, at);
  // Who never waited was never told that they would have to.
  if (record.place?.joinedAt === undefined) return opened;
  const programme = programmeOf(record, rules).name[record.language];
  return {
    ...opened,
    notices: [tellResident(placed, rules, 'place-given', { programme }), ...opened.notices],
  };
}

/**
 * Waits until word comes that there is a place; looks at the list again after the programme's time, should word not
 * have come, and when a new period brings new places. After the longest wait the duty desk is asked.
 */
function wait(record: RequestRecord, rules: Rules, places: ProgrammePlaces, at: number): Decision {
  const { settings } = rules.town;
  const joinedAt = record.place?.joinedAt ?? at;
  const end = deadline(joinedAt, places.waitWithin, settings);
  if (at >= end) {
    return { record: { ...record, place: {} }, notices: [], next: { to: 'ended', outcome: 'attention' } };
  }
  const until = Math.min(
    end,
    deadline(at, places.reviewEvery, settings),
    nextPeriod(at, places, settings.timeZone),
  );
  const joined =
    record.place?.joinedAt === undefined
      ? withEntry({ ...record, place: { joinedAt } }, { at, type: 'waiting-for-place' })
      : record;
  const to = { who: 'quota', programme: programmeOf(record, rules).id } as const;
  const planned = planAsk(joined, { kind: 'place', to, until }, at);
  return { record: planned.record, notices: [], next: { to: 'wait-for-place', ask: planned.ask } };
}

/** When places of the next period can be given out; never, where they count together for good. */
function nextPeriod(at: number, { per }: Pick<ProgrammePlaces, 'per'>, timeZone: string): number {
  const [year = 0, month = 0] = localDate(at, timeZone).split('-').map(Number);
  switch (per) {
    case 'year':
      return instantAt(`${year + 1}-01-01`, '00:00', timeZone);
    case 'month':
      return instantAt(
        month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`,
        '00:00',
        timeZone,
      );
    case 'total':
      return Infinity;
  }
}
