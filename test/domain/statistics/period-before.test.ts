import { periodBefore } from '../../../domain/statistics/period-before.js';

it.each([
  ['a whole month with the month before', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['a shorter month with the whole of a longer one', '2026-04-01', '2026-04-30', '2026-03-01', '2026-03-31'],
  ['a month so far with as much of the month before', '2026-08-01', '2026-08-24', '2026-07-01', '2026-07-24'],
  [
    'days that the month before does not have with its end',
    '2026-03-01',
    '2026-03-30',
    '2026-02-01',
    '2026-02-28',
  ],
  ['January with December', '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['a year so far with as much of the year before', '2026-01-01', '2026-08-24', '2025-01-01', '2025-08-24'],
  ['a leap year so far', '2028-01-01', '2028-02-29', '2027-01-01', '2027-02-28'],
  ['a whole year with the year before', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
  ['any other days with as many before them', '2026-08-10', '2026-08-16', '2026-08-03', '2026-08-09'],
  ['one day with the day before', '2026-08-24', '2026-08-24', '2026-08-23', '2026-08-23'],
])('compares %s', (_, from, to, before, until) => {
  expect(periodBefore({ from, to })).toEqual({ from: before, to: until });
});
