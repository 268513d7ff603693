import * as fc from 'fast-check';
import { closeDay, closingTime, dayToClose } from '../../../domain/daily-close/close-day.js';
import { isOverdue } from '../../../domain/request/running-deadline.js';
import { NAMED_OVERDUE } from '../../../domain/daily-close/close-report.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { WAIT_REASONS } from '../../../domain/request/waits-for.js';
import { settings } from '../small-town.js';

const DAY = { date: '2026-08-25', from: 1000, to: 2000 };

const request = (changes: Partial<RequestFacts> = {}): RequestFacts => ({
  id: 'R',
  step: 'coordination',
  category: 'street-light',
  path: 'same-day',
  channel: 'web',
  grid: 1,
  createdAt: 1500,
  dissatisfied: 0,
  silences: 0,
  transfers: 0,
  extensions: 0,
  waits: { for: 'grid', staff: ['a1'] },
  ...changes,
});
const totalOf = (...requests: Partial<RequestFacts>[]) => closeDay(requests.map(request), DAY).total;

describe('a day', () => {
  const on = (date: string, before?: { to: number }) => dayToClose(settings(), date, before);

  it('is closed at the time that the town says, however late the workflow comes to it', () => {
    expect(on('2026-08-25').to).toBe(Date.parse('2026-08-25T17:30:00+08:00'));
    const rounds = { ...settings().rounds, 'daily-close': { on: 'working-days', at: '16:00' } } as const;
    expect(closingTime(settings({ rounds }), '2026-08-25')).toBe(Date.parse('2026-08-25T16:00:00+08:00'));
  });

  it('begins where the last one ended, so that evenings, Sundays and days an outage skipped are in one', () => {
    const friday = on('2026-08-21');
    expect(on('2026-08-24', friday).from).toBe(friday.to);
  });

  it('begins with its date when none was closed before', () => {
    expect(on('2026-08-25').from).toBe(Date.parse('2026-08-25T00:00:00+08:00'));
  });
});

describe('what a day saw', () => {
  it.each([
    ['came in before it', { createdAt: 999 }, { reported: 0, handled: 0, closed: 0, carriedOver: 1 }],
    ['came in as it began', { createdAt: 1000 }, { reported: 1, handled: 0, closed: 0, carriedOver: 1 }],
    ['came in as it was closed', { createdAt: 2000 }, { reported: 0, handled: 0, closed: 0, carriedOver: 0 }],
    ['got its outcome', { handledAt: 1600 }, { reported: 1, handled: 1, closed: 0, carriedOver: 1 }],
    [
      'was withdrawn',
      { closedAt: 1999, closedAs: 'withdrawn' },
      { reported: 1, handled: 0, closed: 1, carriedOver: 0 },
    ],
    [
      'ended after the close, before it was counted',
      { handledAt: 1600, closedAt: 2000, closedAs: 'satisfied' },
      { reported: 1, handled: 1, closed: 0, carriedOver: 1 },
    ],
    [
      'ended before it',
      { createdAt: 100, handledAt: 900, closedAt: 950, closedAs: 'satisfied' },
      { reported: 0, handled: 0, closed: 0, carriedOver: 0 },
    ],
  ] as const)('counts a request that %s', (_, changes, counts) => {
    expect(totalOf(changes)).toMatchObject(counts);
  });

  it('is told by grid, in the order of their numbers; a grid without anything is left out', () => {
    const { grids } = closeDay(
      [request({ grid: 3 }), request({ grid: 2, createdAt: 2500 }), request({ grid: undefined }), request()],
      DAY,
    );
    expect(grids.map(({ grid, reported }) => [grid, reported])).toEqual([
      [0, 1],
      [1, 1],
      [3, 1],
    ]);
  });
});

it('what got done is named by kind where it concerns public places, and never what complains about staff', () => {
  const done = { handledAt: 1600, handledAs: 'done' } as const;
  const [grid] = closeDay(
    [
      request(done),
      request(done),
      request({ ...done, category: 'dispute' }),
      request({ ...done, about: ['a1'] }),
      request({ handledAt: 1600, handledAs: 'refused' }),
      request({ ...done, handledAt: 900 }),
    ],
    DAY,
    new Set(['street-light']),
  ).grids;
  expect(grid?.done).toEqual([{ category: 'street-light', count: 2 }]);
});

