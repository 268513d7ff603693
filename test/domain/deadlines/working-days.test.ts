import { isWorkingDay, workingDayAfter } from '../../../domain/deadlines/working-days.js';
import { statutoryDaysOff } from '../../../domain/calendar/statutory-holidays.js';
import { DomainError } from '../../../domain/domain-error.js';

const CN = { holidays: 'CN' } as const;
const NONE = { holidays: 'none' } as const;

describe('working days', () => {
  test.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'a Saturday made up for National Day'],
    ['2026-02-14', true, 'a Saturday made up for Spring Festival'],
    ['2026-02-17', false, 'Spring Festival, a Tuesday'],
    ['2025-01-26', true, 'a Sunday made up for Spring Festival'],
  ])('%s is a working day: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date, CN)).toBe(expected);
  });

  it('a town without public holidays rests on weekends only', () => {
    expect(isWorkingDay('2026-10-01', NONE)).toBe(true);
    expect(isWorkingDay('2026-10-10', NONE)).toBe(false);
    expect(isWorkingDay('2199-01-01', NONE)).toBe(true);
  });

  test.each([
    ['2027-01-01', false, 'New Year'],
    ['2027-02-05', false, 'the eve of Spring Festival'],
    ['2027-02-09', false, 'its Saturday made good on the first working day after it'],
    ['2027-02-11', true, 'a Thursday; no bridge is known yet'],
    ['2027-05-03', false, 'the first of May, a Saturday, made good'],
    ['2027-09-15', false, 'Mid-Autumn'],
    ['2027-10-09', false, 'a Saturday; no make-up day is known yet'],
  ])('%s, of a year not announced yet, is a working day by the law alone: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date, CN)).toBe(expected);
  });

  test.each([2025, 2026])(
    'the law\u2019s holidays of %s were all days off when the year was announced',
    (year) => {
      const off = [...(statutoryDaysOff(year) ?? [])];
      expect(off.length).toBeGreaterThanOrEqual(13);
      expect(off.filter((date) => isWorkingDay(date, CN))).toEqual([]);
    },
  );

  test.each(['2003-12-31', '2099-01-01', '2099-06-05'])(
    'the year of %s, which the library lacks, is a clear error that names the year',
    (date) => {
      const ask = () => isWorkingDay(date, CN);
      expect(ask).toThrow(DomainError);
      expect(ask).toThrow(
        expect.objectContaining({ code: 'CalendarYearUnknown', context: { year: Number(date.slice(0, 4)) } }),
      );
    },
  );

  it('the working day after a holiday skips all of it', () => {
    expect(workingDayAfter('2026-09-30', CN)).toBe('2026-10-08');
    expect(workingDayAfter('2026-10-09', CN)).toBe('2026-10-10');
    expect(workingDayAfter('2026-10-10', CN)).toBe('2026-10-12');
  });
});

const both = (words: string) => ({ 'zh-CN': words, en: words });
/** A town that rests by these rules and by no public calendar. */
const resting = (
  rules: string[],
  {
    madeGood = false,
    calendar = 'none',
    workingDays = [],
  }: { madeGood?: boolean; calendar?: 'CN' | 'none'; workingDays?: string[] } = {},
) => ({
  holidays: { calendar, own: rules.map((rule) => ({ name: both(rule), rule, madeGood })), workingDays },
});

describe('days off that a town names itself', () => {
  test.each([
    ['03-17', '2026-03-17'],
    ['2026-09-21', '2026-09-21'],
    ['first monday of may', '2026-05-04'],
    ['second friday of september', '2026-09-11'],
    ['fourth thursday of november', '2026-11-26'],
    ['last monday of october', '2026-10-26'],
    ['last friday of december', '2026-12-25'],
    ['easter + 1', '2026-04-06'],
    ['easter - 2', '2026-04-03'],
  ])('%s is %s', (rule, date) => {
    expect(isWorkingDay(date, NONE)).toBe(true);
    expect(isWorkingDay(date, resting([rule]))).toBe(false);
  });

  // https://www.census.gov/data/software/x13as/genhol/easter-dates.html
  test.each([
    '2025-04-21',
    '2026-04-06',
    '2027-03-29',
    '2028-04-17',
    '2029-04-02',
    '2030-04-22',
    '2038-04-26',
  ])('the Monday after Easter is %s', (date) => {
    expect(isWorkingDay(date, resting(['easter + 1']))).toBe(false);
  });

  it('every year has them, a date that names its year only that one', () => {
    expect(isWorkingDay('2027-03-17', resting(['03-17']))).toBe(false);
    expect(isWorkingDay('2027-09-21', resting(['2026-09-21']))).toBe(true);
  });

  it('one on a weekend is lost, or made good on the next weekday that is none itself', () => {
    const christmas = ['12-25', '12-26'];
    expect(isWorkingDay('2027-12-27', resting(christmas))).toBe(true);
    expect(isWorkingDay('2027-12-27', resting(christmas, { madeGood: true }))).toBe(false);
    expect(isWorkingDay('2027-12-28', resting(christmas, { madeGood: true }))).toBe(false);
    expect(isWorkingDay('2027-12-29', resting(christmas, { madeGood: true }))).toBe(true);
  });

  it('the last day of a year is made good in the next', () => {
    expect(isWorkingDay('2028-01-03', resting(['12-31'], { madeGood: true }))).toBe(true);
    expect(isWorkingDay('2023-01-02', resting(['12-31'], { madeGood: true }))).toBe(false);
  });

  it('come beside those of the public calendar', () => {
    const town = resting(['first monday of september'], { calendar: 'CN' });
    expect(isWorkingDay('2026-09-07', town)).toBe(false);
    expect(isWorkingDay('2026-10-01', town)).toBe(false);
    expect(isWorkingDay('2026-10-10', town)).toBe(true);
  });

  it('a day the town works is one, whatever else is said of it', () => {
    const workingDays = ['2026-09-05', '2026-10-01', '2026-05-04'];
    const town = resting(['first monday of may'], { calendar: 'CN', workingDays });
    expect(workingDays.filter((date) => !isWorkingDay(date, town))).toEqual([]);
  });
});
