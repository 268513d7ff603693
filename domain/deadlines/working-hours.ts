import { DomainError } from '../domain-error.js';
import type { TownSettings } from '../town/schema.js';
import { instantAt } from '../calendar/local-time.js';

/** A stretch of working time, epoch ms; the end is not part of it. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/**
 * The working time of one working day, in order. Throws `WorkingHoursUnusable` when the settings' intervals are empty,
 * run backwards or overlap: working time counted from them would be wrong.
 */
export function shiftsOf(
  date: string,
  settings: Pick<TownSettings, 'timeZone' | 'workingHours'>,
): readonly [Shift, ...Shift[]] {
  const hours = [...settings.workingHours].sort((a, b) => (a.from < b.from ? -1 : 1));
  const usable = hours.every((shift, i) => shift.from < shift.to && (hours[i - 1]?.to ?? '') <= shift.from);
  const shifts = hours.map((shift) => ({
    from: instantAt(date, shift.from, settings.timeZone),
    to: instantAt(date, shift.to, settings.timeZone),
  }));
  const [first, ...rest] = shifts;
  if (!usable || !first) {
    throw new DomainError(
      'WorkingHoursUnusable',
      'Working hours must each begin before they end, and not overlap.',
      {},
    );
  }
  return [first, ...rest];
}

/** When the working day `date` ends: the end of its last shift, epoch ms. */
export function endOfDay(date: string, settings: Pick<TownSettings, 'timeZone' | 'workingHours'>): number {
  return Math.max(...shiftsOf(date, settings).map((shift) => shift.to));
}
