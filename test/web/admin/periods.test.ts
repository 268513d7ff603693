import { localDate } from '../../../domain/calendar/local-time.js';
import { periodNamed } from '../../../web/admin/statistics/periods.js';

describe('a period by name', () => {
  test.each([
    ['this month ends today', 'this-month', '2026-11-25', { from: '2026-11-01', to: '2026-11-25' }],
    ['last month is whole', 'last-month', '2026-03-02', { from: '2026-02-01', to: '2026-02-28' }],
    [
      'the month before January is December',
      'last-month',
      '2026-01-31',
      { from: '2025-12-01', to: '2025-12-31' },
    ],
    ['this year ends today', 'this-year', '2026-11-25', { from: '2026-01-01', to: '2026-11-25' }],
    ['last year is whole', 'last-year', '2026-11-25', { from: '2025-01-01', to: '2025-12-31' }],
  ] as const)('%s', (_title, name, today, period) => {
    expect(periodNamed(name, today)).toEqual(period);
  });

  it('is counted from the day it is in the town', () => {
    expect(localDate(Date.parse('2026-11-30T20:00:00Z'), 'Asia/Shanghai')).toBe('2026-12-01');
  });
});
