import * as fc from 'fast-check';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { countFigures, type Happenings } from '../../../domain/statistics/count-figures.js';
import { CAUSES, COUNTS, DEFINITIONS, FIGURES, SHARES } from '../../../domain/statistics/figures.js';
import { DIVISIONS, statisticsOf } from '../../../domain/statistics/statistics.js';
import { statisticsCsv } from '../../../domain/statistics/statistics-csv.js';
import { pathSchema } from '../../../domain/town/field-schemas.js';
import { caseTown } from '../request/case-town.js';
import { town } from '../small-town.js';
import { aCause, someCauses } from './some-causes.js';

const PERIOD = { from: 1000, to: 2000 };
const HOUR = 3_600_000;

function request(changes: Partial<RequestFacts> = {}): RequestFacts {
  return {
    id: 'R',
    step: 'closure',
    category: 'street-light',
    path: 'same-day',
    channel: 'web',
    grid: 1,
    createdAt: 1000,
    dissatisfied: 0,
    silences: 0,
    transfers: 0,
    extensions: 0,
    ...changes,
  };
}

const figures = (requests: RequestFacts[], more: Partial<Happenings> = {}, period = PERIOD) =>
  countFigures({ requests, visits: [], receptions: [], causes: [], ...more }, period);

const SOLVED = { handledAt: 1200, handledAs: 'done', closedAt: 1300, closedAs: 'satisfied' } as const;

describe('the five figures of the year', () => {
  it('people are those met on visits and at receptions of the period', () => {
    const visits = [999, 1000, 1999, 2000].map((at) => ({ id: 'V', at, grid: 1, household: 1, people: 3 }));
    const receptions = [{ id: 'W', at: 1500, people: 2 }];
    expect(figures([], { visits, receptions }).people).toBe(8);
  });

  it('an item is handled once, when its first outcome is recorded, whenever it was received', () => {
    const long = request({ createdAt: 1, handledAt: 1500, handledAs: 'refused' });
    expect(figures([long, request(), request({ handledAt: 2000 })]).handled).toBe(1);
  });

  it.each([
    ['satisfied', 1],
    ['no_answer', 1],
    ['refused', 0],
    ['referred', 0],
    ['joined', 0],
    ['withdrawn', 0],
  ] as const)('a request closed as %s counts %d problems solved', (closedAs, solved) => {
    expect(figures([request({ ...SOLVED, closedAs })]).solved).toBe(solved);
  });

  it('a petition that was solved after its parties agreed is mediated', () => {
    const agreed = { mediatedAt: 1150 };
    const petitions = [
      { ...SOLVED, ...agreed },
      { ...agreed, closedAt: 1500, closedAs: 'refused' as const },
    ];
    const letter = request({ path: 'petition', ...SOLVED });
    const all = [letter, ...petitions.map((more) => request({ path: 'petition', ...more }))];
    expect(figures(all)).toMatchObject({
      solved: 2,
      petitionsMediated: 1,
    });
  });

  it('aid counts when the item is handled', () => {
    const given = [800, 200].map((yuan) => request({ ...SOLVED, yuan }));
    expect(figures([...given, request({ yuan: 5000 })]).yuan).toBe(1000);
  });
});

