import { MESSAGES } from '../../../web/staff/messages.js';
import { timeLeft } from '../../../web/staff/time-left.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('how long there is to answer', () => {
  test.each([
    ['days and hours', 2 * DAY + 3 * HOUR + 59 * MINUTE, '2 days 3 hours left', '还有2天3小时'],
    ['hours and minutes', 1 * HOUR + 50 * MINUTE, '1 hour 50 minutes left', '还有1小时50分钟'],
    ['whole hours', 2 * HOUR, '2 hours left', '还有2小时'],
    ['whole days', DAY + 59 * MINUTE, '1 day left', '还有1天'],
    ['minutes', 5 * MINUTE, '5 minutes left', '还有5分钟'],
    ['the last minute counts as one', 1, '1 minute left', '还有1分钟'],
    ['no longer', 0, undefined, undefined],
    ['it is over', -DAY, undefined, undefined],
  ])('is said in %s', (_what, left, english, chinese) => {
    const at = Date.parse('2026-08-24T01:00:00Z');
    expect(timeLeft(at + left, at, MESSAGES.en)).toBe(english);
    expect(timeLeft(at + left, at, MESSAGES['zh-CN'])).toBe(chinese);
  });
});
