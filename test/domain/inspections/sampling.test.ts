import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { allotPlaces } from '../../../domain/inspections/allot-places.js';
import { type Candidate, drawSample } from '../../../domain/inspections/draw-sample.js';
import { shareCalls } from '../../../domain/inspections/share-calls.js';

const seeds = fc.string({ minLength: 1, maxLength: 24 });
const candidates = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[0-9A-Z]{8}$/),
    grid: fc.integer({ min: 0, max: 12 }),
    tickets: fc.integer({ min: 1, max: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const sizes = fc.integer({ min: 1, max: 70 });

const grids = (drawn: readonly Candidate[]) => new Set(drawn.map(({ grid }) => grid));
const count = (drawn: readonly Candidate[], grid: number) =>
  drawn.filter((candidate) => candidate.grid === grid).length;

/** As many requests as asked of each grid, one ticket each. */
const town = (...perGrid: number[]): Candidate[] =>
  perGrid.flatMap((size, i) =>
    Array.from({ length: size }, (_, n) => ({ id: `G${i + 1}N${n}`, grid: i + 1, tickets: 1 })),
  );

describe('the telephone sample', () => {
  it('has a request of every grid that has any', () => {
    fc.assert(
      fc.property(candidates, seeds, sizes, (all, seed, atLeast) => {
        expect(grids(drawSample(all, { seed, atLeast }))).toEqual(grids(all));
      }),
    );
  });

  it('is as large as the town wants, larger where there are more grids, and everything where there is less', () => {
    fc.assert(
      fc.property(candidates, seeds, sizes, (all, seed, atLeast) => {
        const drawn = drawSample(all, { seed, atLeast });
        expect(drawn).toHaveLength(Math.min(all.length, Math.max(atLeast, grids(all).size)));
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
        expect(drawn.every((one) => all.includes(one))).toBe(true);
      }),
    );
  });

  it('follows from the seed alone, in whatever order the requests are given', () => {
    fc.assert(
      fc.property(
        candidates.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        seeds,
        sizes,
        ([all, shuffled], seed, atLeast) => {
          expect(drawSample(shuffled, { seed, atLeast })).toEqual(drawSample(all, { seed, atLeast }));
        },
      ),
    );
  });

  it('is another one with another seed', () => {
    const all = town(40, 40);
    const ids = (seed: string) => drawSample(all, { seed, atLeast: 10 }).map(({ id }) => id);
    expect(ids('one')).not.toEqual(ids('two'));
  });

  it('is drawn by SHA-256 of seed, number and ticket, so that anybody can redraw it with a common tool', () => {
    const ticket = (id: string) => createHash('sha256').update(`the seed ${id} 1`).digest('hex');
    const expected = town(9)
      .map(({ id }) => id)
      .toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1))
      .slice(0, 4);
    expect(drawSample(town(9), { seed: 'the seed', atLeast: 4 }).map(({ id }) => id)).toEqual(expected);
  });

  it('draws what closed without an answer about twice as often', () => {
    const all = town(200).map((one, i) => ({ ...one, tickets: i < 100 ? 2 : 1 }));
    let silent = 0;
    let others = 0;
    for (let i = 0; i < 60; i += 1)
      for (const { tickets } of drawSample(all, { seed: `seed ${i}`, atLeast: 20 }))
        if (tickets === 2) silent += 1;
        else others += 1;
    // 1,200 drawn of as many of each kind: 800 to 400, less a little for drawing without putting back.
    expect(silent / others).toBeGreaterThan(1.7);
    expect(silent / others).toBeLessThan(2.2);
  });
});

describe('the places of the grids', () => {
  const places = (all: readonly Candidate[], atLeast: number, seed = 'seed') => {
    const drawn = drawSample(all, { seed, atLeast });
    return [...grids(all)].map((grid) => count(drawn, grid));
  };

  it('are one each, the others in proportion by largest remainder', () => {
    // 17 places beyond the three, over 60, 30 and 10 of 100 tickets: 10.2, 5.1 and 1.7.
    expect(places(town(60, 30, 10), 20)).toEqual([11, 6, 3]);
  });

  it('are never more than a grid has; the others share what it leaves', () => {
    expect(places(town(60, 1, 2), 50)).toEqual([47, 1, 2]);
  });

  it('count a closure without an answer for two', () => {
    const all = town(20, 20).map((one) => ({ ...one, tickets: one.grid === 1 ? 2 : 1 }));
    expect(places(all, 14)).toEqual([9, 5]);
  });

  it('are as many as there are to give, within one of the exact share where no grid is drawn whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 50, max: 90 }), { minLength: 1, maxLength: 8 }),
        fc.nat(30),
        seeds,
        (sizesOfGrids, more, seed) => {
          const strata = sizesOfGrids.map((size, i) => ({ grid: i + 1, size, tickets: size }));
          const total = sizesOfGrids.reduce((sum, size) => sum + size, 0);
          const allotted = allotPlaces(strata, strata.length + more, seed);
          expect([...allotted.values()].reduce((sum, n) => sum + n, 0)).toBe(strata.length + more);
          for (const { grid, size } of strata)
            expect(Math.abs((allotted.get(grid) ?? 0) - 1 - (more * size) / total)).toBeLessThan(1);
        },
      ),
    );
  });
});

describe('the calls', () => {
  const inspectors = ['i1', 'i2', 'i3'];
  const shareable = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[0-9A-Z]{8}$/),
      inspectors: fc.subarray(inspectors, { minLength: 1 }),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  );
  const loads = (shares: ReadonlyMap<string, string>) =>
    inspectors.map((one) => [...shares.values()].filter((to) => to === one).length);

  it('go to nobody whose own case it is, and each to somebody', () => {
    fc.assert(
      fc.property(shareable, (drawn) => {
        const shares = shareCalls(drawn, inspectors);
        for (const one of drawn) expect(one.inspectors).toContain(shares.get(one.id));
        expect(shares.size).toBe(drawn.length);
      }),
    );
  });

  it('are shared evenly among those who may make them', () => {
    fc.assert(
      fc.property(fc.nat(120), (n) => {
        const drawn = Array.from({ length: n }, (_, i) => ({ id: `R${i}`, inspectors }));
        const shared = loads(shareCalls(drawn, inspectors));
        expect(Math.max(...shared) - Math.min(...shared)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('move from who has more to who has less wherever one may be moved', () => {
    fc.assert(
      fc.property(shareable, (drawn) => {
        const shares = shareCalls(drawn, inspectors);
        const load = (one: string) => [...shares.values()].filter((to) => to === one).length;
        for (const one of drawn)
          for (const other of one.inspectors)
            expect(load(shares.get(one.id) ?? '') - load(other)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are refused where nobody may make one', () => {
    expect(() => shareCalls([{ id: 'R1', inspectors: [] }], inspectors)).toThrow(
      expect.objectContaining({ name: 'NoInspector' }),
    );
  });
});