describe('a rate', () => {
  it.each([
    ['in time', { acceptedAt: 1100, respondBy: 1100 }, [1, 1]],
    ['late', { acceptedAt: 1101, respondBy: 1100 }, [0, 1]],
    ['never, and the time ran out', { respondBy: 1100 }, [0, 1]],
    ['not yet', { respondBy: 2000 }, [0, 0]],
    ['in time, before the period', { acceptedAt: 900, respondBy: 1100 }, [0, 0]],
    ['late, and the time ran out before the period', { acceptedAt: 1100, respondBy: 900 }, [0, 0]],
    ['never, as it was withdrawn first', { respondBy: 1100, closedAt: 1050, closedAs: 'withdrawn' }, [0, 0]],
  ] as const)('of response: taken up %s', (_when, facts, [part, of]) => {
    expect(figures([request(facts)]).responseRate).toMatchObject({ part, of });
  });

  it.each([
    ['in time', { handledAt: 1400, handleBy: 1400, dueAt: 5000 }, [1, 1]],
    ['late, by the deadline that stood then', { handledAt: 1500, handleBy: 1400, dueAt: 5000 }, [0, 1]],
    ['not, and the deadline passed', { dueAt: 1400 }, [0, 1]],
    ['not, as the deadline is still to come', { dueAt: 2400 }, [0, 0]],
    ['not, as the clock stands still', { dueAt: 1400, pausedSince: 1300 }, [0, 0]],
    ['not, as it waits for the first report', { dueAt: 1400, waits: { for: 'first-report' } }, [0, 0]],
    ['not, as it was referred before', { dueAt: 1400, closedAt: 1300, closedAs: 'referred' }, [0, 0]],
  ] as const)('of punctuality: handled %s', (_when, facts, [part, of]) => {
    expect(figures([request(facts)]).onTimeRate).toMatchObject({ part, of });
  });

  it('of resolution leaves out what was withdrawn or joined', () => {
    const closed = (['satisfied', 'refused', 'withdrawn', 'joined'] as const).map((closedAs) =>
      request({ ...SOLVED, closedAs }),
    );
    expect(figures(closed).resolutionRate).toEqual({ part: 1, of: 2, share: 0.5 });
  });

  it("of satisfaction takes the residents' last word and no silence", () => {
    const verdicts = (['satisfied', 'satisfied', 'unsatisfied', 'no-answer'] as const).map((verdict) =>
      request({ ...SOLVED, verdict, dissatisfied: 1 }),
    );
    expect(figures(verdicts).satisfactionRate).toMatchObject({ part: 2, of: 3 });
  });

  it('as residents said counts every verdict of the period that answers its question', () => {
    const reopened = request({
      verdicts: [
        { at: 1100, contacted: false, solved: false },
        { at: 1200, contacted: true, solved: true, satisfied: true },
      ],
    });
    const late = request({ createdAt: 1, closedAt: 900, verdicts: [{ at: 1500, satisfied: false }] });
    const before = request({ createdAt: 1, verdicts: [{ at: 999, contacted: true }] });
    expect(figures([reopened, late, before])).toMatchObject({
      saidContacted: { part: 1, of: 2 },
      saidSolved: { part: 1, of: 2 },
      saidSatisfied: { part: 1, of: 2 },
    });
  });

  it('as residents said takes the one verdict of what was stored before there were three, when it was closed', () => {
    const old = [request({ ...SOLVED, verdict: 'satisfied' }), request({ ...SOLVED, verdict: 'no-answer' })];
    expect(figures(old)).toMatchObject({
      saidContacted: { part: 0, of: 0 },
      saidSolved: { part: 0, of: 0 },
      saidSatisfied: { part: 1, of: 1 },
    });
  });

  it('of what staff claim is of first outcomes, done or refused', () => {
    const claimed = (['done', 'done', 'refused'] as const).map((handledAs) =>
      request({ handledAt: 1100, handledAs }),
    );
    expect(figures(claimed).claimedDone).toMatchObject({ part: 2, of: 3 });
  });

  it('of nothing is not said', () => {
    const nothing = figures([]);
    for (const name of SHARES) expect(nothing[name]).toEqual({ part: 0, of: 0, share: null });
    expect(nothing.medianHoursToClose).toBeNull();
  });
});

it('hours to close are those of a request that really took as long', () => {
  const took = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((hours) =>
    request({ createdAt: 0, closedAt: hours * HOUR, closedAs: 'satisfied' }),
  );
  expect(figures(took, {}, { from: 0, to: 101 * HOUR })).toMatchObject({
    medianHoursToClose: 5,
    p90HoursToClose: 9,
  });
});

