import { entriesOf } from '../../../domain/request/timeline.js';
import * as fc from 'fast-check';
import { replayCase } from '../../../domain/replay/replay-case.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town, TownSettings } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown, rulesFor } from '../request/case-town.js';
import { Play } from '../request/play.js';
import { answerSomething, letPass, recordedCase } from './a-recorded-case.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOTHING_TYPICAL = new Map();

const play = (category: string, filedBy?: string): Play =>
  Play.begin(aRequest({ category }), rulesFor(category), filedBy === undefined ? {} : { filedBy });

/** Runs a case again through the town as changed, as far as it was played. */
function replayed(lived: Play, change: (settings: TownSettings) => Partial<TownSettings> = () => ({})) {
  const { settings } = lived.rules.town;
  const changed: Town = { ...lived.rules.town, settings: { ...settings, ...change(settings) } };
  return replayCase(recordedCase(lived), changed, { asOf: lived.at, typical: NOTHING_TYPICAL });
}

/** Of two who were called both report. */
function bothCalled(): Play {
  const called = play('street-light').answer('call', 'water gas').later(HOUR);
  called.answer('done', 'pipe closed', called.open('w1')).later(HOUR);
  return called.answer('done', 'made safe', called.open('gas')).later(HOUR).answer('satisfied');
}

/** Of two who were called both report in the same millisecond, whoever was asked last first. */
function bothAtOnce(): Play {
  const called = play('street-light').answer('call', 'water gas').later(HOUR);
  called.answer('done', 'made safe', called.open('gas'));
  return called.answer('done', 'pipe closed', called.open('w1')).later(HOUR).answer('satisfied');
}

/** What the two machines of a request do; its cards come from a round, which a play does not hold. */
const course = ({ timeline }: RequestRecord) => timeline.filter(({ type }) => !type.endsWith('-card'));

const settleWithin =
  (workingDays: number) =>
  ({ paths }: TownSettings) => ({
    paths: { ...paths, coordinated: { ...paths.coordinated, settleWithin: { workingDays } } },
  });