describe('what is carried over', () => {
  it('says what it waits for', () => {
    const { waiting, carriedOver } = totalOf(
      { waits: { for: 'department', staff: ['w1'] } },
      { waits: { for: 'department', staff: ['w2'] } },
      { waits: { for: 'confirmation' } },
      { waits: { for: 'documents' }, pausedSince: 1600 },
    );
    expect(waiting).toEqual({ department: 2, confirmation: 1, documents: 1 });
    expect(carriedOver).toBe(4);
  });

  it.each([
    ['its deadline is to come', { dueAt: 2001 }, false],
    ['its deadline is this moment', { dueAt: 2000 }, true],
    ['its deadline has passed', { dueAt: 1000 }, true],
    ['the resident owes documents', { dueAt: 1000, pausedSince: 900, waits: { for: 'documents' } }, false],
    ['the resident is asked whether it is good', { dueAt: 1000, waits: { for: 'confirmation' } }, false],
    ['it waits for the first report', { dueAt: 1000, waits: { for: 'first-report' } }, false],
    ['a step of it failed', { dueAt: 1000, waits: { for: 'attention' } }, true],
    ['it is over', { dueAt: 1000, closedAt: 1900, closedAs: 'satisfied' }, false],
    ['it has no deadline yet', {}, false],
  ] as const)('is overdue or not: %s', (_, changes, overdue) => {
    const { waits, ...others } = { waits: undefined, ...changes };
    const its = request({ createdAt: 100, ...others, ...(waits ? { waits } : {}) });
    expect(isOverdue(its, 2000)).toBe(overdue);
  });

  it('names the most overdue of each grid, and counts them all', () => {
    const late = Array.from({ length: NAMED_OVERDUE + 3 }, (_, n) =>
      request({ id: `R${n}`, createdAt: 1, dueAt: 1900 - n }),
    );
    const [grid] = closeDay(late, DAY).grids;
    expect(grid?.overdue).toBe(late.length);
    expect(grid?.late.map(({ request }) => request)).toEqual(['R8', 'R7', 'R6', 'R5', 'R4', 'R3']);
  });
});

describe('day after day', () => {
  const moment = fc.nat(4000);
  const lived = fc
    .record({
      createdAt: moment,
      lasted: fc.option(fc.nat(3000), { nil: undefined }),
      grid: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      waits: fc.constantFrom(...WAIT_REASONS),
    })
    .map(({ createdAt, lasted, grid, waits }) =>
      request({
        createdAt,
        grid,
        waits: { for: waits },
        ...(lasted === undefined ? {} : { closedAt: createdAt + lasted, closedAs: 'satisfied' }),
      }),
    );

  it('what is left is what was left and what came in, without what ended', () => {
    fc.assert(
      fc.property(fc.array(lived), fc.tuple(fc.nat(2000), fc.nat(2000)), (requests, [one, other]) => {
        const first = closeDay(requests, { date: '2026-08-24', from: 0, to: one });
        const next = closeDay(requests, { date: '2026-08-25', from: one, to: one + other });
        for (const of of ['total', 1, 2, 3, 4] as const) {
          const [before, after] = [first, next].map((report) =>
            of === 'total' ? report.total : report.grids.find(({ grid }) => grid === of),
          );
          const left = (before?.carriedOver ?? 0) + (after?.reported ?? 0) - (after?.closed ?? 0);
          expect(after?.carriedOver ?? 0).toBe(left);
        }
      }),
    );
  });

  it('the grids add up to the town, and the reasons to what is carried over', () => {
    fc.assert(
      fc.property(fc.array(lived), (requests) => {
        const { total, grids } = closeDay(requests, DAY);
        for (const name of ['reported', 'handled', 'closed', 'carriedOver', 'overdue'] as const)
          expect(grids.reduce((sum, its) => sum + its[name], 0)).toBe(total[name]);
        const reasons = Object.values(total.waiting).reduce((sum, n) => sum + n, 0);
        expect(reasons).toBe(total.carriedOver);
      }),
    );
  });
});
