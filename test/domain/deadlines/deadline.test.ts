import * as fc from 'fast-check';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { localDate, localTime } from '../../../domain/calendar/local-time.js';
import { isWorkingDay } from '../../../domain/deadlines/working-days.js';
import type { Allowance } from '../../../domain/town/allowance.js';
import type { TownSettings } from '../../../domain/town/schema.js';
import { settings } from '../small-town.js';

const MINUTE = 60_000;
const SHANGHAI = settings();
const NEW_YORK = settings({
  timeZone: 'America/New_York',
  holidays: 'none',
  workingHours: [{ from: '01:00', to: '09:00' }],
});

/** A town that works through the nights in which Europe changes its clocks, and rests on days of its own. */
const DUBLIN = settings({
  timeZone: 'Europe/Dublin',
  holidays: {
    calendar: 'none',
    own: [
      { name: { 'zh-CN': '五月假日', en: 'May holiday' }, rule: 'first monday of may', madeGood: false },
      { name: { 'zh-CN': '圣帕特里克节', en: "Saint Patrick's Day" }, rule: '03-17', madeGood: true },
    ],
    workingDays: ['2026-03-29', '2026-10-25'],
  },
  workingHours: [
    { from: '00:30', to: '05:00' },
    { from: '06:00', to: '09:00' },
  ],
});
const inDublin = (at: number): string =>
  `${localDate(at, 'Europe/Dublin')} ${localTime(at, 'Europe/Dublin')}`;

const china = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const inChina = (at: number): string => `${localDate(at, 'Asia/Shanghai')} ${localTime(at, 'Asia/Shanghai')}`;

/** The library learns a year each November; the rule holds for whichever it knows last. */
function lastKnownYear(): number {
  for (let year = 2026; ; year++) {
    try {
      isWorkingDay(`${year + 1}-01-01`, SHANGHAI);
    } catch {
      return year;
    }
  }
}

describe('deadline', () => {
  test.each<[string, Allowance, string, string]>([
    ['2026-11-27 23:50', { minutes: 30 }, '2026-11-28 00:20', 'minutes run round the clock'],
    ['2026-11-27 20:00', { hours: 4 }, '2026-11-28 00:00', 'hours run round the clock'],
    ['2026-09-30 10:00', { days: 15 }, '2026-10-15 10:00', 'days run through holidays'],
    ['2026-11-23 09:00', { workingHours: 2 }, '2026-11-23 11:00', 'two working hours within a morning'],
    ['2026-11-23 10:00', { workingHours: 2 }, '2026-11-23 12:00', 'a morning used up ends with the morning'],
    ['2026-11-23 11:00', { workingHours: 2 }, '2026-11-23 14:30', 'the lunch break does not count'],
    ['2026-11-23 16:30', { workingHours: 2 }, '2026-11-24 09:30', 'the evening does not count'],
    ['2026-11-27 16:30', { workingHours: 2 }, '2026-11-30 09:30', 'the weekend does not count'],
    ['2026-09-30 17:00', { workingHours: 1 }, '2026-10-08 09:00', 'the holiday does not count'],
    ['2026-10-09 17:00', { workingHours: 1 }, '2026-10-10 09:00', 'a made-up Saturday counts'],
    ['2026-11-23 06:00', { workingHours: 1 }, '2026-11-23 09:30', 'the early morning does not count'],
    [
      '2026-11-23 00:01',
      { workingDays: 1 },
      '2026-11-24 17:30',
      'the day of arrival is not counted, however early',
    ],
    [
      '2026-11-23 23:59',
      { workingDays: 1 },
      '2026-11-24 17:30',
      'the day of arrival is not counted, however late',
    ],
    ['2026-11-23 10:00', { workingDays: 5 }, '2026-11-30 17:30', 'five working days span a weekend'],
    [
      '2026-11-28 10:00',
      { workingDays: 1 },
      '2026-12-01 17:30',
      'what arrives on Saturday counts as of Monday',
    ],
    ['2026-10-09 10:00', { workingDays: 1 }, '2026-10-10 17:30', 'a made-up Saturday is a working day'],
    [
      '2026-11-23 15:59',
      { endOfWorkingDay: { cutOff: '16:00' } },
      '2026-11-23 17:30',
      'before the cut-off: today',
    ],
    [
      '2026-11-23 16:00',
      { endOfWorkingDay: { cutOff: '16:00' } },
      '2026-11-23 17:30',
      'at the cut-off: still today',
    ],
    [
      '2026-11-23 16:01',
      { endOfWorkingDay: { cutOff: '16:00' } },
      '2026-11-24 17:30',
      'after the cut-off: the next day',
    ],
    [
      '2026-11-28 09:00',
      { endOfWorkingDay: { cutOff: '16:00' } },
      '2026-11-30 17:30',
      'on a day off: the next day',
    ],
    [
      '2026-11-28 20:00',
      { endOfWorkingDay: { cutOff: '16:00' } },
      '2026-11-30 17:30',
      'a day off has no cut-off',
    ],
    [
      '2026-11-23 18:00',
      { endOfWorkingDay: { cutOff: '20:00' } },
      '2026-11-24 17:30',
      'after the day has ended: the next',
    ],
  ])('from %s, %j ends %s: %s', (from, allowance, expected) => {
    expect(inChina(deadline(china(from), allowance, SHANGHAI))).toBe(expected);
  });

  test.each<[string, Allowance, string, string]>([
    [
      '2026-03-28T23:00Z',
      { workingHours: 4 },
      '2026-03-29 06:30',
      'the hour that the clocks skip is not worked',
    ],
    [
      '2026-10-24T22:00Z',
      { workingHours: 5 },
      '2026-10-25 04:30',
      'the hour that comes twice is worked twice',
    ],
    ['2026-05-01T10:00Z', { workingDays: 1 }, '2026-05-05 09:00', 'a day off by rule is no working day'],
    ['2026-03-16T10:00Z', { workingDays: 1 }, '2026-03-18 09:00', 'a day off by date is no working day'],
    ['2026-03-27T10:00Z', { workingDays: 1 }, '2026-03-29 09:00', 'a Sunday that is worked is a working day'],
    [
      '2026-10-24T12:00Z',
      { endOfWorkingDay: { cutOff: '08:00' } },
      '2026-10-25 09:00',
      'what comes in on a Saturday counts as of the Sunday that is worked, and ends by its clock',
    ],
    [
      '2026-10-24T12:00Z',
      { days: 1 },
      '2026-10-25 12:00',
      'a day round the clock is 24 hours, whatever clocks do',
    ],
  ])('in a town of its own days, from %s, %j ends %s: %s', (from, allowance, expected) => {
    expect(inDublin(deadline(Date.parse(from), allowance, DUBLIN))).toBe(expected);
  });

  it('a deadline that needs a year without known holidays names the year', () => {
    const last = lastKnownYear();
    const ask = () => deadline(china(`${last}-12-30 10:00`), { workingDays: 5 }, SHANGHAI);
    expect(ask).toThrow(
      expect.objectContaining({ code: 'CalendarYearUnknown', context: { year: last + 1 } }),
    );
  });

  it('a deadline round the clock needs no holidays', () => {
    expect(inChina(deadline(china('2026-12-30 10:00'), { days: 60 }, SHANGHAI))).toBe('2027-02-28 10:00');
  });

  test.each([
    ['run backwards', [{ from: '17:30', to: '08:30' }]],
    ['are empty', [{ from: '08:30', to: '08:30' }]],
    [
      'overlap',
      [
        { from: '08:30', to: '12:00' },
        { from: '11:00', to: '17:30' },
      ],
    ],
  ])('working hours that %s are refused', (_, workingHours) => {
    const ask = () => deadline(china('2026-11-23 10:00'), { workingHours: 2 }, settings({ workingHours }));
    expect(ask).toThrow(expect.objectContaining({ code: 'WorkingHoursUnusable' }));
  });

  it('working hours may be listed in any order', () => {
    const reversed = settings({ workingHours: SHANGHAI.workingHours.toReversed() });
    const at = china('2026-11-23 11:00');
    expect(deadline(at, { workingHours: 2 }, reversed)).toBe(deadline(at, { workingHours: 2 }, SHANGHAI));
  });
});

