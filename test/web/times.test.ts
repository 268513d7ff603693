import { SHORT_MONTHS } from '../../domain/calendar/local-date-time-text.js';
import {
  dateText,
  dateTimeText,
  durationText,
  nearDateText,
  wholeText,
} from '../../contracts/pages/times.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a month in short', () => {
  it.each(SHORT_MONTHS.map((month, index) => [month, `2026-${String(index + 1).padStart(2, '0')}-01`]))(
    'is written on pages as in texts: %s',
    (month, date) => {
      const at = `${date}T09:00:00Z`;
      for (const said of [dateText(date, 'en'), nearDateText(date, 'en'), dateTimeText(at, 'en', 'UTC')])
        expect(said).toMatch(new RegExp(`1 ${month}\\b`));
    },
  );
});

describe('how long something takes', () => {
  it.each([
    [63.9 * DAY, '64天', '64 days'],
    [2 * DAY, '2天', '2 days'],
    [25 * HOUR, '25小时', '25 h'],
    [1.2 * HOUR, '1小时12分钟', '1 h 12 min'],
    [HOUR - 10_000, '1小时', '1 h'],
    [5 * MINUTE, '5分钟', '5 min'],
    [4200, '4.2秒', '4.2 s'],
    [70, '70毫秒', '70 ms'],
    [0, '0毫秒', '0 ms'],
  ])('is said in the units that matter: %i ms', (milliseconds, chinese, english) => {
    expect(durationText(milliseconds, 'zh-CN')).toBe(chinese);
    expect(durationText(milliseconds, 'en')).toBe(english);
  });
});

describe('how far off a deadline is', () => {
  it.each([
    [3 * HOUR + 59 * MINUTE, '3小时', '3 h'],
    [47.9 * HOUR, '47小时', '47 h'],
    [2 * DAY + HOUR, '2天', '2 days'],
    [59.9 * MINUTE, '59分钟', '59 min'],
    [20_000, '1分钟', '1 min'],
  ])('is said in whole units of one kind: %i ms', (milliseconds, chinese, english) => {
    expect(wholeText(milliseconds, 'zh-CN')).toBe(chinese);
    expect(wholeText(milliseconds, 'en')).toBe(english);
  });
});
