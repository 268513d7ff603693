import type { AskKind } from '../asks/ask-kinds.js';
import type { TownSettings } from '../town/schema.js';
import { withEntry } from './decision.js';
import { isPaused, pauseClock, resumeClock } from './pause-clock.js';
import type { PauseReason, RequestRecord } from './record.js';

/**
 * Reasons that nobody here can do anything about: documents that the resident owes, a place that the programme does not
 * have yet. Whether they are satisfied is asked after the handling, and stops no clock.
 */
const OUT_OF_HAND: Partial<Readonly<Record<AskKind, PauseReason>>> = {
  documents: 'documents',
  place: 'place',
};

/**
 * Stops the clocks when such a thing begins and lets them go on when that is over, however it ended: they
 * follow from what is asked, and nothing else stops or moves them.
 */
export function keepClock(record: RequestRecord, settings: TownSettings, at: number): RequestRecord {
  const [why] = record.asks.flatMap(({ kind }) => OUT_OF_HAND[kind] ?? []);
  if (why !== undefined && !isPaused(record)) {
    return pauseClock(record, why, at);
  }
  if (why === undefined && isPaused(record)) {
    const running = resumeClock(record, settings, at);
    const { dueAt } = running;
    return withEntry(running, { at, type: 'unpaused', ...(dueAt === undefined ? {} : { due: dueAt }) });
  }
  return record;
}
