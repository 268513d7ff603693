import { isWorkingDay, workingDayAfter } from '../../../domain/calendar/working-days.js';
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
