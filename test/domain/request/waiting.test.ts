import { movedDeadline } from '../../../domain/request/pause-clock.js';
import type { Programme } from '../../../domain/town/schema.js';
import { aRequest } from './a-request.js';
import { caseTown, SURGERY } from './case-town.js';
import { Play } from './play.js';

const DAY = 86_400_000;
const PLACES: NonNullable<Programme['places']> = {
  stage: 'appointment',
  count: 1,
  per: 'year',
  need: [],
  tellAt: [1],
  reviewEvery: { days: 30 },
  waitWithin: { days: 90 },
};

/** Both approvals are given; whether there is a place, each time that one is asked for, is `given`. */
function approved(given: boolean[], places = PLACES): Play {
  const town = caseTown({ settings: { ...caseTown().settings, holidays: 'none' } });
  const play = Play.begin(aRequest({ category: 'surgery' }), { town, programme: { ...SURGERY, places } });
  play.places.push(...given);
  play.answer('accept').answer('done');
  for (const staff of ['w1', 'gas']) play.answer('done', undefined, play.open(staff));
  return play;
}

describe('a stage that needs a place', () => {
  it('opens at once where there is one, and nobody is told of a line they never stood in', () => {
    const play = approved([true]);
    expect(play.open()).toMatchObject({ kind: 'appointment', stage: 2 });
    expect(play.types).toContain('place-given');
    expect(play.texts('resident')).not.toContain('place-given');
    expect(play.record.pauses).toBeUndefined();
  });

  it('is waited for where there is none, and nobody is asked meanwhile', () => {
    const play = approved([false]);
    expect([play.open().kind, play.asked, play.types.at(-1)]).toEqual([
      'place',
      ['quota'],
      'waiting-for-place',
    ]);
    expect(play.record.status).toBe('coordinating');
  });

  it('opens when word comes that there is a place, and the resident is told', () => {
    const play = approved([false, true])
      .later(3 * DAY)
      .askForPlace();
    expect(play.open()).toMatchObject({ kind: 'appointment', stage: 2 });
    expect(play.texts('resident').at(-1)).toBe('place-given');
  });

  it('is asked for once: a coordination that is begun anew keeps its place', () => {
    const play = approved([true]);
    play.act({ action: 'coordinated', round: 1, outcome: 'attention', at: play.at }).answer('retry');
    expect(play.types.filter((type) => type === 'place-given')).toHaveLength(1);
    expect(play.open().kind).toBe('appointment');
  });
});

describe('the clocks', () => {
  it('stand still while it waits, and as much time is left after it as before', () => {
    const play = approved([false, true]);
    const { dueAt = 0, pauses } = play.record;
    expect(pauses).toEqual([{ from: play.at, why: 'place' }]);
    play.later(7 * DAY).askForPlace();
    const waited = { from: play.at - 7 * DAY, to: play.at };
    expect(play.record.dueAt).toBe(movedDeadline(dueAt, waited, play.rules.town.settings));
    expect(play.types).toContain('unpaused');
  });
});

describe('a wait', () => {
  it('is looked at again after the programme’s time, and is one line of the timeline however often', () => {
    const play = approved([false, false, false]);
    expect(play.open().until).toBe(play.at + 30 * DAY);
    play.silent().silent();
    expect(play.open().kind).toBe('place');
    expect(play.types.filter((type) => type === 'waiting-for-place')).toHaveLength(1);
  });

  it('is looked at again when a new period brings new places', () => {
    const play = approved([false], { ...PLACES, per: 'month' });
    expect(play.open().until).toBe(Date.parse('2026-09-01T00:00:00+08:00'));
  });

  it('that is too long is put before the duty desk, which may let it wait on', () => {
    const play = approved([false, false, false, false, false]);
    play.silent().silent().silent();
    expect([play.open().kind, play.asked]).toEqual(['attention', ['d1']]);
    play.answer('retry');
    expect(play.open()).toMatchObject({ kind: 'place', until: play.at + 30 * DAY });
  });
});

describe('a place that is of no use any more', () => {
  const nextOf = (play: Play) =>
    play.steps.filter(({ next }) => next.place === true).map(({ step }) => step.action);

  it('is given up when the request is refused, and looked after once more when it is closed', () => {
    const play = approved([true]).answer('refuse', 'no bed').answer('refuse', 'no bed, ask the county');
    expect(nextOf(play)).toEqual(['stage', 'close']);
    expect(play.record.closedAs).toBe('refused');
  });

  it.each([
    ['with a place', [true]],
    ['in line', [false]],
  ])('is given up when the request is taken back %s', (_how, given) => {
    const play = approved(given).withdraw();
    expect(nextOf(play).length).toBeGreaterThan(0);
    expect(play.record.closedAs).toBe('withdrawn');
  });

  it('is given up at the close, where the coordination failed and was given up', () => {
    const play = approved([true]);
    play
      .act({ action: 'coordinated', round: 1, outcome: 'attention', at: play.at })
      .answer('refer', 'hospital');
    expect(nextOf(play)).toEqual(['close']);
  });

  it('is nobody’s once it was used', () => {
    const play = approved([true]).answer('done', 'Friday').answer('done').answer('satisfied');
    expect([nextOf(play), play.record.place?.usedAt]).toEqual([[], expect.any(Number)]);
  });
});
