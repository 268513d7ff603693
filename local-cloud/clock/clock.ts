export interface TimerOptions {
  /**
   * A background timer (the next turn of a recurring schedule) fires when time passes it, but does not by itself make
   * a skipping clock jump: a daily schedule would otherwise drive the clock through the years.
   */
  readonly background?: boolean;
}

/**
 * The one source of time for everything the local cloud hosts. Nothing in `local-cloud/` reads `Date.now()` or sets a
 * timer of its own; it asks the clock, so that months can be skipped. Only signing in counts the machine's time
 * (`MACHINE_TIME`).
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `fire` once when the clock reaches `at` (epoch milliseconds); the returned function cancels it. */
  schedule(at: number, fire: () => void, options?: TimerOptions): () => void;
  /**
   * Says that something is under way (an invocation, a delivery, a request). While anything is, a skipping clock stands
   * still. Call the returned function exactly once when it is over.
   */
  begin(): () => void;
}

/**
 * `real` follows the machine's clock; `skip` jumps to the next timer whenever nothing is under way; `manual` moves
 * only by `advance`.
 */
export type ClockMode = 'real' | 'skip' | 'manual';

export interface ControlledClock extends Clock {
  readonly mode: ClockMode;
  setMode(mode: ClockMode): void;
  /** Moves time on by `milliseconds`, firing every timer on the way in order, and answers when all has settled. */
  advance(milliseconds: number): Promise<void>;
  /** Answers when nothing is under way. */
  settled(): Promise<void>;
  /** The time of the next timer, if there is one. */
  nextTimer(): number | undefined;
  /** The time of the next timer that is no background one: a deadline, a wait, a retry. */
  nextEvent(): number | undefined;
  close(): void;
}
