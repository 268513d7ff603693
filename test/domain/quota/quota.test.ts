import * as fc from 'fast-check';
import {
  emptyQuota,
  freePlace,
  givenBy,
  hasPlace,
  positionOf,
  type Quota,
  type QuotaRules,
  takePlace,
  toldBy,
} from '../../../domain/quota/quota.js';

const AUGUST = Date.parse('2026-08-24T09:00:00+08:00');
const DAY = 86_400_000;
const rules = (changes: Partial<QuotaRules> = {}): QuotaRules => ({
  count: 1,
  per: 'year',
  tellAt: [1],
  timeZone: 'Asia/Shanghai',
  ...changes,
});
const change = (request: string, at = AUGUST) => ({ request, at, by: `take:${request}` });
const take = (
  quota: Quota,
  request: string,
  { need = 0, since = 0, at = AUGUST } = {},
  by = rules(),
): Quota => takePlace(quota, by, { ...change(request, at), need, since });
const free = (quota: Quota, request: string, at = AUGUST, by = rules()): Quota =>
  freePlace(quota, by, { request, at, by: `free:${request}` });
const none = emptyQuota('small-town', 'surgery');
const line = ({ waiting }: Quota): string[] => waiting.map(({ request }) => request);

/** A has the only place; B, C and D wait. */
const full = ['A', 'B', 'C', 'D'].reduce((quota, request, since) => take(quota, request, { since }), none);

describe('a programme with one place', () => {
  it('gives it to the first who needs it; the others wait in the order they came', () => {
    expect([hasPlace(full, 'A'), line(full)]).toEqual([true, ['B', 'C', 'D']]);
    expect([positionOf(full, 'A'), positionOf(full, 'C')]).toEqual([undefined, 2]);
  });

  it('puts greater need before an earlier date, and of equal need the earlier date first', () => {
    const needy = take(take(full, 'E', { need: 3, since: 9 }), 'F', { need: 3, since: 8 });
    expect(line(needy)).toEqual(['F', 'E', 'B', 'C', 'D']);
  });

  it('takes no place from who has it, however great the need', () => {
    expect(hasPlace(take(full, 'E', { need: 9 }), 'A')).toBe(true);
  });

  it('passes a place that is given up to the next in line', () => {
    const passed = free(full, 'A');
    expect([hasPlace(passed, 'B'), line(passed)]).toEqual([true, ['C', 'D']]);
    expect(givenBy(passed, { request: 'A', at: AUGUST, by: 'free:A' })).toEqual(['B']);
  });

  it('forgets the turn of who leaves the line, and gives nobody a place for it', () => {
    expect([line(free(full, 'C')), hasPlace(free(full, 'C'), 'A')]).toEqual([['B', 'D'], true]);
  });

  it('tells everybody where they stand at first, and again when they come to a position that the programme names', () => {
    expect(full.waiting.map(({ told }) => told)).toEqual([1, 2, 3]);
    const change = { request: 'A', at: AUGUST, by: 'free:A' };
    // From 2 to 1 is news, from 3 to 2 is none.
    expect(toldBy(free(full, 'A'), change)).toEqual([{ request: 'C', position: 1 }]);
  });

  it('keeps the turn of who looks again after a while, and tells them where they stand now', () => {
    const again = { request: 'C', at: AUGUST + 30 * DAY, by: 'take:C:again' };
    const looked = takePlace(full, rules(), { ...again, need: 9, since: 99 });
    expect([line(looked), toldBy(looked, again)]).toEqual([['B', 'C', 'D'], [{ request: 'C', position: 2 }]]);
  });
});

describe('places', () => {
  const JANUARY = Date.parse('2027-01-01T00:00:00+08:00');

  it.each<[QuotaRules['per'], number, boolean]>([
    ['year', JANUARY, true],
    ['year', JANUARY - 1, false],
    ['month', Date.parse('2026-09-01T00:00:00+08:00'), true],
    ['month', Date.parse('2026-08-31T23:59:59+08:00'), false],
    ['total', JANUARY, false],
  ])('given per %s are there anew from the next one on, in the town’s own time', (per, at, anew) => {
    const looked = take(full, 'E', { at, since: 9 }, rules({ per }));
    expect(hasPlace(looked, 'B')).toBe(anew);
  });

  it('of the new year are not taken back by a change that was begun in the old one', () => {
    const anew = take(full, 'E', { at: JANUARY, since: 9 });
    const late = take(anew, 'F', { at: JANUARY - 1, since: 10 });
    expect([hasPlace(late, 'B'), line(late)]).toEqual([true, ['C', 'D', 'E', 'F']]);
  });

  it('that the town adds are given out with the next change', () => {
    const more = take(full, 'E', { since: 9 }, rules({ count: 3 }));
    expect([line(more), givenBy(more, change('E'))]).toEqual([
      ['D', 'E'],
      ['B', 'C'],
    ]);
  });

  it('that the town takes away are nobody’s loss who has one', () => {
    const two = take(take(none, 'A', {}, rules({ count: 2 })), 'B', { since: 1 }, rules({ count: 2 }));
    const fewer = free(take(two, 'C', { since: 2 }), 'A');
    expect([hasPlace(fewer, 'B'), line(fewer)]).toEqual([true, ['C']]);
  });
});