describe('a cause', () => {
  const CLEARED = { result: 'cleared', closedAt: 1500 } as const;
  it.each<
    [rule: string, cause: Parameters<typeof aCause>[0], opened: number, waiting: number, cleared: number]
  >([
    ['opened in the period waits until it is over', {}, 1, 1, 0],
    ['opened before the period waits in it still', { createdAt: 400 }, 0, 1, 0],
    ['that nothing came of in the quiet time is closed', CLEARED, 1, 0, 1],
    ['closed after the period waits at its end', { ...CLEARED, closedAt: 2000 }, 1, 1, 0],
    ['closed before the period is no longer counted', { ...CLEARED, createdAt: 400, closedAt: 999 }, 0, 0, 0],
    ['that was referred is neither waiting nor closed', { ...CLEARED, result: 'referred' }, 1, 0, 0],
    ['opened after the period is not counted yet', { createdAt: 2000 }, 0, 0, 0],
  ])('%s', (_rule, cause, causesOpened, causesWaiting, causesCleared) => {
    expect(figures([], { causes: [aCause(cause)] })).toMatchObject({
      causesOpened,
      causesWaiting,
      causesCleared,
    });
  });

  it('is shown by place and category; what concerns no public place without its category', () => {
    const causes = [
      aCause(),
      aCause({ createdAt: 400, grid: 2 }),
      aCause({ grid: undefined }, 'surgery'),
      aCause({}, 'gone'),
    ];
    const all = { requests: [], visits: [], receptions: [], causes };
    expect(
      statisticsOf(caseTown(), 'village', all, PERIOD).causes.map((row) => [
        row.place,
        row.category,
        row.causesOpened,
        row.causesWaiting,
      ]),
    ).toEqual([
      ['east-village', 'street-light', 1, 2],
      ['east-village', 'unlisted', 1, 1],
      ['none', 'unlisted', 1, 1],
    ]);
  });
});

const moment = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined });
const grid = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const facts: fc.Arbitrary<RequestFacts> = fc
  .record({
    grid,
    path: fc.constantFrom(...pathSchema.options),
    createdAt: fc.integer({ min: 0, max: 3000 }),
    respondBy: moment,
    acceptedAt: moment,
    dueAt: moment,
    handledAt: moment,
    handleBy: moment,
    closedAt: moment,
    closedAs: fc.constantFrom('satisfied', 'no_answer', 'refused', 'withdrawn', undefined),
    verdict: fc.constantFrom('satisfied', 'unsatisfied', undefined),
    handledAs: fc.constantFrom('done', 'refused', undefined),
    verdicts: fc.option(
      fc.array(
        fc.record(
          {
            at: fc.integer({ min: 0, max: 3000 }),
            contacted: fc.boolean(),
            solved: fc.boolean(),
            satisfied: fc.boolean(),
          },
          { requiredKeys: ['at'] },
        ),
      ),
      { nil: undefined },
    ),
    yuan: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: undefined }),
  })
  .map((some) => request(some));
const met = fc.record({
  id: fc.constant('V'),
  at: fc.integer({ min: 0, max: 3000 }),
  grid: fc.integer({ min: 1, max: 5 }),
  household: fc.constant(1),
  people: fc.nat(9),
});
const happenings: fc.Arbitrary<Happenings> = fc.record({
  requests: fc.array(facts),
  visits: fc.array(met),
  receptions: fc.array(
    fc.oneof(
      met,
      met.map(({ grid: _grid, ...rest }) => rest),
    ),
  ),
  causes: someCauses(fc.integer({ min: 0, max: 3000 })),
});

/** What happens at a moment; a cause waits through several months. */
const EVENTS = [...COUNTS, 'causesOpened', 'causesCleared'] as const;

