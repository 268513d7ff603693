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
    await expect(precedence.turn()).resolves.toBeUndefined();
    jest.restoreAllMocks();
  });

  it('begins at once while few call', async () => {
    const precedence = new Precedence();
    called(precedence, 4);
    const both = Promise.all([precedence.turn(), precedence.turn()]);
    await expect(both).resolves.toHaveLength(2);
  });

  it('waits while many call, without standing still, and goes on in its order once they are answered', async () => {
    const precedence = new Precedence();
    const endOne = called(precedence, 5);
    const begun: number[] = [];
    for (const n of [1, 2, 3]) void precedence.turn().then(() => begun.push(n));
    await turns();
    expect(begun).toEqual([1]);
    endOne();
    await turns();
    expect(begun).toEqual([1, 2, 3]);
  });
});