describe('a case that runs again under the rules it was lived by', () => {
  it.each<[string, Play]>([
    [
      'done and satisfied',
      play('street-light').answer('accept').later(HOUR).answer('done').answer('satisfied'),
    ],
    [
      'accepted only after two were silent',
      play('street-light').silent().silent().later(60_000).answer('accept'),
    ],
    ['extended', play('street-light').answer('accept').answer('extend', 'rain').later(DAY).answer('done')],
    [
      'passed on',
      play('street-light')
        .answer('transfer', 'water')
        .later(2 * DAY)
        .answer('done'),
    ],
    ['refused', play('street-light').answer('accept').answer('refuse', 'no')],
    [
      'refused by a department, then by its owner',
      play('road').answer('accept').answer('refuse', 'no').answer('refuse', 'no'),
    ],
    [
      'refused by a department, then done by another',
      play('road').answer('accept').answer('refuse', 'no').answer('transfer', 'gas').answer('done'),
    ],
    ['done by two who were called', bothCalled()],
    ['done by two who were called, in the same millisecond', bothAtOnce()],
    ['filed by a cadre', play('street-light', 'a1').later(HOUR).answer('done')],
    ['taken back', play('road').answer('accept').later(HOUR).withdraw()],
    ['an emergency', play('gas-leak').later(60_000)],
    [
      'a petition that nobody took up in time',
      play('petition').silent().silent().later(HOUR).answer('accept'),
    ],
    ['nobody answers', play('road').silent().silent().silent().silent().silent().silent()],
  ])('goes as it went: %s', (_, lived) => {
    expect(course(replayed(lived))).toEqual(course(lived.record));
  });

  it('goes as it went, whatever people did and whenever', () => {
    const moves = fc.array(
      fc.record({
        after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 * DAY })),
        which: fc.nat(3),
        choice: fc.nat(4),
      }),
      { maxLength: 14 },
    );
    const town = caseTown({ settings: { ...caseTown().settings, holidays: 'none' } });
    const category = fc.constantFrom('street-light', 'surgery', 'gas-leak', 'road', 'petition', 'dispute');
    fc.assert(
      fc.property(category, moves, (chosen, list) => {
        const lived = Play.begin(aRequest({ category: chosen }), { ...rulesFor(chosen), town });
        for (const { after, which, choice } of list) {
          letPass(lived, lived.at + after);
          answerSomething(lived, which, choice);
        }
        expect(course(replayed(lived))).toEqual(course(lived.record));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a case that runs again under other rules', () => {
  /** Accepted at once; the work takes three days and an hour of a working week. */
  const slow = () => {
    const lived = play('road').answer('accept');
    letPass(lived, MONDAY_9_AM + 3 * DAY + HOUR);
    return lived.answer('done', 'mended').answer('satisfied');
  };

  it('is overdue where the time got shorter than the work took; the work is done when it was', () => {
    const lived = slow();
    const facts = factsOf(replayed(lived, settleWithin(2)));
    expect(factsOf(lived.record)).toMatchObject({ silences: 0 });
    expect(facts).toMatchObject({
      silences: 1,
      handledAt: MONDAY_9_AM + 3 * DAY + HOUR,
      closedAs: 'satisfied',
    });
    expect(facts.handledAt).toBeGreaterThan(facts.handleBy ?? Infinity);
  });

  it('is warned of and given a red card by the changed deadline, once each', () => {
    const types = replayed(slow(), settleWithin(2)).timeline.map(({ type }) => type);
    expect(types.filter((type) => type.endsWith('-card'))).toEqual(['yellow-card', 'red-card']);
    expect(types.indexOf('red-card')).toBeGreaterThan(types.indexOf('silent'));
  });

  it('is in time where the time got longer', () => {
    const lived = play('street-light').answer('accept');
    letPass(lived, MONDAY_9_AM + DAY + HOUR);
    lived.answer('done');
    const sameDay = { workingDays: 2 };
    const facts = factsOf(
      replayed(lived, ({ paths }) => ({
        paths: { ...paths, 'same-day': { ...paths['same-day'], settleWithin: sameDay } },
      })),
    );
    expect(factsOf(lived.record).silences).toBeGreaterThan(0);
    expect(facts.silences).toBe(0);
    expect(facts.handledAt).toBeLessThan(facts.handleBy ?? 0);
  });

  it('climbs sooner where each rung has less time, and whoever answered then answers as soon after being asked', () => {
    const lived = play('road').silent();
    letPass(lived, MONDAY_9_AM + 2 * DAY + HOUR / 4);
    lived.answer('accept');
    const facts = factsOf(
      replayed(lived, ({ paths }) => ({
        paths: { ...paths, coordinated: { ...paths.coordinated, acceptWithin: { workingHours: 1 } } },
      })),
    );
    expect(facts).toMatchObject({ silences: 1, acceptedAt: MONDAY_9_AM + 1.75 * HOUR });
  });

  it('is answered at the end of a ladder that got shorter than whoever answered stood on', () => {
    const lived = play('road').silent().silent().later(HOUR).answer('accept');
    const shorter = replayed(lived, () => ({ ladder: ['post-a', 'post-b'] }));
    expect(entriesOf(shorter, 'accepted')[0]?.by).toBe('b1');
  });

  it('is done without the extension where there is none any more, as late as it was', () => {
    const lived = play('road').answer('accept').later(DAY).answer('extend', 'rain');
    letPass(lived, lived.at + DAY);
    lived.answer('done', 'mended');
    const none = factsOf(replayed(lived, ({ limits }) => ({ limits: { ...limits, extensions: 0 } })));
    expect(none).toMatchObject({ extensions: 0, handledAt: factsOf(lived.record).handledAt });
  });

  it('ends when the resident takes it back, at the same moment', () => {
    const lived = play('road').answer('accept').later(DAY).withdraw();
    expect(replayed(lived, settleWithin(1)).closedAt).toBe(lived.record.closedAt);
  });

  it('goes no further than the record', () => {
    const lived = play('road').later(HOUR);
    expect(replayed(lived, settleWithin(1)).asks).toHaveLength(1);
  });
});
