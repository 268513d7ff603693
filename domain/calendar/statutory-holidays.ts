import { withMadeGood } from './made-good.js';
import { addDays } from './plain-dates.js';

/**
 * Spring Festival, Qingming, Dragon Boat and Mid-Autumn (MM-DD) of the years that may have to be counted before the
 * State Council has announced them. The dates follow from GB/T 33661-2017, the rules of the Chinese calendar.
 */
const MOVING: Readonly<Record<number, readonly [spring: string, ...others: string[]]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
};

const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/**
 * The days off (YYYY-MM-DD) that the law itself gives in a year: the holidays of article 2 of the State Council's
 * Regulations on Public Holidays (全国年节及纪念日放假办法, as revised for 2025), Spring Festival from its eve to the third day;
 * each that falls on a weekend is made good on the next day that is neither (article 6). The bridges and make-up days
 * of the yearly notice are not in it. Undefined for a year whose lunar dates are not listed here.
 */
export function statutoryDaysOff(year: number): ReadonlySet<string> | undefined {
  const moving = MOVING[year];
  if (!moving) return undefined;
  const [spring, ...others] = moving.map((day) => `${year}-${day}`);
  const festival = spring === undefined ? [] : [-1, 0, 1, 2].map((days) => addDays(spring, days));
  const days = [...FIXED.map((day) => `${year}-${day}`), ...festival, ...others];
  return withMadeGood(days, days);
}
