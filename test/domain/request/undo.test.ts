import type { RequestRecord } from '../../../domain/request/record.js';
import { aRequest } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const begin = (category = 'street-light'): Play => Play.begin(aRequest({ category }), rulesFor(category));

/** Whoever answered last takes it back. */
const undo = (play: Play, by = 'a1'): Play => play.settle(play.open(), { option: 'undone', by, at: play.at });

/** What an undone answer leaves behind: nothing but its traces in the timeline and the number of asks. */
const standing = ({
  timeline: _t,
  askCount: _c,
  asks,
  answered: _a,
  undoable: _u,
  ...rest
}: RequestRecord) => ({
  ...rest,
  asks: asks.map(({ n: _n, askedAt: _at, until: _until, ...ask }) => ask),
});

describe('an answer that is taken back', () => {
  it.each<[string, () => Play, (play: Play) => Play, string]>([
    ['that it is taken', begin, (play) => play.answer('accept'), 'a1'],
    ['that it is done', () => begin().answer('accept'), (play) => play.answer('done', 'new bulb'), 'a1'],
    ['that it takes longer', () => begin().answer('accept'), (play) => play.answer('extend', 'parts'), 'a1'],
    [
      'that it did not help',
      () => begin().answer('accept').answer('done', 'new bulb'),
      (play) => play.answer('unsatisfied', 'still dark'),
      'resident',
    ],
  ])('%s leaves everything as it stood, and its sender asked again', (_what, stand, answer, by) => {
    const before = standing(stand().record);
    const play = undo(answer(stand()), by);
    expect(standing(play.record)).toEqual(before);
    expect(play.types.at(-1)).toBe('undone');
  });

  it('tells whoever was asked because of it', () => {
    const play = undo(begin().answer('accept').answer('done', 'new bulb'));
    expect(play.texts('resident').at(-1)).toBe('undone');
  });

  it('gives its sender time to answer, though the first time was nearly up', () => {
    const play = begin();
    play.later(play.open().until - play.at - 1000).answer('accept');
    undo(play);
    expect(play.open().until - play.at).toBe(10 * 60_000);
  });

  it('cannot be taken back once something else was begun, or answered', () => {
    expect(begin('surgery').answer('accept').record.undoable).toBeUndefined();
    expect(begin().answer('accept').answer('done').silent().record.undoable).toBeUndefined();
  });
});
