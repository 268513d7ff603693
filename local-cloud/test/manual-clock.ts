import type { Clock } from '../clock/clock.js';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

/** A clock that stands still until it is told to go on, and knows when all has settled. */
export class ManualClock implements Clock {
  private timers: Timer[] = [];
  private underWay = 0;
  private order = 0;
  private stopped = false;

  constructor(private time = Date.parse('2026-03-02T01:00:00.000Z')) {}

  now(): number {
    return this.time;
  }

  schedule(at: number, fire: () => void): () => void {
    this.order += 1;
    const timer = { at, order: this.order, fire };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  begin(): () => void {
    this.underWay += 1;
    let ended = false;
    return () => {
      if (ended) throw new Error('The same work ended twice');
      ended = true;
      this.underWay -= 1;
    };
  }

  /** Answers when nothing is under way and no overdue timer is left. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2 && !this.stopped;) {
      await new Promise((resolve) => setImmediate(resolve));
      const due = this.next();
      if (this.underWay === 0 && due !== undefined && due.at <= this.time) this.fire(due);
      quiet = this.underWay === 0 && (this.next()?.at ?? Infinity) > this.time ? quiet + 1 : 0;
    }
  }

  /** Moves on by `milliseconds`, firing what becomes due in order and letting it settle each time. */
  async advance(milliseconds: number): Promise<void> {
    const target = this.time + milliseconds;
    await this.settled();
    for (let due = this.next(); due !== undefined && due.at <= target; due = this.next()) {
      this.time = Math.max(this.time, due.at);
      this.fire(due);
      await this.settled();
    }
    this.time = target;
  }

  /** Jumps from timer to timer until there is none. */
  async runOut(): Promise<void> {
    await this.settled();
    for (let due = this.next(); due !== undefined && !this.stopped; due = this.next()) {
      await this.advance(due.at - this.time);
    }
  }

  /** Moves on although something is under way, as the real clock does while a call hangs. */
  async jump(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    for (let due = this.next(); due !== undefined && due.at <= this.time; due = this.next()) this.fire(due);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Ends all waiting: what is under way is never going to end. */
  stop(): void {
    this.stopped = true;
    this.timers = [];
  }

  /** The time of the next timer. */
  nextTimer(): number | undefined {
    return this.next()?.at;
  }

  private next(): Timer | undefined {
    return this.timers.toSorted((a, b) => a.at - b.at || a.order - b.order)[0];
  }

  private fire(timer: Timer): void {
    this.timers = this.timers.filter((other) => other !== timer);
    timer.fire();
  }
}
