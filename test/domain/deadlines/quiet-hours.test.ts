import * as fc from 'fast-check';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { localDate, localTime } from '../../../domain/calendar/local-time.js';
import { whenToText } from '../../../domain/deadlines/quiet-hours.js';
import { timeToAnswer } from '../../../domain/deadlines/time-to-answer.js';
import type { Allowance } from '../../../domain/town/allowance.js';
import { settings } from '../small-town.js';

const quiet = (from: string, to: string, timeZone = 'Asia/Shanghai') =>
  settings({ timeZone, sms: { ...settings().sms, quietHours: { from, to } } });
const NIGHT = quiet('22:00', '07:00');
const EARLY = quiet('00:00', '06:30');

const china = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const show = (at: number, timeZone: string): string =>
  `${localDate(at, timeZone)} ${localTime(at, timeZone)}`;

describe('a text that can wait', () => {
  test.each([
    ['2026-08-24 21:59', '2026-08-24 21:59', NIGHT],
    ['2026-08-24 22:00', '2026-08-25 07:00', NIGHT],
    ['2026-12-31 23:30', '2027-01-01 07:00', NIGHT],
    ['2026-08-25 00:00', '2026-08-25 07:00', NIGHT],
    ['2026-08-25 06:59', '2026-08-25 07:00', NIGHT],
    ['2026-08-25 07:00', '2026-08-25 07:00', NIGHT],
    ['2026-08-24 23:59', '2026-08-24 23:59', EARLY],
    ['2026-08-25 00:00', '2026-08-25 06:30', EARLY],
  ])('of %s may be sent at %s', (at, when, town) => {
    expect(show(whenToText(china(at), town), 'Asia/Shanghai')).toBe(when);
  });

  it('waits until the hour that the clocks show, also in the nights in which they change', () => {
    const dublin = quiet('22:00', '07:00', 'Europe/Dublin');
    for (const evening of ['2026-03-28T23:00:00Z', '2026-10-24T22:00:00Z'])
      expect(show(whenToText(Date.parse(evening), dublin), 'Europe/Dublin')).toMatch(/ 07:00$/);
  });

  it('is never sent before it came up, nor in the quiet hours, nor more than a day late', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    fc.assert(
      fc.property(
        time,
        time,
        fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu'),
        fc.integer({ min: china('2026-01-01 00:00'), max: china('2027-01-01 00:00') }),
        (from, to, timeZone, at) => {
          fc.pre(from !== to);
          const town = quiet(from, to, timeZone);
          const when = whenToText(at, town);
          expect(when).toBeGreaterThanOrEqual(at);
          expect(when - at).toBeLessThan(86_400_000);
          expect(whenToText(when, town)).toBe(when);
        },
      ),
    );
  });
});

describe('the time to answer what is asked in the night', () => {
  const at = china('2026-08-24 23:00');
  const later = (allowance: Allowance, urgent = false): number =>
    timeToAnswer(at, allowance, NIGHT, { urgent }) - deadline(at, allowance, NIGHT);

  test.each<[string, Allowance]>([
    ['minutes', { minutes: 30 }],
    ['hours', { hours: 36 }],
    ['days', { days: 3 }],
  ])('begins in the morning where it is counted in %s round the clock', (_, allowance) => {
    expect(later(allowance)).toBe(8 * 3_600_000);
  });

  test.each<[string, Allowance]>([
    ['working hours', { workingHours: 2 }],
    ['working days', { workingDays: 1 }],
    ['the end of the working day', { endOfWorkingDay: { cutOff: '16:00' } }],
  ])('is what it was where it is counted in %s', (_, allowance) => {
    expect(later(allowance)).toBe(0);
  });

  it('begins at once where it is urgent, and in the daytime', () => {
    expect(later({ minutes: 5 }, true)).toBe(0);
    const noon = china('2026-08-24 12:00');
    expect(timeToAnswer(noon, { hours: 4 }, NIGHT, { urgent: false })).toBe(noon + 4 * 3_600_000);
  });
});
