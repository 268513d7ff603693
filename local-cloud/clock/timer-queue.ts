/** One thing to do at a time; `sequence` keeps timers of the same instant in the order they were set. */
export interface Timer {
  readonly at: number;
  readonly sequence: number;
  readonly fire: () => void;
  readonly background: boolean;
  cancelled: boolean;
}

const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.sequence < b.sequence);

/** Timers in order of time, then of insertion: a binary heap, since months of deadlines may be pending at once. */
export class TimerQueue {
  private readonly heap: Timer[] = [];
  private sequence = 0;
  private foreground = 0;

  add(at: number, fire: () => void, background: boolean): Timer {
    this.sequence += 1;
    const timer: Timer = { at, sequence: this.sequence, fire, background, cancelled: false };
    if (!background) this.foreground += 1;
    this.heap.push(timer);
    this.raise(this.heap.length - 1);
    return timer;
  }

  /** A cancelled timer stays where it is until its turn comes, and is then passed over. */
  cancel(timer: Timer): void {
    if (timer.cancelled) return;
    timer.cancelled = true;
    if (!timer.background) this.foreground -= 1;
  }

  /** Whether any timer waits that is not a background one. */
  hasForeground(): boolean {
    return this.foreground > 0;
  }

  /** The next timer that has not been cancelled. */
  peek(): Timer | undefined {
    while (this.heap[0]?.cancelled === true) this.removeFirst();
    return this.heap[0];
  }

  /** The next timer that has not been cancelled and is no background one; looks at every timer. */
  nextForeground(): Timer | undefined {
    return this.heap
      .filter(({ background, cancelled }) => !background && !cancelled)
      .reduce<Timer | undefined>(
        (first, timer) => (first && isBefore(first, timer) ? first : timer),
        undefined,
      );
  }

  pop(): Timer | undefined {
    const next = this.peek();
    if (next === undefined) return undefined;
    this.removeFirst();
    // From now on a cancel comes too late.
    this.cancel(next);
    return next;
  }

  clear(): void {
    this.heap.length = 0;
    this.foreground = 0;
  }

  private removeFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink(0);
  }

  private raise(index: number): void {
    let child = index;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.swapIfBefore(child, parent)) return;
      child = parent;
    }
  }

  private sink(index: number): void {
    let parent = index;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const smaller = this.before(right, left) ? right : left;
      if (!this.swapIfBefore(smaller, parent)) return;
      parent = smaller;
    }
  }

  private before(a: number, b: number): boolean {
    const first = this.heap[a];
    const second = this.heap[b];
    return first !== undefined && second !== undefined && isBefore(first, second);
  }

  private swapIfBefore(child: number, parent: number): boolean {
    const lower = this.heap[child];
    const upper = this.heap[parent];
    if (lower === undefined || upper === undefined || !isBefore(lower, upper)) return false;
    this.heap[parent] = lower;
    this.heap[child] = upper;
    return true;
  }
}
