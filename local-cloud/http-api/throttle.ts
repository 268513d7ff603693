import type { Clock } from '../clock/clock.js';

/** How many requests a second are let in for long, and how many at once: a token bucket's refill and size. */
export interface Limit {
  readonly rate: number;
  readonly burst: number;
}

type Time = Pick<Clock, 'now'>;

/** A bucket of `burst` tokens that fills by `rate` a second; a request that finds none is refused. */
export class TokenBucket {
  private tokens: number;
  private filledAt: readonly number[];

  /**
   * @param times Each of them fills the bucket; the one that has gone furthest counts. With the cloud's clock beside
   * the machine's, skipped time fills
   *   it, and a clock that stands still does not keep it empty for those who call meanwhile.
   */
  constructor(
    private readonly limit: Limit,
    private readonly times: readonly Time[],
  ) {
    this.tokens = limit.burst;
    this.filledAt = times.map((time) => time.now());
  }

  take(): boolean {
    this.fill();
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  private fill(): void {
    const now = this.times.map((time) => time.now());
    const passed = Math.max(0, ...now.map((at, index) => at - (this.filledAt[index] ?? at)));
    this.filledAt = now;
    this.tokens = Math.min(this.limit.burst, this.tokens + (passed / 1000) * this.limit.rate);
  }
}

/** The limits of a stage. */
export interface StageLimits {
  /** Of all routes that have none of their own, together. */
  readonly others?: Limit | undefined;
  readonly routes: Readonly<Record<string, Limit>>;
}

/** A stage's throttling: each route with limits of its own has a bucket of its own, all others share the stage's. */
export class Throttle {
  private readonly routes: ReadonlyMap<string, TokenBucket>;
  private readonly others: TokenBucket | undefined;

  constructor({ others, routes }: StageLimits, times: readonly Time[]) {
    this.others = others && new TokenBucket(others, times);
    this.routes = new Map(
      Object.entries(routes).map(([key, limit]) => [key, new TokenBucket(limit, times)] as const),
    );
  }

  /** Whether a request of this route is let in. Without limits only the account's hold, which are not simulated. */
  admits(routeKey: string): boolean {
    return (this.routes.get(routeKey) ?? this.others)?.take() ?? true;
  }
}
