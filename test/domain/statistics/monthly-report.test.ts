import type { RequestFacts } from '../../../domain/request/facts.js';
import { countFigures, lateIn } from '../../../domain/statistics/count-figures.js';
import {
  monthBefore,
  monthlyFacts,
  monthNamed,
  stateOfMonth,
} from '../../../domain/statistics/monthly-report.js';

const PERIOD = { from: 1000, to: 2000 };

const request = (changes: Partial<RequestFacts>): RequestFacts => ({
  id: 'R',
  category: 'street-light',
  step: 'coordination',
  path: 'same-day',
  channel: 'web',
  createdAt: 1000,
  dissatisfied: 0,
  silences: 0,
  transfers: 0,
  extensions: 0,
  waits: { for: 'grid', staff: ['someone'] },
  ...changes,
});

describe('a month', () => {
  it.each([
    ['2026-08', '2026-08-31', '2026-07'],
    ['2026-02', '2026-02-28', '2026-01'],
    ['2028-02', '2028-02-29', '2028-01'],
    ['2026-01', '2026-01-31', '2025-12'],
  ])('%s ends on %s, and %s is before it', (month, to, before) => {
    expect(monthNamed(month)).toEqual({ month, from: `${month}-01`, to });
    expect(monthBefore(monthNamed(month))).toEqual(monthNamed(before));
  });

  it.each([
    ['2026-07-31T23:59:00+08:00', 'to-come'],
    ['2026-08-01T00:00:00+08:00', 'running'],
    ['2026-08-31T23:59:00+08:00', 'running'],
    ['2026-09-01T00:00:00+08:00', 'over'],
  ])('August, at %s, is %s', (now, state) => {
    expect(stateOfMonth(monthNamed('2026-08'), Date.parse(now), 'Asia/Shanghai')).toBe(state);
  });
});

describe('what was late in a month', () => {
  const requests = [
    request({ id: 'open', dueAt: 1500 }),
    request({ id: 'done-late', dueAt: 1200, handledAt: 1300, handledAs: 'done', handleBy: 1200 }),
    request({ id: 'done-in-time', dueAt: 1400, handledAt: 1300, handledAs: 'done', handleBy: 1400 }),
    request({ id: 'before', dueAt: 900 }),
    request({ id: 'withdrawn-before', dueAt: 1600, closedAt: 1100, closedAs: 'withdrawn' }),
    request({ id: 'the-residents-turn', dueAt: 1500, waits: { for: 'documents' } }),
  ];

  it('is what the on-time rate counts against it, the first to be due first', () => {
    expect(lateIn(requests, PERIOD).map(({ request: { id }, by }) => [id, by])).toEqual([
      ['done-late', 1200],
      ['open', 1500],
    ]);
    const { part, of } = countFigures(
      { requests, visits: [], receptions: [], causes: [] },
      PERIOD,
    ).onTimeRate;
    expect(of - part).toBe(lateIn(requests, PERIOD).length);
  });
});

describe('a monthly report', () => {
  it('tells visits from receptions, and names the emergencies that came in the month', () => {
    const visits = [999, 1000, 1999].map((at) => ({ id: 'V', at, grid: 1, household: 1, people: 3 }));
    const receptions = [{ id: 'W', at: 1500, people: 2 }];
    const requests = [999, 1800, 1200].map((createdAt) =>
      request({ id: `at-${createdAt}`, path: 'emergency', createdAt }),
    );
    const facts = monthlyFacts({ requests, visits, receptions, causes: [] }, PERIOD);
    expect(facts).toMatchObject({ visits: { times: 2, people: 6 }, receptions: { times: 1, people: 2 } });
    expect(facts.emergencies.map(({ id }) => id)).toEqual(['at-1200', 'at-1800']);
  });
});
