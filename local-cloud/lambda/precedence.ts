/** So many calls at HTTP APIs are answered beside everything else; where more wait, the rest makes room for them. */
const BESIDE_EVERYTHING = 4;

/** However many wait, one thing of the rest is begun so often; milliseconds. */
const ONE_EVERY = 500;
/** And so often however much of the rest is under way: some of it may wait for what answers late. */
const ONE_MORE_EVERY = 20;

/**
 * Whoever calls an HTTP API waits for the answer, and for half a minute at most; what state machines, queues and events
 * let functions do can be done a moment later. So while many callers wait, the rest is only kept from standing still, and
 * at no time is so much of it begun that whoever calls next finds the machine taken.
 */
export class Precedence {
  private callers = 0;
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];
  /** Never yet: also in a process that is younger than the half second, the first is let in at once. */
  private letInAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  /** So much of the rest is under way at a time, as long as none of it waits for something else. */
  constructor(private readonly atOnce = Infinity) {}

  async first<Result>(job: () => Promise<Result>): Promise<Result> {
    this.callers += 1;
    try {
      return await job();
    } finally {
      this.callers -= 1;
      this.letIn();
    }
  }

  /** Does what no caller waits for, once there is room. */
  async rest<Result>(job: () => Promise<Result>): Promise<Result> {
    if (!this.hasRoom || this.waiting.length > 0)
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        this.letIn();
      });
    else this.underWay += 1;
    try {
      return await job();
    } finally {
      this.underWay -= 1;
      this.letIn();
    }
  }

  private get hasRoom(): boolean {
    return this.callers <= BESIDE_EVERYTHING && this.underWay < this.atOnce;
  }

  private get oneEvery(): number {
    return this.callers <= BESIDE_EVERYTHING ? ONE_MORE_EVERY : ONE_EVERY;
  }

  private letIn(): void {
    while (this.waiting.length > 0 && (this.hasRoom || performance.now() >= this.letInAt + this.oneEvery)) {
      this.letInAt = performance.now();
      this.underWay += 1;
      this.waiting.shift()?.();
    }
    if (this.waiting.length > 0) this.timer ??= setTimeout(() => this.again(), this.oneEvery);
  }

  private again(): void {
    this.timer = undefined;
    this.letIn();
  }
}
