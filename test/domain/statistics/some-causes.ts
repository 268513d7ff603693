import * as fc from 'fast-check';
import type { CauseFacts } from '../../../domain/causes/cause-facts.js';

export const aCause = (changes: Partial<CauseFacts> = {}, category = 'street-light'): CauseFacts => ({
  id: '3ABCDEFG',
  grid: 1,
  cause: { village: 'east-village', group: 1, category, requests: ['A', 'B', 'C'] },
  createdAt: 1000,
  ...changes,
});

/** Causes of public and other categories in grids of the town and none, opened and over at such moments. */
export const someCauses = (instant: fc.Arbitrary<number>): fc.Arbitrary<CauseFacts[]> =>
  fc.array(
    fc
      .record({
        category: fc.constantFrom('street-light', 'surgery', 'gone'),
        grid: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        createdAt: instant,
        over: fc.option(fc.record({ closedAt: instant, result: fc.constantFrom('cleared', 'referred') }), {
          nil: undefined,
        }),
      })
      .map(({ category, over, ...facts }) => aCause({ ...facts, ...over }, category)),
  );
