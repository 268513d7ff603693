import type { Clock } from '../clock/clock.js';
import type { NextTime } from './schedule-expression.js';

export interface Schedule {
  readonly name: string;
  readonly next: NextTime;
  /** Rejections are told to the log and do not end the schedule. */
  readonly fire: (scheduledAt: number) => Promise<void>;
}

/** Runs the schedules of the assembly on the host's clock. Each works with the time it was due, not the time it ran. */
export class Schedules {
  constructor(
    private readonly clock: Clock,
    private readonly warn: (text: string) => void,
  ) {}

  start(schedule: Schedule): void {
    this.arm(schedule, this.clock.now());
  }

  private arm(schedule: Schedule, after: number): void {
    const at = schedule.next(after);
    if (at === undefined) return;
    this.clock.schedule(
      at,
      () => {
        this.arm(schedule, at);
        this.run(schedule, at);
      },
      { background: true },
    );
  }

  private run(schedule: Schedule, scheduledAt: number): void {
    const end = this.clock.begin();
    void schedule
      .fire(scheduledAt)
      .catch((error: unknown) => this.warn(`the schedule ${schedule.name} failed: ${String(error)}`))
      .finally(end);
  }
}
