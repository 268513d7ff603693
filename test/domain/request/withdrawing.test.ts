import { withdrawalNotices, withdrawRequest } from '../../../domain/request/withdraw-request.js';
import { aRequest, MONDAY_9_AM, nowhere } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const begin = (category: string) => Play.begin(aRequest({ category }), rulesFor(category));

const STAGES: [string, () => Play][] = [
  ['before it is placed', () => Play.begin(nowhere(), rulesFor('street-light'))],
  ['before it is accepted', () => begin('street-light')],
  ['while the cadre works on it', () => begin('street-light').answer('accept')],
  ['while two departments are asked side by side', () => begin('surgery').answer('accept').answer('done')],
  ['in an emergency', () => begin('gas-leak')],
  ['while the resident is asked', () => begin('street-light').answer('accept').answer('done')],
  ['while its owner decides about a refusal', () => begin('road').answer('accept').answer('refuse', 'no')],
  [
    'after it was reopened',
    () => begin('street-light').answer('accept').answer('done').answer('unsatisfied'),
  ],
  [
    'while the duty desk looks at a failure',
    () => begin('road').act({ action: 'attention', at: MONDAY_9_AM }),
  ],
  [
    'while it waits for the first report',
    () => Play.begin(aRequest(), rulesFor('street-light'), { duplicateOf: '2ABCDEFG' }).answer('same'),
  ],
];

describe('a request taken back', () => {
  it.each(STAGES)('%s closes as withdrawn, and its owner is told', (_when, until) => {
    const play = until().withdraw();
    expect(play.record).toMatchObject({ status: 'withdrawn', closedAs: 'withdrawn', asks: [] });
    expect(play.texts('resident').at(-1)).toBe('closed-withdrawn');
    const { owner } = play.record;
    const told = owner === undefined ? undefined : 'told-withdrawn';
    expect(play.texts({ staff: owner ?? 'nobody' }).at(-1)).toBe(told);
  });

  it.each(STAGES)(
    '%s closes so even when nobody could be told to stop: silence then ends it',
    (_when, until) => {
      const play = until();
      play.record = withdrawRequest(play.record, play.at) ?? play.record;
      for (const ask of play.record.asks) {
        if (ask.kind === 'attention')
          play.untilDue(ask).act({ action: 'attention', at: play.at }).endOpen('withdrawn');
        else play.silent(ask);
      }
      expect(play.record.closedAs).toBe('withdrawn');
    },
  );

  it('before its execution began is closed by its first step', () => {
    const play = new Play(withdrawRequest(aRequest(), MONDAY_9_AM) ?? aRequest(), rulesFor('street-light'));
    play.act({ action: 'assign', at: play.at });
    expect(play.record).toMatchObject({ closedAs: 'withdrawn' });
    expect(play.texts('resident')).toEqual(['closed-withdrawn']);
  });

  it('a second time, or after it closed, changes nothing', () => {
    const play = begin('street-light').withdraw();
    expect(withdrawRequest(play.record, play.at)).toBeUndefined();
    const closed = begin('street-light').answer('accept').answer('done').answer('satisfied');
    expect(withdrawRequest(closed.record, closed.at)).toBeUndefined();
  });

  it('is told to everybody who was asked, once each; the owner learns it when it closes', () => {
    const told = (play: Play) => withdrawalNotices(play.record, play.rules).map(({ to, text }) => [to, text]);
    const side = begin('surgery').answer('accept').answer('done');
    expect(told(side)).toEqual([
      [{ staff: 'w1' }, 'told-withdrawn'],
      [{ staff: 'gas' }, 'told-withdrawn'],
    ]);
    expect(told(begin('street-light'))).toEqual([]);
  });

  it('wins over an answer that crossed it', () => {
    const play = begin('road').answer('accept');
    play.record = withdrawRequest(play.record, play.at) ?? play.record;
    expect(play.answer('done').record.closedAs).toBe('withdrawn');
  });
});
