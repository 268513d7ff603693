import { inspectionPacks, type PackSources } from '../../../domain/inspections/inspection-pack.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import type { Town } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';

const DAY = 86_400_000;
const PERIOD = { from: MONDAY_9_AM - 28 * DAY, to: MONDAY_9_AM };
const request = (id: string, changes: Partial<RequestFacts> = {}): RequestFacts => ({
  ...factsOf(aRequest({ id, at: MONDAY_9_AM - 5 * DAY })),
  grid: 1,
  ...changes,
});

/** The pack of grid 1. */
function pack(
  sources: Partial<PackSources> & { requests?: readonly RequestFacts[] } = {},
  town: Town = caseTown(),
) {
  const { requests = [], ...rest } = sources;
  const [first] = inspectionPacks(town, {
    date: '2026-08',
    period: PERIOD,
    happenings: { requests, visits: [], receptions: [], causes: [] },
    checks: [],
    efforts: new Map(),
    ...rest,
  });
  if (!first) throw new Error('no pack was made');
  return first;
}

describe("a grid's pack for the inspection of a month", () => {
  it('is made for every grid, by number, and says nothing of the others', () => {
    const packs = inspectionPacks(caseTown(), {
      date: '2026-08',
      period: PERIOD,
      happenings: { requests: [request('1')], visits: [], receptions: [], causes: [] },
      checks: [],
      efforts: new Map(),
    });
    expect(packs.map(({ grid, figures }) => [grid, figures.received])).toEqual([
      [1, 1],
      [2, 0],
      [3, 0],
    ]);
    expect(JSON.stringify(packs)).not.toMatch(/rank|score|average/i);
  });

  it('lists what was open in the period, oldest first, and counts what is nobody’s business', () => {
    const made = pack({
      requests: [
        request('2', { createdAt: MONDAY_9_AM - 2 * DAY }),
        request('1', { closedAt: MONDAY_9_AM - DAY, closedAs: 'satisfied' }),
        request('3', { category: 'surgery' }),
        request('4', {
          createdAt: PERIOD.from - 40 * DAY,
          closedAt: PERIOD.from - DAY,
          closedAs: 'satisfied',
        }),
        request('5', { grid: 2 }),
      ],
    });
    expect(made.ledger.map(({ id }) => id)).toEqual(['1', '2']);
    expect(made.unlisted).toBe(1);
    expect(made.open).toBe(2);
  });

  it.each<[string, Partial<RequestFacts>, number]>([
    ['late without an outcome', {}, 1],
    [
      'handled, and its resident is asked',
      { handledAt: MONDAY_9_AM - 2 * DAY, waits: { for: 'confirmation' } },
      0,
    ],
    ['reopened, and late again', { handledAt: MONDAY_9_AM - 2 * DAY, waits: { for: 'grid' } }, 1],
    ['waiting for its resident', { pausedSince: MONDAY_9_AM - 2 * DAY }, 0],
    ['not due yet', { dueAt: MONDAY_9_AM + DAY }, 0],
  ])('counts as overdue what is %s: %j', (_, changes, overdue) => {
    expect(pack({ requests: [request('1', { dueAt: MONDAY_9_AM - DAY, ...changes })] }).overdue).toBe(
      overdue,
    );
  });

  it('says what the weekly inspections of the grid came to', () => {
    const check = { by: 'l1', method: 'files', task: 't' } as const;
    const made = pack({
      checks: [
        { ...check, grid: 1, result: 'passed' },
        { ...check, grid: 1, result: 'failed', points: ['ledger'] },
        { ...check, grid: 2, result: 'missed' },
      ],
    });
    expect(made.checks).toEqual({ made: 2, passed: 1, failed: 1, missed: 0 });
  });

  it('meters what was asked of the team: texts and questions, and the minutes the town counts for each', () => {
    const efforts = new Map([
      ['a1', { texts: 20, asks: 8 }],
      ['b1', { texts: 4, asks: 0 }],
      ['a2', { texts: 90, asks: 90 }],
    ]);
    expect(pack({ efforts }).effort).toEqual({ people: 3, texts: 24, asks: 8, minutes: 24 * 0.5 + 8 * 3 });
  });

  it('counts somebody who has two posts of the grid once', () => {
    const town = caseTown();
    const grids = town.grids.map((grid) => ({ ...grid, posts: { ...grid.posts, b: grid.posts.a } }));
    const efforts = new Map([['a1', { texts: 10, asks: 1 }]]);
    expect(pack({ efforts }, { ...town, grids }).effort).toMatchObject({ people: 2, texts: 10 });
  });
});
