import type { ClockMode, ControlledClock, TimerOptions } from './clock.js';
import { TimerQueue, type Timer } from './timer-queue.js';

/** `setTimeout` takes at most 2^31 - 1 ms; longer waits are taken in steps. */
const LONGEST_WAIT = 2 ** 31 - 1;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

class HostClock implements ControlledClock {
  private readonly timers = new TimerQueue();
  /** Standing modes: the time itself. Real mode: the difference to the machine's clock. */
  private base: number;
  private underWay = 0;
  private begun = 0;
  private waitingForIdle: (() => void)[] = [];
  private skipping = false;
  private advancing: Promise<void> | undefined;
  private alarm: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private current: ClockMode,
    start: number | undefined,
  ) {
    const machine = Date.now();
    const from = start ?? machine;
    this.base = current === 'real' ? from - machine : from;
  }

  get mode(): ClockMode {
    return this.current;
  }

  now(): number {
    return this.current === 'real' ? Date.now() + this.base : this.base;
  }

  schedule(at: number, fire: () => void, options: TimerOptions = {}): () => void {
    const timer = this.timers.add(at, fire, options.background ?? false);
    this.wake();
    return () => this.timers.cancel(timer);
  }

  begin(): () => void {
    this.underWay += 1;
    this.begun += 1;
    let over = false;
    return () => {
      if (over) throw new Error('the same piece of work was ended twice');
      over = true;
      this.underWay -= 1;
      if (this.underWay === 0) this.tellIdle();
    };
  }

  setMode(mode: ClockMode): void {
    const now = this.now();
    this.current = mode;
    this.base = mode === 'real' ? now - Date.now() : now;
    this.wake();
  }

  async advance(milliseconds: number): Promise<void> {
    if (!(milliseconds >= 0)) throw new RangeError('time moves forward only');
    const before = this.advancing ?? Promise.resolve();
    const run = before.then(() => this.moveThrough(milliseconds));
    this.advancing = run;
    try {
      await run;
    } finally {
      if (this.advancing === run) this.advancing = undefined;
      this.wake();
    }
  }

  async settled(): Promise<void> {
    for (;;) {
      if (this.underWay > 0) {
        await new Promise<void>((resolve) => this.waitingForIdle.push(resolve));
        continue;
      }
      // The next piece of work may still be in the event loop: two whole turns without a new beginning say that nothing
      // is left.
      const before = this.begun;
      await turn();
      await turn();
      if (this.underWay === 0 && this.begun === before) return;
    }
  }

  nextTimer(): number | undefined {
    return this.timers.peek()?.at;
  }

  nextEvent(): number | undefined {
    return this.timers.nextForeground()?.at;
  }

  close(): void {
    this.closed = true;
    this.timers.clear();
    clearTimeout(this.alarm);
  }

  private async moveThrough(milliseconds: number): Promise<void> {
    clearTimeout(this.alarm);
    await this.settled();
    const target = this.now() + milliseconds;
    for (let timer = this.due(target); timer !== undefined; timer = this.due(target)) {
      this.moveTo(timer.at);
      timer.fire();
      await this.settled();
    }
    this.moveTo(target);
    await this.settled();
  }

  private due(target: number): Timer | undefined {
    const next = this.timers.peek();
    return next !== undefined && next.at <= target ? this.timers.pop() : undefined;
  }

  private moveTo(at: number): void {
    this.base += Math.max(0, at - this.now());
  }

  private tellIdle(): void {
    const waiting = this.waitingForIdle;
    this.waitingForIdle = [];
    for (const resolve of waiting) resolve();
  }

  private wake(): void {
    clearTimeout(this.alarm);
    if (this.closed || this.advancing !== undefined) return;
    switch (this.current) {
      case 'real':
        this.setAlarm();
        break;
      case 'skip':
        void this.skip();
        break;
      case 'manual':
        break;
    }
  }

  private setAlarm(): void {
    const next = this.timers.peek();
    if (next === undefined) return;
    const wait = Math.min(Math.max(next.at - this.now(), 0), LONGEST_WAIT);
    this.alarm = setTimeout(() => {
      const timer = this.due(this.now());
      timer?.fire();
      this.wake();
    }, wait);
    this.alarm.unref();
  }

  private async skip(): Promise<void> {
    if (this.skipping) return;
    this.skipping = true;
    while (this.timers.hasForeground()) {
      await this.settled();
      if (this.closed || this.current !== 'skip' || this.advancing !== undefined) break;
      if (!this.timers.hasForeground()) break;
      const timer = this.timers.pop();
      if (timer === undefined) break;
      this.moveTo(timer.at);
      timer.fire();
    }
    this.skipping = false;
  }
}

/**
 * The host's clock. `start` (epoch milliseconds; default: the machine's time) is where it begins. A timer set for a
 * time that is past fires as soon as the mode lets it, never inside `schedule` itself.
 */
export function createClock(options: {
  readonly mode: ClockMode;
  readonly start?: number | undefined;
}): ControlledClock {
  return new HostClock(options.mode, options.start);
}