const instant = fc.integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 10, 10) });
const town = fc.constantFrom(SHANGHAI, NEW_YORK, DUBLIN);
const count = fc.integer({ min: 1, max: 12 });
const allowance: fc.Arbitrary<Allowance> = fc.oneof(
  fc.record({ minutes: count }),
  fc.record({ hours: count }),
  fc.record({ days: count }),
  fc.record({ workingHours: count }),
  fc.record({ workingDays: count }),
  fc.record({
    endOfWorkingDay: fc.constantFrom({ cutOff: '16:00' }, { cutOff: '00:00' }, { cutOff: '23:59' }),
  }),
);

const isWorkingMinute = (at: number, town: TownSettings): boolean => {
  const time = localTime(at, town.timeZone);
  return (
    isWorkingDay(localDate(at, town.timeZone), town) &&
    town.workingHours.some(({ from, to }) => from <= time && time < to)
  );
};

describe('laws of deadlines', () => {
  it('a deadline is after its beginning', () => {
    fc.assert(
      fc.property(instant, allowance, town, (at, time, town) => {
        expect(deadline(at, time, town)).toBeGreaterThan(at);
      }),
    );
  });

  it('who begins later is never due earlier', () => {
    const step = fc.integer({ min: 0, max: 3 * 24 * 60 * MINUTE });
    fc.assert(
      fc.property(instant, step, allowance, town, (at, later, time, town) => {
        expect(deadline(at + later, time, town)).toBeGreaterThanOrEqual(deadline(at, time, town));
      }),
    );
  });

  it('exactly the hours allowed are working time, clock changes included', () => {
    const minute = fc.integer({ min: Date.UTC(2026, 1, 1) / MINUTE, max: Date.UTC(2026, 10, 10) / MINUTE });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 9 }), town, (minutes, hours, town) => {
        const at = minutes * MINUTE;
        const until = deadline(at, { workingHours: hours }, town);
        let worked = 0;
        for (let t = at; t < until; t += MINUTE) worked += isWorkingMinute(t, town) ? 1 : 0;
        expect(worked).toBe(hours * 60);
      }),
      { numRuns: 40 },
    );
  });

  it('a deadline in working days is the end of a working day', () => {
    fc.assert(
      fc.property(instant, count, (at, days) => {
        const until = deadline(at, { workingDays: days }, SHANGHAI);
        expect(localTime(until, 'Asia/Shanghai')).toBe('17:30');
        expect(isWorkingDay(localDate(until, 'Asia/Shanghai'), SHANGHAI)).toBe(true);
      }),
    );
  });
});
