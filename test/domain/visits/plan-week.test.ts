import * as fc from 'fast-check';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import type { Household } from '../../../domain/town/schema.js';
import { type Planning, planWeek } from '../../../domain/visits/plan-week.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const SINCE = '2026-08-24';
const KEY = { id: 'key', name: both('key'), everyDays: 14 };
const ORDINARY = { id: 'ordinary', name: both('ordinary'), everyDays: 180 };

const household = (number: number, kind: string): Household => ({
  grid: 1,
  number,
  village: 'east-village',
  group: 1,
  class: kind,
});
const households = (count: number, kind: string, from = 1): Household[] =>
  Array.from({ length: count }, (_, i) => household(from + i, kind));

const planning = (changes: Partial<Planning> = {}): Planning => ({
  visits: { since: SINCE, perWeek: 12, classes: [KEY, ORDINARY] },
  households: [household(1, 'key'), household(2, 'ordinary')],
  lastVisits: new Map(),
  carriedOver: new Set(),
  date: SINCE,
  ...changes,
});
const listed = (changes: Partial<Planning>): number[] =>
  planWeek(planning(changes)).due.map(({ household: number }) => number);

describe("a week's list", () => {
  it('holds a household in the week in which its cadence is over, and not before', () => {
    const lastVisits = new Map([
      [1, '2026-08-26'],
      [2, '2026-08-26'],
    ]);
    expect(listed({ lastVisits, date: '2026-08-31' })).toEqual([]);
    expect(listed({ lastVisits, date: '2026-09-07' })).toEqual([1]);
    expect(listed({ lastVisits: lastVisits.set(1, '2027-02-20'), date: '2027-02-22' })).toEqual([2]);
  });

  it('is the same on whichever day of the week it is made', () => {
    const lastVisits = new Map([[1, '2026-08-26']]);
    expect(listed({ lastVisits, date: '2026-09-11' })).toEqual(listed({ lastVisits, date: '2026-09-07' }));
  });

  it('begins with the most overdue, and never has more than the town allows', () => {
    const lastVisits = new Map([1, 2, 3, 4, 5].map((number) => [number, addDays('2026-06-10', -number)]));
    const plan = planWeek(
      planning({
        visits: { since: SINCE, perWeek: 3, classes: [KEY] },
        households: households(5, 'key'),
        lastVisits,
      }),
    );
    expect(plan.due.map(({ household: number }) => number)).toEqual([5, 4, 3]);
    expect(plan.waiting).toBe(2);
  });

  it('spreads the first visits over one cadence instead of asking for all at once', () => {
    const all = households(26, 'ordinary');
    expect(listed({ households: all })).toEqual([1, 2]);
    expect(listed({ households: all, date: '2027-03-01' })).toHaveLength(12);
  });

  it('takes some before their time where a later week would have too many', () => {
    const all = households(20, 'ordinary');
    const lastVisits = new Map(all.map(({ number }) => [number, '2026-05-04']));
    const visits = { since: SINCE, perWeek: 5, classes: [ORDINARY] };
    // All of them are due in the week of 26 October: ten weeks from here, two a week.
    expect(listed({ households: all, lastVisits, visits, date: '2026-08-24' })).toEqual([1, 2]);
    // Nobody is visited again before half the cadence is over.
    expect(listed({ households: all, lastVisits, visits, date: '2026-07-27' })).toEqual([]);
  });

  it('carries over what was listed and not visited, and says so', () => {
    const lastVisits = new Map([[2, '2026-05-01']]);
    const { due } = planWeek(planning({ lastVisits, carriedOver: new Set([2]), date: '2026-09-07' }));
    expect(due).toEqual([
      expect.objectContaining({ household: 1, carriedOver: false }),
      { household: 2, class: 'ordinary', dueOn: '2026-09-06', lastVisit: '2026-05-01', carriedOver: true },
    ]);
  });

  it('leaves out whoever was visited this week already', () => {
    const lastVisits = new Map([[1, '2026-09-08']]);
    const visits = { since: SINCE, perWeek: 12, classes: [{ ...KEY, everyDays: 3 }, ORDINARY] };
    expect(listed({ visits, lastVisits, date: '2026-09-10', households: [household(1, 'key')] })).toEqual([]);
  });
});

// --- the law --------------------------------------------------------------------------------------------------------

const WEEKS = 60;
const cadences = fc.uniqueArray(fc.constantFrom(7, 14, 21, 30, 60, 90, 180), { minLength: 1, maxLength: 3 });

const towns = fc
  .record({
    cadences,
    counts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }),
    seed: fc.nat(),
  })
  .map(({ cadences: days, counts, seed }) => {
    const classes = days.map((everyDays, i) => ({ id: `c${i}`, name: both(''), everyDays }));
    const all = classes.flatMap(({ id }, i) => households(counts[i] ?? 1, id, 1 + 20 * i));
    const load = classes.reduce(
      (sum, { everyDays }, i) => sum + (counts[i] ?? 1) / Math.floor(everyDays / 7),
      0,
    );
    return { classes, all, load, seed };
  });

/** Plays a year of weeks in which every listed household is visited, on a day that the seed decides. */
function play(
  { classes, all, seed }: { classes: Planning['visits']['classes']; all: Household[]; seed: number },
  perWeek: number,
) {
  const lastVisits = new Map<number, string>();
  const weeks: { monday: string; due: ReturnType<typeof planWeek>['due'] }[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    const monday = addDays(SINCE, 7 * week);
    const { due } = planWeek({
      visits: { since: SINCE, perWeek, classes },
      households: all,
      lastVisits,
      carriedOver: new Set(),
      date: monday,
    });
    weeks.push({ monday, due });
    for (const [i, one] of due.entries()) lastVisits.set(one.household, addDays(monday, (seed + i) % 7));
  }
  return weeks;
}

describe('the plan', () => {
  it('lists every household at least once a cadence when the capacity suffices', () => {
    fc.assert(
      fc.property(towns, (town) => {
        // A household may come again after half its cadence, so twice the load is room enough for every order of visits.
        const weeks = play(town, Math.ceil(2 * town.load) + 1);
        for (const { number, class: kind } of town.all) {
          const everyDays = town.classes.find(({ id }) => id === kind)?.everyDays ?? 0;
          const listed = weeks.flatMap(({ due }, week) =>
            due.some(({ household }) => household === number) ? [week] : [],
          );
          // A list is made for the week in which the cadence ends, so a visit is at most six days late.
          const longest = Math.floor((everyDays + 6) / 7);
          const gaps = [-1, ...listed].map((week, i) => (listed[i] ?? WEEKS) - week);
          expect([number, gaps.filter((gap) => gap > longest)]).toEqual([number, []]);
        }
      }),
    );
  });

  it('never lists a household twice in a week, and never more than the capacity', () => {
    fc.assert(
      fc.property(towns, fc.integer({ min: 1, max: 16 }), (town, perWeek) => {
        for (const { due } of play(town, perWeek)) {
          expect(due.length).toBeLessThanOrEqual(perWeek);
          expect(new Set(due.map(({ household: number }) => number)).size).toBe(due.length);
        }
      }),
    );
  });

  it('comes to everybody in the end, even when the capacity does not suffice', () => {
    fc.assert(
      fc.property(towns, (town) => {
        const seen = new Set(
          play(town, Math.max(1, Math.floor(town.load))).flatMap(({ due }) =>
            due.map(({ household: number }) => number),
          ),
        );
        expect(seen.size).toBe(town.all.length);
      }),
    );
  });
});
