import { localDate, localTime } from '../../../domain/calendar/local-time.js';
import { TEXT_KEYS } from '../../../domain/texts/text-keys.js';
import { ANSWERS } from '../../../tools/month/habits.js';
import { randomFrom, seedOf } from '../../../tools/month/seeded-random.js';
import { visitsOf } from '../../../tools/month/visiting.js';
import { walkIns } from '../../../tools/month/walk-ins.js';
import { sampleTown } from '../../towns/sample-town.js';

const SPAN = { from: '2026-08-01', days: 31 };
const HOUR = 3_600_000;

describe('the people of a month', () => {
  it('know an answer to everything anybody is asked by text', () => {
    const asked = Object.keys(TEXT_KEYS).filter((key) => key.startsWith('ask-') && key !== 'ask-link');
    expect(asked.filter((key) => !Object.hasOwn(ANSWERS, key))).toEqual([]);
  });

  it('visit some of the households on a list, each once, in the daytime of its first five days', () => {
    const list = '03 07 12 15 20 31 40 44 58 60';
    const visits = Array.from({ length: 60 }, (_, n) => visitsOf(list, randomFrom(seedOf(`head ${n}`))));
    for (const made of visits) {
      const households = made.map(({ words }) => words.split(' ')[1]);
      expect(new Set(households).size).toBe(households.length);
      for (const { after } of made) {
        expect(after % (24 * HOUR)).toBeGreaterThanOrEqual(HOUR);
        expect(after % (24 * HOUR)).toBeLessThan(9 * HOUR);
        expect(after).toBeLessThan(5 * 24 * HOUR);
      }
    }
    const share = visits.flat().length / (60 * 10);
    expect(share).toBeCloseTo(0.15, 1);
    expect(visits.flat().some(({ words, people }) => words.includes('不在') && people === 0)).toBe(true);
  });

  it('visit nobody where the list names no household', () => {
    expect(visitsOf('', randomFrom(1))).toEqual([]);
  });

  it('come on the reception days that are held, to whoever receives then', () => {
    const town = sampleTown();
    const came = walkIns(town, SPAN, randomFrom(4));
    expect(came.length).toBeGreaterThan(10);
    expect(walkIns(town, SPAN, randomFrom(4))).toEqual(came);
    for (const { at, by } of came) {
      const weekday = new Date(`${localDate(at, town.settings.timeZone)}T00:00:00Z`).getUTCDay();
      const day = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][weekday];
      const receiving = town.reception.filter(
        ({ on, receives, from }) =>
          on === day && receives.includes(by) && from <= localTime(at, town.settings.timeZone),
      );
      expect(receiving).not.toEqual([]);
    }
  });
});
