import * as fc from 'fast-check';
import {
  localDatesText,
  localDateTimeText,
  localMonthText,
  pageDateTimeText,
} from '../../../domain/calendar/local-date-time-text.js';
import { instantAt, localDate, localTime } from '../../../domain/calendar/local-time.js';
import { addDays, plainDate, weekday } from '../../../domain/calendar/plain-dates.js';
import { PLACEHOLDER_LENGTH } from '../../../domain/texts/text-keys.js';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
const MINUTE = 60_000;

describe('local time', () => {
  it('the date changes at midnight of the town, not of Greenwich', () => {
    expect(localDate(Date.parse('2026-11-23T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-23');
    expect(localDate(Date.parse('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-24');
    expect(localTime(Date.parse('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toBe('00:00');
  });

  it('an hour that summer time skips begins as much later', () => {
    expect(instantAt('2026-03-08', '02:30', 'America/New_York')).toBe(Date.parse('2026-03-08T07:30:00Z'));
  });

  it('an hour that the clocks show twice is the first one', () => {
    expect(instantAt('2026-11-01', '01:30', 'America/New_York')).toBe(Date.parse('2026-11-01T05:30:00Z'));
  });

  it('a time read from an instant leads back to it, or to the same time shown an hour before', () => {
    const instants = fc.integer({ min: Date.UTC(2005, 0) / MINUTE, max: Date.UTC(2036, 0) / MINUTE });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (minutes, zone) => {
        const at = minutes * MINUTE;
        const back = instantAt(localDate(at, zone), localTime(at, zone), zone);
        expect([0, 30 * MINUTE, 60 * MINUTE]).toContain(at - back);
        expect(localTime(back, zone)).toBe(localTime(at, zone));
      }),
    );
  });

  it('an unknown time zone is an error of ours', () => {
    expect(() => localDate(0, 'Asia/Nowhere')).toThrow(expect.objectContaining({ code: 'TimeZoneUnknown' }));
  });

  it('a due time is written as people write it, in as many characters as a text has room for', () => {
    const at = Date.parse('2026-11-03T09:30:00Z');
    expect(localDateTimeText(at, 'Asia/Shanghai', 'zh-CN')).toBe('11月3日17:30');
    expect(localDateTimeText(at, 'Asia/Shanghai', 'en')).toBe('3 Nov 17:30');
  });

  it.each(['zh-CN', 'en'] as const)(
    'no date is longer than the room that texts have for it (%s)',
    (language) => {
      for (let day = 0; day < 366; day += 1) {
        const at = Date.parse('2026-01-01T15:30:00Z') + day * 86_400_000;
        expect(localDateTimeText(at, 'UTC', language).length).toBeLessThanOrEqual(PLACEHOLDER_LENGTH.due);
        for (let more = 0; more < 40; more += 1) {
          const from = localDate(at, 'UTC');
          const dates = localDatesText({ from, to: addDays(from, more) }, language);
          expect(dates.length).toBeLessThanOrEqual(PLACEHOLDER_LENGTH.dates);
        }
      }
    },
  );

  it.each([
    ['zh-CN', '8月24日', '8月24日至26日', '8月31日至9月2日', '2026年9月'],
    ['en', '24 Aug', '24-26 Aug', '31 Aug-2 Sep', 'Sep 2026'],
  ] as const)('days and months are written as people write them (%s)', (language, day, some, over, month) => {
    const dates = (from: string, to: string) => localDatesText({ from, to }, language);
    expect(dates('2026-08-24', '2026-08-24')).toBe(day);
    expect(dates('2026-08-24', '2026-08-26')).toBe(some);
    expect(dates('2026-08-31', '2026-09-02')).toBe(over);
    expect(localMonthText('2026-09', language)).toBe(month);
  });

  it('a page has room for more than a text', () => {
    const at = Date.parse('2026-11-03T09:30:00Z');
    expect(pageDateTimeText(at, 'Asia/Shanghai', 'zh-CN')).toBe('11月3日 17:30');
    expect(pageDateTimeText(at, 'Asia/Shanghai', 'en')).toBe('3 Nov, 17:30');
  });
});

describe('plain dates', () => {
  it('count over month, year and leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(weekday('2026-11-23')).toBe(1);
  });

  it('a day that no calendar has is none', () => {
    expect(plainDate(2026, 2, 29)).toBeUndefined();
    expect(plainDate(2026, 13, 1)).toBeUndefined();
    expect(plainDate(2026, 0, 1)).toBeUndefined();
    expect(plainDate(2028, 2, 29)).toBe('2028-02-29');
  });
});
