import type { HistoryEvent } from '../../states-language/execution/history-event.js';

/** The events of an execution's history, each with its place, from the one after the place `after` on. */
export type EventsAfter = (after: number | undefined) => AsyncIterable<readonly [number, HistoryEvent]>;

/**
 * Numbers the invocations of each state of one execution from 0, as Step Functions Local does: one counter a state,
 * which every attempt moves on, whether the state is retried, entered again or run by another iteration. It follows
 * from the history, so that a restart forgets none.
 */
export class Invocations {
  private readonly stateAt = new Map<number, string>();
  private readonly numberAt = new Map<number, number>();
  private readonly begun = new Map<string, number>();
  private place: number | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly events: EventsAfter) {}

  /** Which invocation of its state the attempt is that began with the event `scheduled`. */
  async numberOf(scheduled: number): Promise<number> {
    this.reading = this.reading.then(() => this.readOn());
    await this.reading;
    return this.numberAt.get(scheduled) ?? 0;
  }

  private async readOn(): Promise<void> {
    for await (const [place, event] of this.events(this.place)) {
      this.place = place;
      this.take(event);
    }
  }

  private take({ id, type, previousEventId, details }: HistoryEvent): void {
    // An expression's failure names its state and follows the event before the state was entered.
    const named = type.endsWith('StateEntered') ? details?.name : details?.state;
    const state = typeof named === 'string' ? named : this.stateAt.get(previousEventId);
    if (state === undefined) return;
    this.stateAt.set(id, state);
    if (!type.endsWith('Scheduled')) return;
    const number = this.begun.get(state) ?? 0;
    this.begun.set(state, number + 1);
    this.numberAt.set(id, number);
  }
}
