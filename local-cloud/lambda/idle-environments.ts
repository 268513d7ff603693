/**
 * As many may stay warm together, of all functions: each is a thread with its own copy of the function, some 20 MB. A
 * burst that starts several of every function leaves no more than these behind, one of each that a request goes through.
 */
const MOST_IDLE = 16;

/** Seconds. AWS says nothing of how long it keeps one; minutes are what people observe. */
const KEPT_FOR = 300;

interface Idle {
  readonly timer: NodeJS.Timeout;
  readonly close: () => void;
}

/** The idle environments of all functions: closed after a while, the one that is idle longest first. */
export class IdleEnvironments {
  private readonly idle = new Map<object, Idle>();

  constructor(
    private readonly seconds = KEPT_FOR,
    private readonly most = MOST_IDLE,
  ) {}

  /** Calls `close` in a while, unless the environment is taken before; on the machine's time, as all thread bounds. */
  keep(environment: object, close: () => void): void {
    const timer = setTimeout(() => this.end(environment), this.seconds * 1000);
    timer.unref();
    this.idle.set(environment, { timer, close });
    for (const longest of this.idle.keys()) {
      if (this.idle.size <= this.most) return;
      this.end(longest);
    }
  }

  take(environment: object): void {
    clearTimeout(this.idle.get(environment)?.timer);
    this.idle.delete(environment);
  }

  private end(environment: object): void {
    const known = this.idle.get(environment);
    this.take(environment);
    known?.close();
  }
}
