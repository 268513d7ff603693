import { dueRounds, isRoundDay, nextRound } from '../../../domain/rounds/due-rounds.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { settings } from '../small-town.js';

const at = (local: string): number => Date.parse(`${local}+08:00`);
const due = (local: string, changes = {}): string[] =>
  dueRounds(settings(changes), at(local)).map(({ kind, date }) => `${kind} ${date}`);

describe('the rounds of a town', () => {
  it.each([
    ['2026-08-24T07:30:00', []],
    ['2026-08-24T08:00:00', ['visit-round 2026-08-24']],
    [
      '2026-08-24T08:30:00',
      ['deadline-cards 2026-08-24', 'visit-round 2026-08-24', 'weekly-inspection 2026-08-24'],
    ],
    ['2026-08-25T08:00:00', []],
    ['2026-08-25T14:00:00', ['deadline-cards 2026-08-25']],
    ['2026-08-25T17:00:00', []],
    ['2026-08-25T17:30:00', ['daily-close 2026-08-25']],
    ['2026-08-28T09:00:00', ['deadline-cards 2026-08-28', 'monthly-inspection 2026-08']],
    ['2026-08-21T15:00:00', []],
    ['2026-08-22T18:00:00', []],
  ])('due on %s: %j', (moment, expected) => {
    expect(due(moment)).toEqual(expected);
  });

  it('that an outage delayed are started up to six hours late, and on the date they were due', () => {
    expect(due('2026-08-25T23:00:00')).toEqual(['daily-close 2026-08-25']);
    expect(due('2026-08-25T23:30:00')).toEqual([]);
    const late = settings().rounds;
    const rounds = { ...late, 'daily-close': { on: 'working-days', at: '22:00' } };
    expect(due('2026-08-26T03:30:00', { rounds })).toEqual(['daily-close 2026-08-25']);
  });

  it('are due at each town’s own time, in its own zone', () => {
    const zone = { timeZone: 'Europe/London', holidays: 'none' as const };
    expect(dueRounds(settings(zone), Date.parse('2026-08-25T16:30:00Z'))).toEqual([
      { kind: 'daily-close', date: '2026-08-25' },
    ]);
    expect(dueRounds(settings(zone), Date.parse('2026-08-25T07:00:00Z'))).toEqual([]);
  });
});

describe('the day of a round', () => {
  const days = (on: Parameters<typeof isRoundDay>[0], from: string, count: number): string[] =>
    Array.from({ length: count }, (_, n) => addDays(from, n)).filter((day) =>
      isRoundDay(on, day, settings()),
    );

  it('is every working day for the daily close: no public holiday, but a Saturday that makes up for one', () => {
    expect(days('working-days', '2026-09-28', 14)).toEqual([
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ]);
  });

  it('is the same weekday every week, and on a public holiday the next working day of that week', () => {
    expect(days('monday', '2026-06-15', 14)).toEqual(['2026-06-15', '2026-06-22']);
    // National Day, 1 to 7 October 2026: Monday 5 October moves to Thursday.
    expect(days('monday', '2026-10-05', 7)).toEqual(['2026-10-08']);
  });

  it('is left out in a week that has no working day left', () => {
    // Spring Festival, 15 to 23 February 2026: none from Monday the 16th to Sunday the 22nd.
    expect(days('monday', '2026-02-16', 7)).toEqual([]);
    expect(days('monday', '2026-02-23', 7)).toEqual(['2026-02-24']);
  });

  it('is the last such weekday of each month', () => {
    expect(days('last-friday', '2026-07-01', 92)).toEqual(['2026-07-31', '2026-08-28', '2026-09-24']);
  });

  it('is the working day before when that is a public holiday', () => {
    // Mid-Autumn, Friday 25 September 2026.
    expect(days('last-friday', '2026-09-01', 30)).toEqual(['2026-09-24']);
  });
});

describe('the next round', () => {
  it.each([
    ['monthly-inspection', '2026-08-24T09:00:00', '2026-08', '2026-08-28T09:00:00'],
    // It has begun: the next is a month on, on the day before the Mid-Autumn Festival.
    ['monthly-inspection', '2026-08-28T09:00:00', '2026-09', '2026-09-24T09:00:00'],
    ['daily-close', '2026-08-28T18:00:00', '2026-08-31', '2026-08-31T17:30:00'],
  ] as const)('%s after %s is that of %s, at %s', (kind, now, date, begins) => {
    expect(nextRound(settings(), kind, at(now))).toEqual({ kind, date, at: at(begins) });
  });
});