describe.each(DIVISIONS)('divided by %s', (by) => {
  it("the places' counts add up to the total, wherever things lie", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const { total, places, causes } = statisticsOf(caseTown(), by, all, PERIOD);
        for (const name of EVENTS)
          expect(places.reduce((sum, place) => sum + place.figures[name], 0)).toBe(total[name]);
        for (const name of SHARES)
          for (const side of ['part', 'of'] as const)
            expect(places.reduce((sum, place) => sum + place.figures[name][side], 0)).toBe(total[name][side]);
        for (const { id, figures: ofPlace } of places)
          for (const name of CAUSES) {
            const rows = causes.filter(({ place }) => place === id);
            expect(rows.reduce((sum, row) => sum + row[name], 0)).toBe(ofPlace[name]);
          }
      }),
    );
  });

  it('a period cut in two counts everything once', () => {
    fc.assert(
      fc.property(happenings, fc.integer({ min: 1000, max: 2000 }), (all, cut) => {
        const [whole, first, second] = [PERIOD, { from: 1000, to: cut }, { from: cut, to: 2000 }].map(
          (period) => statisticsOf(town(), by, all, period).total,
        );
        for (const name of EVENTS) expect(whole?.[name]).toBe((first?.[name] ?? 0) + (second?.[name] ?? 0));
        for (const name of SHARES)
          expect(whole?.[name].of).toBe((first?.[name].of ?? 0) + (second?.[name].of ?? 0));
        expect(whole?.causesWaiting).toBe(second?.causesWaiting);
      }),
    );
  });
});

it('a period is divided at the months of the town, the first and the last as far as they lie in it', () => {
  const at = (moment: string) => Date.parse(`${moment}+08:00`);
  const all = {
    requests: ['2026-07-31T23:59', '2026-08-01T00:00', '2026-08-31T12:00', '2026-09-01T00:00'].map(
      (moment, i) => request({ id: `R${i}`, createdAt: at(moment) }),
    ),
    visits: [],
    receptions: [],
    causes: [],
  };
  const period = { from: at('2026-07-20T00:00'), to: at('2026-09-02T00:00') };
  const { places } = statisticsOf(town(), 'month', all, period);
  expect(places.map(({ id, figures: { received } }) => [id, received])).toEqual([
    ['2026-07', 1],
    ['2026-08', 2],
    ['2026-09', 1],
  ]);
});

it('every place is listed, and what lies in no grid only where there is such', () => {
  const nothing = { requests: [], visits: [], receptions: [], causes: [] };
  const ids = (all: Happenings) => statisticsOf(town(), 'village', all, PERIOD).places.map(({ id }) => id);
  expect(ids(nothing)).toEqual(['east-village', 'north-village']);
  expect(ids({ ...nothing, requests: [request({ grid: undefined })] })).toContain('none');
});

describe('the table', () => {
  const table = (language: 'zh-CN' | 'en') => {
    const all = { requests: [request(SOLVED)], visits: [], receptions: [], causes: [] };
    return statisticsCsv(statisticsOf(town(), 'village', all, PERIOD), language, 'EUR');
  };

  it("begins with the mark that spreadsheets look for and has its headings in the reader's language", () => {
    expect(table('zh-CN').startsWith('\uFEFF编号,名称,走访接待群众,办理事项')).toBe(true);
    expect(table('en').startsWith('\uFEFFId,Name,People visited and received,Items handled')).toBe(true);
  });

  it('has a row a place, the total last, all equally wide, and quotes what holds a comma', () => {
    const [head = '', ...rows] = table('en').trim().split('\r\n');
    expect(rows.map((row) => row.split(',')[1])).toEqual(['East Village', 'North Village', 'Total']);
    for (const row of rows)
      expect(row.split(',')).toHaveLength(head.replaceAll(/"[^"]*"/g, '').split(',').length);
    expect(head).toContain('Half closed within (hours)');
    expect(head).toContain('Aid (EUR)');
  });
});

it('every figure has its definition in both languages', () => {
  for (const name of FIGURES)
    for (const language of ['zh-CN', 'en'] as const)
      expect(DEFINITIONS[name].definition[language].length).toBeGreaterThan(10);
});
