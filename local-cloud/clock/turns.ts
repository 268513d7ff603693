/**
 * Lets things begin side by side and be done in the order in which they began. On a clock that skips, calls take no
 * time at all; which of two answers comes first would otherwise be for the machine's load to say, and no story would
 * go twice the same way.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** Begins at once; settles after everything that was begun before under the same key. */
  async take<Result>(key: string, job: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(key);
    const running = job();
    const turn = Promise.allSettled([before, running]).then(() => undefined);
    this.last.set(key, turn);
    await turn;
    if (this.last.get(key) === turn) this.last.delete(key);
    return running;
  }
}
