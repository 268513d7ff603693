import { dateTimeText, dayText } from '../../times.js';
import { usePage } from '../page-context.js';

const UNITS = [
  { unit: 'day', milliseconds: 86_400_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
  { unit: 'second', milliseconds: 1000 },
] as const;

/** Times in the language that is chosen, by the town's clock. */
export function useMoments() {
  const { language, me } = usePage();
  const { timeZone } = me.town;
  const amount = (value: number, unit: string, digits: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    /** Day and minute of a moment, as the API writes it (ISO 8601). */
    moment: (at: string): string => dateTimeText(Date.parse(at), language, timeZone),
    day: (at: string): string => dayText(Date.parse(at), language, timeZone),
    /** Milliseconds in the largest unit that they fill: "3 days", "1.5 hr". */
    duration: (milliseconds: number): string => {
      const found = UNITS.find((unit) => Math.abs(milliseconds) >= unit.milliseconds);
      return found
        ? amount(milliseconds / found.milliseconds, found.unit, 1)
        : amount(milliseconds, 'millisecond', 0);
    },
  };
}
