import * as fc from 'fast-check';
import { workingTimeBetween } from '../../../domain/deadlines/working-time.js';
import { factsOf } from '../../../domain/request/facts.js';
import { isPaused, movedDeadline, pauseClock, resumeClock } from '../../../domain/request/pause-clock.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { settings } from '../small-town.js';
import { aRequest } from './a-request.js';

const SHANGHAI = settings();
const HOUR = 3_600_000;
const china = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

const moment = fc.integer({ min: china('2026-01-05 00:00'), max: china('2026-06-30 23:59') });
const span = fc.integer({ min: 0, max: 40 * 24 * HOUR });
const due = (dueAt: number): RequestRecord => ({ ...aRequest(), dueAt });

describe('working time between two moments', () => {
  it.each([
    ['2026-08-24 09:00', '2026-08-24 10:00', 1, 'within a morning'],
    ['2026-08-24 11:00', '2026-08-24 14:30', 2, 'without the lunch break'],
    ['2026-08-24 16:30', '2026-08-25 09:30', 2, 'without the night'],
    ['2026-08-28 16:30', '2026-08-31 09:30', 2, 'without the weekend'],
    ['2026-08-29 09:00', '2026-08-30 17:00', 0, 'none on a weekend'],
    ['2026-08-25 09:00', '2026-08-24 09:00', 0, 'none backwards'],
  ])('from %s to %s is %d hours: %s', (from, to, hours) => {
    expect(workingTimeBetween(china(from), china(to), SHANGHAI)).toBe(hours * HOUR);
  });

  it('adds up', () => {
    fc.assert(
      fc.property(moment, span, span, (from, first, second) => {
        const [middle, to] = [from + first, from + first + second];
        const parts = workingTimeBetween(from, middle, SHANGHAI) + workingTimeBetween(middle, to, SHANGHAI);
        expect(parts).toBe(workingTimeBetween(from, to, SHANGHAI));
      }),
    );
  });
});

describe('a clock that pauses', () => {
  it('leaves as much working time after the pause as before it', () => {
    fc.assert(
      fc.property(moment, span, span, (from, left, paused) => {
        const [dueAt, to] = [from + left, from + paused];
        const moved = movedDeadline(dueAt, { from, to }, SHANGHAI);
        expect(workingTimeBetween(to, moved, SHANGHAI)).toBe(workingTimeBetween(from, dueAt, SHANGHAI));
        expect(moved).toBeGreaterThanOrEqual(dueAt);
      }),
    );
  });

  it('does not move what was overdue when the pause began', () => {
    const pause = { from: china('2026-08-24 09:00'), to: china('2026-08-26 09:00') };
    expect(movedDeadline(china('2026-08-21 17:30'), pause, SHANGHAI)).toBe(china('2026-08-21 17:30'));
  });

  it('moves a deadline by working days, not by the weekend in between', () => {
    const stopped = pauseClock(due(china('2026-08-28 17:30')), 'documents', china('2026-08-28 13:30'));
    const { dueAt } = resumeClock(stopped, SHANGHAI, china('2026-08-31 10:30'));
    expect(dueAt).toBe(china('2026-08-31 16:00'));
  });

  it('keeps its pauses in order, apart, and only the last one open, whatever is done to it', () => {
    const steps = fc.array(fc.record({ stop: fc.boolean(), after: span }), { maxLength: 12 });
    fc.assert(
      fc.property(moment, span, steps, (begin, left, acts) => {
        let at = begin;
        let record = due(begin + left);
        for (const { stop, after } of acts) {
          at += after;
          record = stop ? pauseClock(record, 'documents', at) : resumeClock(record, SHANGHAI, at);
        }
        const pauses = record.pauses ?? [];
        for (const [i, { from, to }] of pauses.entries()) {
          expect(to ?? Infinity).toBeGreaterThanOrEqual(from);
          expect(pauses[i + 1]?.from ?? Infinity).toBeGreaterThanOrEqual(to ?? Infinity);
        }
        expect(isPaused(record)).toBe(pauses.at(-1) !== undefined && pauses.at(-1)?.to === undefined);
      }),
    );
  });

  it('is a fact of the request while it stands still', () => {
    const at = china('2026-08-24 09:00');
    const stopped = pauseClock(due(china('2026-08-28 17:30')), 'documents', at);
    expect(factsOf(stopped).pausedSince).toBe(at);
    expect(factsOf(resumeClock(stopped, SHANGHAI, at + HOUR)).pausedSince).toBeUndefined();
  });
});
