import * as fc from 'fast-check';
import { workingTimeBetween } from '../../../domain/deadlines/working-time.js';
import { answersAt, measureDelay } from '../../../domain/replay/answer-delay.js';
import { settings } from '../small-town.js';

const HOUR = 3_600_000;
const town = settings();
const at = (local: string): number => Date.parse(`${local}+08:00`);
const moment = fc.integer({ min: at('2026-08-24T00:00'), max: at('2026-09-07T00:00') });

describe('how long somebody takes to answer', () => {
  it.each(['round', 'working'] as const)(
    'asked at the same moment, they answer at the same moment (%s)',
    (clock) => {
      fc.assert(
        fc.property(moment, fc.integer({ min: 0, max: 200 * HOUR }), (askedAt, later) => {
          const answeredAt = askedAt + later;
          expect(answersAt(askedAt, measureDelay({ askedAt, answeredAt }, clock, town), town)).toBe(
            answeredAt,
          );
        }),
      );
    },
  );

  it('asked at any other moment, they take as much working time', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 200 * HOUR }), moment, (askedAt, later, other) => {
        const answeredAt = askedAt + later;
        const delay = measureDelay({ askedAt, answeredAt }, 'working', town);
        const again = answersAt(other, delay, town);
        expect(workingTimeBetween(other, again, town)).toBe(workingTimeBetween(askedAt, answeredAt, town));
      }),
    );
  });

  it.each([
    ['over a night', '2026-08-24T17:00', '2026-08-25T09:00', '2026-08-26T10:00', '2026-08-26T11:00'],
    ['over a weekend', '2026-08-28T16:30', '2026-08-31T09:30', '2026-08-24T08:30', '2026-08-24T10:30'],
    ['in the evening', '2026-08-24T17:00', '2026-08-24T20:00', '2026-08-25T17:00', '2026-08-25T20:00'],
  ])('%s: the night is no time of theirs', (_, askedAt, answeredAt, other, expected) => {
    const delay = measureDelay({ askedAt: at(askedAt), answeredAt: at(answeredAt) }, 'working', town);
    expect(answersAt(at(other), delay, town)).toBe(at(expected));
  });
});
