import * as fc from 'fast-check';
import { csvText } from '../../../domain/csv/csv.js';
import { closedAsSchema } from '../../../domain/request/timeline.js';
import { STEPS } from '../../../domain/request/steps.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import type { Happenings } from '../../../domain/statistics/count-figures.js';
import { recordsTable } from '../../../domain/statistics/records.js';
import { RECORDS } from '../../../domain/statistics/record-kinds.js';
import { statisticsOf } from '../../../domain/statistics/statistics.js';
import { pathSchema } from '../../../domain/town/field-schemas.js';
import { caseTown } from '../request/case-town.js';
import { someCauses } from './some-causes.js';
import { type Exported, isCauseOf, isOf, recompute, recomputeCauses } from './recompute.js';

/** August 2026 in the town, and what happened up to a year before. */
const BEGIN = Date.parse('2026-08-01T00:00:00+08:00');
const PERIOD = { from: BEGIN, to: Date.parse('2026-09-01T00:00:00+08:00') };
const DAY = 86_400_000;

const instant = fc
  .integer({ min: -40, max: 40 * 24 * 60 })
  .map((minutes) => BEGIN + minutes * 60_000 + (minutes % 7));
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const grid = maybe(fc.integer({ min: 1, max: 4 }));
const some = fc.boolean();

const request: fc.Arbitrary<RequestFacts> = fc
  .record({
    step: fc.constantFrom(...STEPS),
    grid,
    path: fc.constantFrom(...pathSchema.options),
    createdAt: instant,
    respondBy: maybe(instant),
    acceptedAt: maybe(instant),
    dueAt: maybe(instant),
    handled: maybe(
      fc.record({
        handledAt: instant,
        handledAs: fc.constantFrom('done', 'refused'),
        handleBy: maybe(instant),
      }),
    ),
    closed: maybe(fc.record({ closedAt: instant, closedAs: fc.constantFrom(...closedAsSchema.options) })),
    verdict: maybe(fc.constantFrom('satisfied', 'unsatisfied', 'no-answer')),
    verdicts: maybe(
      fc.array(
        fc.record({ at: instant, contacted: some, solved: some, satisfied: some }, { requiredKeys: ['at'] }),
        { maxLength: 3 },
      ),
    ),
    yuan: maybe(fc.integer({ min: 1, max: 900_000 }).map((fen) => fen / 100)),
    mediatedAt: maybe(instant),
  })
  .map(({ handled, closed, ...facts }) => ({
    id: '7Q3K9M2X',
    category: 'street-light',
    channel: 'web',
    dissatisfied: 0,
    silences: 0,
    transfers: 0,
    extensions: 0,
    ...facts,
    ...handled,
    ...closed,
  }));

const happenings: fc.Arbitrary<Happenings> = fc.record({
  requests: fc.array(request),
  visits: fc.array(
    fc.record({
      id: fc.constant('V'),
      at: instant,
      grid: fc.integer({ min: 1, max: 4 }),
      household: fc.constant(1),
      people: fc.nat(9),
    }),
  ),
  receptions: fc.array(fc.record({ id: fc.constant('W'), at: instant, grid, people: fc.nat(30) })),
  causes: someCauses(instant),
});

const exported = (all: Happenings): Exported =>
  Object.fromEntries(
    RECORDS.map((kind) => [
      kind,
      csvText(recordsTable(kind, all, PERIOD, { town: caseTown(), language: 'en' })),
    ]),
  ) as unknown as Exported;

describe('from the exported tables alone', () => {
  it('every figure of the town, of each village and of each grid is computed again', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const tables = exported(all);
        const rounded = <F extends { yuan: number }>(figures: F): F => ({
          ...figures,
          yuan: Math.round(figures.yuan * 100),
        });
        const { total } = statisticsOf(caseTown(), 'town', all, PERIOD);
        expect(rounded(recompute(tables, PERIOD))).toEqual(rounded(total));
        for (const by of ['village', 'grid'] as const) {
          const { places, causes } = statisticsOf(caseTown(), by, all, PERIOD);
          for (const { id, name, figures } of places) {
            expect([id, rounded(recompute(tables, PERIOD, isOf(by, id, name.en)))]).toEqual([
              id,
              rounded(figures),
            ]);
          }
          for (const row of causes.filter(({ category }) => category !== 'unlisted'))
            expect(row).toMatchObject(recomputeCauses(tables, PERIOD, isCauseOf(by, row)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what is late by a millisecond is late', () => {
    const due = PERIOD.from + DAY;
    const late = { createdAt: PERIOD.from, respondBy: due, acceptedAt: due + 1, path: 'same-day' };
    const facts = {
      id: '7Q3K9M2X',
      category: 'x',
      channel: 'web',
      dissatisfied: 0,
      silences: 0,
      transfers: 0,
      extensions: 0,
      ...late,
    } as RequestFacts;
    const tables = exported({ requests: [facts], visits: [], receptions: [], causes: [] });
    expect(recompute(tables, PERIOD).responseRate).toMatchObject({ part: 0, of: 1 });
  });
});

it('the tables have their headings in the reader’s language', () => {
  const nothing = { requests: [], visits: [], receptions: [], causes: [] };
  for (const kind of RECORDS)
    for (const language of ['zh-CN', 'en'] as const) {
      const [header = []] = recordsTable(kind, nothing, PERIOD, { town: caseTown(), language });
      expect(new Set(header).size).toBe(header.length);
    }
});
