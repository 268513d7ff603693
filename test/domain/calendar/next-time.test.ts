import { nextTime } from '../../../domain/calendar/next-time.js';

const china = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

test.each([
  ['2026-08-24 09:00', '2026-08-24 17:00'],
  ['2026-08-24 16:59', '2026-08-24 17:00'],
  ['2026-08-24 17:00', '2026-08-25 17:00'],
  ['2026-12-31 18:00', '2027-01-01 17:00'],
])('after %s the clocks show five in the afternoon next at %s', (at, next) => {
  expect(nextTime(china(at), '17:00', 'Asia/Shanghai')).toBe(china(next));
});

it('is the hour that the clocks show, also on the days on which they change', () => {
  const evening = Date.parse('2026-10-24T19:00:00Z');
  expect(nextTime(evening, '17:00', 'Europe/Dublin')).toBe(Date.parse('2026-10-25T17:00:00Z'));
});