// --- laws --------------------------------------------------------------------------------------------------------------

interface Doing {
  readonly does: 'take' | 'free';
  readonly who: number;
  readonly need: number;
  readonly days: number;
}
const aDoing: fc.Arbitrary<Doing> = fc.record({
  does: fc.constantFrom('take' as const, 'take' as const, 'free' as const),
  who: fc.nat(9),
  need: fc.nat(3),
  days: fc.nat(20),
});
const someRules = fc.record({
  count: fc.integer({ min: 1, max: 4 }),
  per: fc.constantFrom('year' as const, 'month' as const, 'total' as const),
});
const apply = (
  quota: Quota,
  limits: QuotaRules,
  { does, who, need }: Doing,
  at: number,
  n: number,
): Quota => {
  const one = { request: `R${who}`, at, by: `${does}:${n}` };
  return does === 'free'
    ? freePlace(quota, limits, one)
    : takePlace(quota, limits, { ...one, need, since: who });
};

/** Nobody waits while a place is free. */
const isWorthWaiting = ({ given, waiting }: Quota, { count }: QuotaRules): boolean =>
  waiting.length === 0 || given.length === count;

describe('whoever takes and gives up places, in whatever order', () => {
  it('no more are given than there are, nobody is there twice, and nobody waits while one is free', () => {
    fc.assert(
      fc.property(someRules, fc.array(aDoing, { maxLength: 60 }), (some, doings) => {
        const limits = rules(some);
        let at = AUGUST;
        let quota = none;
        for (const [n, doing] of doings.entries()) {
          at += doing.days * DAY;
          const before = quota;
          quota = apply(before, limits, doing, at, n);
          expect(quota.given.length).toBeLessThanOrEqual(limits.count);
          const all = [...quota.given, ...quota.waiting].map(({ request }) => request);
          expect(new Set(all).size).toBe(all.length);
          expect(quota === before || isWorthWaiting(quota, limits)).toBe(true);
          // Made again, as when a function is retried, it changes nothing.
          expect(apply(quota, limits, doing, at, n)).toBe(quota);
        }
      }),
    );
  });

  it('nobody is passed over: whoever gets a place needs it no less than all who still wait', () => {
    fc.assert(
      fc.property(someRules, fc.array(aDoing, { maxLength: 60 }), (some, doings) => {
        const limits = rules(some);
        let quota = none;
        for (const [n, doing] of doings.entries()) {
          const before = quota;
          quota = apply(before, limits, doing, AUGUST, n);
          const needs = new Map(before.waiting.map(({ request, need }) => [request, need]));
          const fresh = quota.given.filter(({ request }) => !hasPlace(before, request));
          const lucky = fresh.map(({ request }) => needs.get(request) ?? doing.need);
          const greatest = Math.max(0, ...quota.waiting.map(({ need }) => need));
          for (const need of lucky) expect(need).toBeGreaterThanOrEqual(greatest);
        }
      }),
    );
  });
});

/** A table of one item, whose writes are conditional as DynamoDB's are; each call takes as long as the scheduler lets it. */
class OneItem {
  quota = none;
  constructor(private readonly scheduler: fc.Scheduler) {}
  load = (): Promise<Quota> => this.scheduler.schedule(Promise.resolve()).then(() => this.quota);
  save = (changed: Quota): Promise<boolean> =>
    this.scheduler.schedule(Promise.resolve()).then(() => {
      if (changed.version !== this.quota.version) return false;
      this.quota = { ...changed, version: changed.version + 1 };
      return true;
    });
}

async function changeOnce(item: OneItem, decide: (quota: Quota) => Quota): Promise<void> {
  for (;;) {
    const quota = await item.load();
    const changed = decide(quota);
    if (changed === quota || (await item.save(changed))) return;
  }
}

describe('many at once', () => {
  it('never give one place twice, and lose nobody, however their reads and writes fall', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        someRules,
        fc.array(aDoing, { maxLength: 12 }),
        async (scheduler, some, doings) => {
          const limits = rules(some);
          const item = new OneItem(scheduler);
          const writers = doings.map((doing, n) =>
            changeOnce(item, (quota) => apply(quota, limits, doing, AUGUST, n)),
          );
          await scheduler.waitFor(Promise.all(writers));
          const { given, waiting } = item.quota;
          expect(given.length).toBeLessThanOrEqual(limits.count);
          const all = [...given, ...waiting].map(({ request }) => request);
          expect(new Set(all).size).toBe(all.length);
          expect(isWorthWaiting(item.quota, limits)).toBe(true);
          const onlyTook = doings.filter(
            ({ who, does }) => does === 'take' && !doings.some((o) => o.who === who && o.does === 'free'),
          );
          for (const { who } of onlyTook) expect(all).toContain(`R${who}`);
        },
      ),
      { numRuns: 60 },
    );
  });
});
