import { aRequest, nowhere } from './a-request.js';
import { rulesFor } from './case-town.js';
import { hasFailedSinceWithdrawn, withdrawRequest } from '../../../domain/request/withdraw-request.js';
import { Play } from './play.js';

const begin = (category = 'street-light') => Play.begin(aRequest({ category }), rulesFor(category));
const fail = (play: Play) => play.act({ action: 'attention', at: play.at });
const takenBack = (play: Play): Play => {
  play.record = withdrawRequest(play.record, play.at) ?? play.record;
  return play;
};

describe('a step that failed', () => {
  it('has the duty desk asked, round the clock', () => {
    const failed = fail(begin());
    expect(failed.open()).toMatchObject({ kind: 'attention', to: { staff: 'd1' } });
    expect(failed.asked).toEqual(['a1', 'd1']);
    expect(failed.open().until).toBe(failed.at + 4 * 3_600_000);
  });

  it('again while the duty desk still has time is the same ask', () => {
    const asked = fail(begin()).open().n;
    expect(fail(fail(begin()).later(60_000)).open().n).toBe(asked);
  });

  it('may be referred, with the reason told', () => {
    const referred = fail(begin()).answer('refer', 'the county');
    expect(referred.record).toMatchObject({ closedAs: 'referred' });
    expect(referred.lastTold).toMatchObject({ text: 'closed-referred', values: { reason: 'the county' } });
  });

  it('of an emergency can only be tried again: nobody ends a danger by referring it', () => {
    const failed = fail(begin('gas-leak'));
    expect(failed.open().options).toEqual(['retry']);
    // As it was asked before.
    expect(failed.answer('refer', 'the county').asked).toEqual(['a1', 'gas']);
  });

  it.each<[closedAs: string, () => Play]>([
    ['satisfied', () => begin().answer('accept').answer('done').answer('satisfied')],
    ['withdrawn', () => takenBack(begin().answer('accept'))],
  ])('once it was %s can only be tried again: there is nothing to refer', (closedAs, until) => {
    const failed = fail(until());
    expect(failed.open()).toMatchObject({ kind: 'attention', options: ['retry'] });
    // As it was asked before.
    const { record } = failed.answer('refer', 'the county');
    expect([record.closedAs, record.outcome?.as === 'referred']).toEqual([closedAs, false]);
  });

  it('before its resident took it back is no failure of its closing', () => {
    const failed = fail(begin());
    expect(hasFailedSinceWithdrawn(takenBack(failed).record)).toBe(false);
    expect(hasFailedSinceWithdrawn(fail(failed.later(5 * 3_600_000)).record)).toBe(true);
  });

  it.each<[string, () => Play, string, string[]]>([
    ['received', () => Play.begin(nowhere(), rulesFor('street-light')), 'placement', ['d1']],
    ['assigned', () => begin(), 'acceptance', ['a1']],
    ['assigned, an emergency', () => begin('gas-leak'), 'report', ['a1', 'gas']],
    ['accepted', () => begin().answer('accept'), 'outcome', ['a1']],
    ['coordinating', () => begin('surgery').answer('accept'), 'application', ['a1']],
    ['awaiting confirmation', () => begin().answer('accept').answer('done'), 'confirmation', ['resident']],
    ['reopened', () => begin().answer('accept').answer('done').answer('unsatisfied'), 'acceptance', ['a1']],
    [
      'reopened twice',
      () =>
        begin()
          .answer('accept')
          .answer('done')
          .answer('unsatisfied')
          .answer('accept')
          .answer('done')
          .answer('unsatisfied'),
      'outcome',
      ['l1'],
    ],
    [
      'joined',
      () => Play.begin(aRequest(), rulesFor('street-light'), { duplicateOf: '2ABCDEFG' }).answer('same'),
      'joined',
      ['request'],
    ],
  ])('is taken up again where it stood: %s', (_status, until, kind, asked) => {
    const resumed = fail(until()).answer('retry');
    expect(resumed.types).toContain('resumed');
    expect([resumed.record.asks[0]?.kind, resumed.asked]).toEqual([kind, asked]);
  });

  it('before its department was asked is taken up with that department, also where no grid is known', () => {
    const play = Play.begin(nowhere(), rulesFor('street-light')).answer('place', 'water');
    play.record = { ...play.record, status: 'assigned', asks: [] };
    expect(fail(play).answer('retry').asked).toEqual(['w1']);
  });

  it('while closing is closed as it would have been', () => {
    const play = begin().answer('accept').answer('done').answer('satisfied');
    const texts = play.told.length;
    fail(play).answer('retry');
    expect(play.record).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
    expect(play.told.slice(texts).filter(({ text }) => text !== 'closed-satisfied')).toEqual([]);
  });

  it('while closing what was referred does not begin anew', () => {
    const play = Play.begin(nowhere(), rulesFor('street-light'));
    play.record = { ...play.record, outcome: { as: 'referred', reason: 'the county' } };
    expect(fail(play).answer('retry').record.closedAs).toBe('referred');
  });
});
