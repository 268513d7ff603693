import * as fc from 'fast-check';
import { pageOf } from '../../aws/page-of.js';

const key = (name: string) => name;

/** Everything, page by page. */
function all(names: readonly string[], size: number): string[][] {
  const pages: string[][] = [];
  let token: string | undefined;
  do {
    const page = pageOf(names, key, token, size);
    pages.push([...(page?.items ?? [])]);
    token = page?.next;
  } while (token !== undefined);
  return pages;
}

describe('pages', () => {
  it('together hold every item once, in order, and none is too long or empty', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 10 }),
        (names, size) => {
          const pages = all(names, size);
          expect(pages.flat()).toEqual([...names].sort());
          expect(pages.every(({ length }) => length > 0 && length <= size)).toBe(true);
        },
      ),
    );
  });

  it('go on where they were when the last item of a page has gone', () => {
    const first = pageOf(['a', 'b', 'c'], key, undefined, 2);
    expect(pageOf(['a', 'c'], key, first?.next, 2)).toEqual({ items: ['c'] });
  });

  it('are not found by a token that is not theirs', () => {
    expect(pageOf(['a'], key, 'nonsense', 2)).toBeUndefined();
  });
});
