import * as fc from 'fast-check';
import { isWorkingDay } from '../../../domain/deadlines/working-days.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { cardDue, cardsDue, cardTime } from '../../../domain/cards/card-due.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import type { TownSettings } from '../../../domain/town/schema.js';
import { settings } from '../small-town.js';

const at = (local: string): number => Date.parse(`${local}:00+08:00`);

const request = (changes: Partial<RequestFacts> = {}): RequestFacts => ({
  id: '7Q3K9M2X',
  step: 'coordination',
  category: 'road',
  path: 'coordinated',
  channel: 'web',
  grid: 1,
  createdAt: at('2026-08-20T09:00'),
  dissatisfied: 0,
  silences: 0,
  transfers: 0,
  extensions: 0,
  waits: { for: 'department', staff: ['w1'] },
  ...changes,
});

const kindOn = (date: string, changes: Partial<RequestFacts>, changed: Partial<TownSettings> = {}) =>
  cardDue(request(changes), settings(changed), date)?.kind;

describe('a card', () => {
  it.each([
    ['two working days before the deadline', '2026-08-25', '2026-08-27T17:30', undefined],
    ['one working day before', '2026-08-26', '2026-08-27T17:30', 'yellow'],
    ['on its day, when an outage left the warning out', '2026-08-27', '2026-08-27T17:30', 'yellow'],
    ['on the first overdue day', '2026-08-28', '2026-08-27T17:30', 'red'],
    ['on a later day, when an outage left the first out', '2026-08-31', '2026-08-27T17:30', 'red'],
    ['before a weekend, of a deadline on Monday', '2026-08-28', '2026-08-31T17:30', 'yellow'],
    ['before a weekend, of a deadline on Saturday', '2026-08-28', '2026-08-29T12:00', 'yellow'],
    ['after a weekend in which the deadline was', '2026-08-31', '2026-08-29T12:00', 'red'],
    ['before a week of holidays, of the deadline after it', '2026-09-30', '2026-10-08T17:30', 'yellow'],
    ['on the morning after a deadline in the night', '2026-08-27', '2026-08-27T02:00', 'red'],
    ['as the deadline passes', '2026-08-27', '2026-08-27T08:30', 'red'],
  ] as const)('is given or not %s', (_, date, due, kind) => {
    expect(kindOn(date, { dueAt: at(due) })).toBe(kind);
  });

  const LATE = { dueAt: at('2026-08-27T17:30') };
  it.each([
    ['the resident owes documents', { pausedSince: 1, waits: { for: 'documents' } }],
    ['the resident is asked whether it is good', { waits: { for: 'confirmation' } }],
    ['it waits for the first report', { waits: { for: 'first-report' } }],
    ['it is closed', { closedAt: 1 }],
  ] as const)('is not given while %s', (_, changes) => {
    const { waits, ...others } = { waits: undefined, ...changes };
    for (const date of ['2026-08-26', '2026-08-28'])
      expect(kindOn(date, { ...LATE, ...others, ...(waits ? { waits } : {}) })).toBeUndefined();
  });

  it('is not given to what has no deadline yet', () => {
    expect(kindOn('2026-08-28', {})).toBeUndefined();
  });

  it('of yellow is not given to what came in when it was too late to warn; red is', () => {
    const short = { createdAt: at('2026-08-24T16:30'), dueAt: at('2026-08-25T17:30') };
    expect(['2026-08-24', '2026-08-25', '2026-08-26'].map((date) => kindOn(date, short))).toEqual([
      undefined,
      undefined,
      'red',
    ]);
  });

  it('is given once for a deadline, and again for another one', () => {
    const due = at('2026-08-27T17:30');
    const yellow = { kind: 'yellow', at: 1, due } as const;
    expect(kindOn('2026-08-27', { dueAt: due, cards: [yellow] })).toBeUndefined();
    expect(kindOn('2026-08-28', { dueAt: due, cards: [yellow] })).toBe('red');
    expect(kindOn('2026-08-31', { dueAt: due, cards: [yellow, { ...yellow, kind: 'red' }] })).toBeUndefined();
    expect(kindOn('2026-08-27', { dueAt: due + 86_400_000, cards: [yellow] })).toBe('yellow');
  });

  it('comes as many working days before and after as the town says', () => {
    const cards = { yellow: { workingDaysBefore: 2 }, red: { overdueDay: 2 } };
    const dates = ['2026-08-24', '2026-08-25', '2026-08-28', '2026-08-31'];
    expect(dates.map((date) => kindOn(date, LATE, { cards }))).toEqual([
      undefined,
      'yellow',
      undefined,
      'red',
    ]);
  });
});

describe('the cards of a day', () => {
  it('begin with the earliest deadline', () => {
    const due = ['2026-08-26T17:30', '2026-08-24T17:30', '2026-08-25T17:30'].map(at);
    const requests = due.map((dueAt, n) => request({ id: `R${n}`, dueAt }));
    expect(cardsDue(requests, settings(), '2026-08-31').map((card) => card.request.id)).toEqual([
      'R1',
      'R2',
      'R0',
    ]);
  });

  it('whatever the deadline: at most one yellow before it and one red after it, and red always comes', () => {
    const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });
    fc.assert(
      fc.property(minutes, minutes, fc.constantFrom(1, 2, 3), (received, lasts, n) => {
        const changed = { cards: { yellow: { workingDaysBefore: n }, red: { overdueDay: n } } };
        const town = settings(changed);
        const createdAt = at('2026-09-01T00:00') + received * 60_000;
        const dueAt = createdAt + lasts * 60_000;
        const cards: NonNullable<RequestFacts['cards']> = [];
        for (let date = '2026-09-01'; date < '2026-12-31'; date = addDays(date, 1)) {
          if (!isWorkingDay(date, town) || createdAt >= cardTime(town, date)) continue;
          const given = cardDue(request({ createdAt, dueAt, cards }), town, date);
          if (given) cards.push({ kind: given.kind, at: cardTime(town, date), due: given.due });
        }
        const [last] = cards.slice(-1);
        expect(last?.kind).toBe('red');
        expect(last?.at).toBeGreaterThanOrEqual(dueAt);
        expect(cards.length).toBeLessThanOrEqual(2);
        for (const card of cards.slice(0, -1)) {
          expect(card.kind).toBe('yellow');
          expect(card.at).toBeLessThan(dueAt);
        }
      }),
      { numRuns: 60 },
    );
  });
});
