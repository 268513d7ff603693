import { afterWorkingTime, workingTimeBetween } from '../deadlines/working-time.js';
import type { TownSettings } from '../town/schema.js';
import type { Pause, PauseReason, RequestRecord } from './record.js';

type Paused = Pick<RequestRecord, 'pauses'>;

const openPause = ({ pauses }: Paused): Pause | undefined => pauses?.find(({ to }) => to === undefined);

/** Whether the clocks stand still because the resident owes an answer: nothing is late meanwhile. */
export const isPaused = (record: Paused): boolean => openPause(record) !== undefined;

/** Since when the clocks stand still; undefined while they run. */
export const pausedSince = (record: Paused): number | undefined => openPause(record)?.from;

/** For how long the clocks stood still in pauses that are over; undefined where there was none. */
export function pausedFor({ pauses = [] }: Paused): number | undefined {
  const over = pauses.flatMap(({ from, to }) => (to === undefined ? [] : [to - from]));
  return over.length === 0 ? undefined : over.reduce((sum, one) => sum + one, 0);
}

/**
 * A deadline moved on by the working time of a pause, so that as much working time is left after it as before. What was
 * overdue when the pause began stays so.
 */
export function movedDeadline(
  due: number,
  pause: { readonly from: number; readonly to: number },
  settings: TownSettings,
): number {
  const paused = due < pause.from ? 0 : workingTimeBetween(pause.from, pause.to, settings);
  return paused === 0 ? due : afterWorkingTime(due, paused, settings);
}

/** The clocks stop; when they stand still already, nothing changes. */
export function pauseClock(record: RequestRecord, why: PauseReason, at: number): RequestRecord {
  if (isPaused(record)) return record;
  // A clock that is stopped before it went on again does not run backwards.
  const from = Math.max(at, ...(record.pauses ?? []).flatMap(({ to }) => to ?? []));
  return { ...record, pauses: [...(record.pauses ?? []), { from, why }] };
}

/** The clocks go on, and the request is due later by the working time that they stood still. */
export function resumeClock(record: RequestRecord, settings: TownSettings, at: number): RequestRecord {
  const open = openPause(record);
  if (!open) return record;
  const pause = { ...open, to: Math.max(at, open.from) };
  const pauses = [...(record.pauses ?? []).filter((one) => one !== open), pause];
  const { dueAt } = record;
  return {
    ...record,
    pauses,
    ...(dueAt === undefined ? {} : { dueAt: movedDeadline(dueAt, pause, settings) }),
  };
}
