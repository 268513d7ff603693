/** Local dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PERIODS = ['this-month', 'last-month', 'this-year', 'last-year'] as const;
export type PeriodName = (typeof PERIODS)[number];

const two = (number: number): string => String(number).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const wholeMonth = (year: number, month: number): Period => ({
  from: `${year}-${two(month)}-01`,
  to: `${year}-${two(month)}-${two(lastDay(year, month))}`,
});

/** A period by name, as seen on a local date; this month and this year end today. */
export function periodNamed(name: PeriodName, today: string): Period {
  const [year = 0, month = 0] = today.split('-').map(Number);
  switch (name) {
    case 'this-month':
      return { from: `${year}-${two(month)}-01`, to: today };
    case 'last-month':
      return month === 1 ? wholeMonth(year - 1, 12) : wholeMonth(year, month - 1);
    case 'this-year':
      return { from: `${year}-01-01`, to: today };
    case 'last-year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** The local date of a moment in epoch milliseconds. */
export const localDate = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );
