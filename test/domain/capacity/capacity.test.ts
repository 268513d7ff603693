import { LIMITS } from '../../../domain/capacity/limits.js';
import { AREAS, meanHour, requestsOfYear, SAME_DAY } from '../../../domain/capacity/request-use.js';
import { breaksAt, firstToBreak, townsOfCell } from '../../../domain/capacity/storm.js';
import { totalUsd, yearlyCost } from '../../../domain/capacity/yearly-cost.js';

const limit = (id: string) => {
  const found = LIMITS.find((one) => one.id === id);
  if (!found) throw new Error(`there is no limit ${id}`);
  return found;
};

describe('a limit', () => {
  it.each([
    // So much a second, a request's share of it, 3,600 seconds an hour.
    ['sms-rate', (20 / 8) * 3600],
    ['transitions', (800 / 9) * 3600],
    ['starts', 150 * 3600],
    // At once: seventeen runs of a fifth of a second to a request.
    ['lambda', (1000 / 3.4) * 3600],
    // Open for five days, a million of them.
    ['open-executions', 1_000_000 / (5 * 24)],
  ])('%s is reached at so many requests an hour', (id, requests) => {
    expect(breaksAt(limit(id), SAME_DAY)).toBeCloseTo(requests, 6);
  });

  it('of a town alone is as far for every town, however many there are', () => {
    const timesOf = (area: keyof typeof AREAS): number | undefined =>
      firstToBreak(AREAS[area], SAME_DAY).find(({ limit: one }) => one.id === 'board-writes')?.timesUsual;
    expect(timesOf('province')).toBeCloseTo(timesOf('town') ?? 0, 6);
  });

  it('that all towns share is nearer the more there are', () => {
    const timesOf = (area: keyof typeof AREAS): number =>
      firstToBreak(AREAS[area], SAME_DAY).find(({ limit: one }) => one.id === 'transitions')?.timesUsual ?? 0;
    expect(timesOf('town') / timesOf('prefecture')).toBeCloseTo(80, 6);
  });
});

describe('what breaks first', () => {
  it('is what is the nearest to usual', () => {
    const times = firstToBreak(AREAS.province, SAME_DAY).map(({ timesUsual }) => timesUsual);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it('is how fast AWS sends texts: in a province on an ordinary day, in a prefecture at ten times its busy hour', () => {
    const [province] = firstToBreak(AREAS.province, SAME_DAY);
    const [prefecture] = firstToBreak(AREAS.prefecture, SAME_DAY);
    expect([province?.limit.id, prefecture?.limit.id]).toEqual(['sms-rate', 'sms-rate']);
    expect(province?.timesUsual).toBeLessThan(1);
    expect(prefecture?.timesUsual).toBeGreaterThan(10);
  });

  it('of what fills over days is measured by the mean, and not by an hour', () => {
    const open = firstToBreak(AREAS.province, SAME_DAY).find(({ limit: { id } }) => id === 'open-executions');
    expect(open?.timesUsual).toBeCloseTo(8333.33 / meanHour(AREAS.province), 2);
  });
});

describe('a cell', () => {
  const breaks = (towns: number): boolean => {
    const { people, requests } = AREAS.province;
    const area = { towns, people: (people / AREAS.province.towns) * towns, requests };
    return firstToBreak(area, SAME_DAY).some(
      ({ limit: { of, raisedBy }, timesUsual }) =>
        of === 'deployment' && raisedBy === 'quota' && timesUsual < 10,
    );
  };

  it('carries as many towns through a storm of ten as no quota breaks, and one more would break one', () => {
    const towns = townsOfCell(AREAS.province, SAME_DAY, 10);
    expect([breaks(towns), breaks(towns + 1)]).toEqual([false, true]);
  });

  it('that texts by a carrier of its own carries more', () => {
    const without = LIMITS.filter(({ id }) => id !== 'sms-rate');
    expect(townsOfCell(AREAS.province, SAME_DAY, 10, without)).toBeGreaterThan(
      2 * townsOfCell(AREAS.province, SAME_DAY, 10),
    );
  });
});

describe('a year', () => {
  it('costs what its requests and its towns do: twice as many cost twice as much', () => {
    const { towns, people, requests } = AREAS.prefecture;
    const twice = { towns: towns * 2, people: people * 2, requests };
    expect(totalUsd(yearlyCost(twice, SAME_DAY))).toBeCloseTo(
      2 * totalUsd(yearlyCost(AREAS.prefecture, SAME_DAY)),
      4,
    );
  });

  it('costs of the workflow nine transitions a request at $25 a million', () => {
    const workflow = yearlyCost(AREAS.province, SAME_DAY).find(({ id }) => id === 'workflow');
    expect(workflow?.usd).toBeCloseTo((requestsOfYear(AREAS.province) * 9 * 25) / 1_000_000, 4);
  });

  it('costs its schedules even where nobody asks for anything', () => {
    const quiet = yearlyCost({ ...AREAS.town, requests: 0 }, SAME_DAY);
    expect(quiet.filter(({ usd }) => usd > 0).map(({ id }) => id)).toEqual(['schedules']);
  });
});
