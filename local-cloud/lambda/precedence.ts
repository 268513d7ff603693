/** So many calls at HTTP APIs are answered beside everything else; where more wait, the rest makes room for them. */
const BESIDE_EVERYTHING = 4;

/** However many wait, one thing of the rest is begun so often; milliseconds. */
const ONE_EVERY = 500;

/**
 * Whoever calls an HTTP API waits for the answer, and for half a minute at most; what state machines, queues and events
 * let functions do can be done a moment later. So while many callers wait, the rest is only kept from standing still.
 */
export class Precedence {
  private callers = 0;
  private readonly waiting: (() => void)[] = [];
  /** Never yet: also in a process that is younger than the half second, the first is let in at once. */
  private letInAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  async first<Result>(job: () => Promise<Result>): Promise<Result> {
    this.callers += 1;
    try {
      return await job();
    } finally {
      this.callers -= 1;
      this.letIn();
    }
  }

  /** Resolves when there is room. */
  async turn(): Promise<void> {
    if (this.isOpen && this.waiting.length === 0) return;
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      this.letIn();
    });
  }

  private get isOpen(): boolean {
    return this.callers <= BESIDE_EVERYTHING;
  }

  private letIn(): void {
    while (this.waiting.length > 0 && (this.isOpen || performance.now() >= this.letInAt + ONE_EVERY)) {
      this.letInAt = performance.now();
      this.waiting.shift()?.();
    }
    if (this.waiting.length > 0) this.timer ??= setTimeout(() => this.again(), ONE_EVERY);
  }

  private again(): void {
    this.timer = undefined;
    this.letIn();
  }
}
