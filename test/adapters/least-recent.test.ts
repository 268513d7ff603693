import * as fc from 'fast-check';
import { LeastRecent } from '../../adapters/least-recent.js';

const keys = fc.constantFrom('a', 'b', 'c', 'd');
const use = fc.record({ key: keys, size: fc.integer({ min: 1, max: 12 }) });

describe('what was used last', () => {
  it('is kept, and never more of all than the limit, but for one thing that alone is larger', () => {
    fc.assert(
      fc.property(fc.array(use, { maxLength: 40 }), (uses) => {
        const kept = new LeastRecent<number>(10);
        for (const { key, size } of uses) {
          kept.set(key, size, size);
          expect(kept.get(key)).toBe(size);
          const sizes = ['a', 'b', 'c', 'd'].flatMap((one) => kept.get(one) ?? []);
          // Looking at all has made no other than the last the one that goes first.
          kept.get(key);
          const all = sizes.reduce((sum, one) => sum + one, 0);
          expect(all <= 10 || sizes.length === 1).toBe(true);
        }
      }),
    );
  });

  it('outlives what was not, however long ago it was first kept', () => {
    const kept = new LeastRecent<string>(2);
    kept.set('a', 'A', 1);
    kept.set('b', 'B', 1);
    kept.get('a');
    kept.set('c', 'C', 1);
    expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual(['A', undefined, 'C']);
  });
});
