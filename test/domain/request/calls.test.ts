import * as fc from 'fast-check';
import { admitAnswer } from '../../../domain/request/admit-answer.js';
import { callBeside } from '../../../domain/request/call-departments.js';
import { reportingsOf } from '../../../domain/request/reportings.js';
import { aRequest } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const begin = (category: string) => Play.begin(aRequest({ category }), rulesFor(category));

describe('several departments that are called', () => {
  it.each([
    ['by who is asked to take it', () => begin('street-light').answer('call', 'water gas')],
    ['by who handles it', () => begin('street-light').answer('accept').answer('call', 'water、gas')],
    ['beside the one that is asked', () => begin('road').answer('accept').call(['gas'])],
  ])(
    '%s are asked side by side, each by itself and on its own clock, and it is done when all have reported',
    (_by, called) => {
      const play = called();
      expect(play.asked).toEqual(['w1', 'gas']);
      play.silent(play.open('w1'));
      expect(play.asked).toEqual(['gas', 'w2']);
      play.answer('done', 'made safe', play.open('gas'));
      expect([play.asked, play.record.status]).toEqual([['w2'], 'coordinating']);
      play.answer('done', 'pipe closed');
      expect(play.open().kind).toBe('confirmation');
      expect(play.record.owner).toBe('a1');
    },
  );

  it('are shown to whoever owns the request: who has reported and what, who sent it back, who has not and until when', () => {
    const play = begin('street-light').answer('accept').answer('call', 'water gas');
    const shown = () => reportingsOf(play.record, play.rules, 'en');
    const until = play.open('w1').until;
    expect(shown()).toMatchObject([
      { state: 'waiting', by: 'Sample w1', until },
      { state: 'waiting', by: 'Sample gas' },
    ]);
    play.answer('done', 'made safe', play.open('gas')).answer('refuse', 'not our pipe', play.open('w1'));
    expect(shown()).toMatchObject([
      { state: 'sent-back', by: 'Sample w1', words: 'not our pipe' },
      { state: 'reported', by: 'Sample gas', words: 'made safe', at: play.at },
    ]);
    expect(reportingsOf(begin('road').answer('accept').record, play.rules, 'en')).toEqual([]);
  });

  it('beside a stage of a programme are of that stage, and the next waits for them too', () => {
    const town = caseTown();
    const third = { ...town.departments[2], id: 'power', contacts: ['c3'], keywords: ['power'] };
    const play = Play.begin(
      aRequest({ category: 'surgery' }),
      rulesFor(
        'surgery',
        caseTown({
          departments: [
            ...town.departments,
            { ...third, name: { 'zh-CN': 'power', en: 'power' }, kind: 'provider' },
          ],
        }),
      ),
    );
    play.answer('accept').answer('done').call(['power']);
    expect(play.asked).toEqual(['w1', 'gas', 'c3']);
    expect(play.texts('resident').filter((text) => text === 'documents')).toHaveLength(1);
    for (const staff of ['w1', 'gas']) play.answer('done', undefined, play.open(staff));
    expect(play.asked).toEqual(['c3']);
    expect(play.answer('done', 'seen').open().kind).toBe('appointment');
  });

  it('keep their asks: who is asked already is not asked again', () => {
    const play = begin('road').answer('accept');
    const before = play.open();
    play.call(['gas']);
    expect(play.open('w1')).toEqual(before);
  });

  it('tell the owner who has reported, and who has not', () => {
    const play = begin('street-light').answer('call', 'water gas');
    play.answer('done', 'safe', play.open('gas')).answer('done', 'closed');
    const told = play.told.filter(({ text }) => text === 'told-decided').map(({ values }) => values.left);
    expect(told).toEqual(['water', '']);
  });

  it('go on where one of them refuses and its owner leaves that one out', () => {
    const play = begin('street-light').answer('call', 'water gas');
    play.answer('refuse', 'no pipe of ours', play.open('w1'));
    expect(play.asked).toEqual(['gas', 'a1']);
    play.answer('refuse', 'right, no water there', play.open('a1'));
    expect(play.asked).toEqual(['gas']);
    expect(play.answer('done', 'made safe').record.status).toBe('awaiting_confirmation');
  });

  it('come to a refusal where all of them are left out', () => {
    const play = begin('street-light').answer('call', 'water gas');
    for (const staff of ['w1', 'gas']) {
      play.answer('refuse', 'not ours', play.open(staff));
      play.answer('refuse', 'nobody here', play.open('a1'));
    }
    expect(play.record).toMatchObject({ closedAs: 'refused', outcome: { reason: 'nobody here' } });
  });

  it.each([
    ['nobody who is not asked already', () => begin('road').answer('accept'), ['water']],
    ['anybody to an emergency, which has a ladder of its own', () => begin('gas-leak'), ['water']],
    ['anybody before it is coordinated', () => begin('street-light'), ['water']],
    ['anybody once it is over', () => begin('road').answer('accept').withdraw(), ['gas']],
  ])('are not %s', (_whom, stand, departments) => {
    const { record, rules, at } = stand();
    expect(callBeside(record, rules, { departments, by: 'a1', note: '', at })).toBeUndefined();
  });

  it('must all be known: what is no department is asked back, with what is likely meant', () => {
    const { record, rules } = begin('street-light');
    const admitted = admitAnswer(record, rules, record.asks[0] ?? fail(), 'call', 'water gaz');
    expect(admitted).toMatchObject({
      admitted: false,
      reply: 'reply-call-unknown',
      values: { reason: 'gaz', choices: 'gas' },
    });
  });

  it('close exactly when each has reported or was left out, in whatever order', () => {
    const moves = fc.array(fc.record({ who: fc.nat(3), refuses: fc.boolean() }), {
      minLength: 8,
      maxLength: 24,
    });
    fc.assert(
      fc.property(moves, (list) => {
        const play = begin('street-light').answer('call', 'water gas');
        for (const { who, refuses } of list) {
          const open = play.record.asks.filter(({ stage }) => stage !== undefined);
          const ask = open[who % Math.max(1, open.length)];
          if (!ask) break;
          play.answer(refuses || ask.kind === 'returned' ? 'refuse' : 'done', 'so', ask);
        }
        const isOpen = play.record.asks.some(({ stage }) => stage !== undefined);
        expect(isOpen).toBe(play.record.status === 'coordinating');
      }),
    );
  });
});

function fail(): never {
  throw new Error('nothing is asked');
}
