import { Precedence } from '../lambda/precedence.js';

const turns = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('what a function does for nobody who waits at a connection', () => {
  /** So many callers, and what ends the first of them. */
  function called(precedence: Precedence, callers: number): () => void {
    let end = (): void => undefined;
    for (let n = 0; n < callers; n += 1)
      void precedence.first(() => new Promise<void>((resolve) => (end = resolve)));
    return () => end();
  }

  it('lets the first in at once in a process that has just begun', async () => {
    jest.spyOn(performance, 'now').mockReturnValue(1);
    const precedence = new Precedence();
    called(precedence, 5);
    await expect(precedence.rest(() => Promise.resolve('done'))).resolves.toBe('done');
    jest.restoreAllMocks();
  });

  it('begins at once while few call', async () => {
    const precedence = new Precedence();
    called(precedence, 4);
    const both = Promise.all(['a', 'b'].map((one) => precedence.rest(() => Promise.resolve(one))));
    await expect(both).resolves.toEqual(['a', 'b']);
  });

  it('waits while many call, without standing still, and goes on in its order once they are answered', async () => {
    const precedence = new Precedence();
    const endOne = called(precedence, 5);
    const begun: number[] = [];
    for (const n of [1, 2, 3]) void precedence.rest(() => Promise.resolve(begun.push(n)));
    await turns();
    expect(begun).toEqual([1]);
    endOne();
    await turns();
    expect(begun).toEqual([1, 2, 3]);
  });

  it('begins no more at once than keeps the machine busy, and the next when one is done', async () => {
    jest.spyOn(performance, 'now').mockReturnValue(1);
    const precedence = new Precedence(2);
    const ends: (() => void)[] = [];
    for (const _one of [1, 2, 3, 4, 5])
      void precedence.rest(() => new Promise<void>((resolve) => ends.push(resolve)));
    await turns();
    // Two, and the one that is let in however much is under way.
    expect(ends).toHaveLength(3);
    ends[0]?.();
    await turns();
    expect(ends).toHaveLength(3);
    ends[1]?.();
    await turns();
    expect(ends).toHaveLength(4);
    jest.restoreAllMocks();
  });

  it('goes on beside what waits for something that answers late', async () => {
    jest.useFakeTimers();
    const precedence = new Precedence(1);
    const begun: number[] = [];
    for (const n of [1, 2, 3])
      void precedence.rest(() => {
        begun.push(n);
        return new Promise<void>(() => undefined);
      });
    await jest.advanceTimersByTimeAsync(100);
    expect(begun).toEqual([1, 2, 3]);
    jest.useRealTimers();
  });
});
