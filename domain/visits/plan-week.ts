import { addDays, daysBetween, mondayOf } from '../calendar/plain-dates.js';
import type { Household, TownSettings } from '../town/schema.js';

const DAYS_OF_WEEK = 7;

/** The known visits to one grid, and the day for which its week is planned. */
export interface Planning {
  readonly visits: Omit<TownSettings['visits'], 'mostPeople'>;
  /** All households of the grid. */
  readonly households: readonly Household[];
  /** The local date on which somebody was last met, by household number. */
  readonly lastVisits: ReadonlyMap<number, string>;
  /** Listed the week before and not visited. */
  readonly carriedOver: ReadonlySet<number>;
  readonly date: string;
}

/** A household on a week's list. */
export interface DueHousehold {
  readonly household: number;
  readonly class: string;
  /** By when its time comes: its last visit and one cadence. */
  readonly dueOn: string;
  readonly lastVisit?: string | undefined;
  readonly carriedOver: boolean;
}

export interface WeekPlan {
  /** Most overdue first. */
  readonly due: readonly DueHousehold[];
  /** How many more are due this week than a grid is asked to visit in one. */
  readonly waiting: number;
}

interface Candidate extends DueHousehold {
  readonly everyDays: number;
  /** Weeks until the one in which its time comes; 0 is this week, or before. */
  readonly week: number;
}

/**
 * The households of a grid to be visited in the week of `date`: whose time comes this week or came before, the most
 * overdue first, never more than the town allows. Where a later week would have too many, some are visited before their
 * time, so that the weeks are even; none before half its cadence is over, and none twice in a week.
 */
export function planWeek(planning: Planning): WeekPlan {
  const { visits, date } = planning;
  const monday = mondayOf(date);
  const all = candidates(planning);
  const open = all
    .filter(({ lastVisit }) => lastVisit === undefined || lastVisit < monday)
    .toSorted(
      (a, b) => daysBetween(b.dueOn, a.dueOn) || a.everyDays - b.everyDays || a.household - b.household,
    );
  const dueNow = open.filter(({ week }) => week === 0);
  const early = open.filter((candidate) => candidate.week > 0 && isRipe(candidate, monday));
  const wanted = Math.min(visits.perWeek, Math.max(dueNow.length, evenRate(all)));
  const due = [...dueNow, ...early].slice(0, wanted).map(({ everyDays: _every, week: _week, ...one }) => one);
  return { due, waiting: Math.max(0, dueNow.length - due.length) };
}

function candidates(planning: Planning): Candidate[] {
  const { visits, households, lastVisits, carriedOver, date } = planning;
  const monday = mondayOf(date);
  return visits.classes.flatMap(({ id, everyDays }) =>
    households
      .filter((household) => household.class === id)
      .toSorted((a, b) => a.number - b.number)
      .map(({ number }, position, { length }) => {
        const lastVisit = lastVisits.get(number);
        const carried = carriedOver.has(number);
        const own =
          lastVisit === undefined
            ? addDays(visits.since, Math.floor((everyDays * position) / length))
            : addDays(lastVisit, everyDays);
        // A visit that a week left over is due since that week ended, although it may have been listed before its time.
        const dueOn = carried && own >= monday ? addDays(monday, -1) : own;
        const week = Math.max(0, Math.floor(daysBetween(monday, dueOn) / DAYS_OF_WEEK));
        return { household: number, class: id, dueOn, lastVisit, carriedOver: carried, everyDays, week };
      }),
  );
}

/** A household is not visited again before half its cadence is over; one that nobody has visited yet, at any time. */
const isRipe = ({ lastVisit, everyDays }: Candidate, monday: string): boolean =>
  lastVisit === undefined || daysBetween(lastVisit, monday) * 2 >= everyDays;

/**
 * The least number of visits a week with which every household is visited in time from now on: of the weeks to come,
 * the one up to which most visits a week are needed.
 */
function evenRate(all: readonly Candidate[]): number {
  const rhythms = all.map(({ week, everyDays }) => ({ first: week, every: weeksIn(everyDays) }));
  const horizon = Math.max(0, ...rhythms.map(({ first, every }) => first + every));
  let rate = 0;
  for (let week = 0; week <= horizon; week += 1) {
    const needed = rhythms.map(({ first, every }) =>
      week < first ? 0 : 1 + Math.floor((week - first) / every),
    );
    rate = Math.max(rate, Math.ceil(needed.reduce((sum, one) => sum + one, 0) / (week + 1)));
  }
  return rate;
}

/** A cadence in whole weeks: lists are weekly. */
const weeksIn = (everyDays: number): number => Math.max(1, Math.floor(everyDays / DAYS_OF_WEEK));
