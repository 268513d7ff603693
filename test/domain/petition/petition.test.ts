import * as fc from 'fast-check';
import { readLodged, readParties, readResult } from '../../../domain/petition/read-petition-words.js';
import { admitAnswer } from '../../../domain/request/admit-answer.js';
import { factsOf } from '../../../domain/request/facts.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown, rulesFor } from '../request/case-town.js';
import { Play } from '../request/play.js';

const DAY = 86_400_000;
const TAKE_UP_BY = MONDAY_9_AM + 15 * DAY;
const petition = (category = 'petition') => Play.begin(aRequest({ category }), rulesFor(category));
const until = (begun: Play) => begun.open().until;

describe('a petition', () => {
  it('is told at once: until when it is decided whether it is taken up', () => {
    const begun = petition();
    expect(begun.texts('resident')).toEqual(['receipt-petition']);
    expect(begun.open()).toMatchObject({ kind: 'taking-up', options: ['accept', 'refuse', 'transfer'] });
  });

  it('keeps how it came in and how many are at odds, as far as whoever takes it up says', () => {
    const begun = petition().answer('accept', '来信 3户');
    expect(begun.record.petition).toMatchObject({
      kind: 'letters-and-visits',
      lodged: 'letter',
      parties: 3,
      takenUpAt: begun.at,
    });
    expect(begun.lastTold?.text).toBe('petition-taken-up');
  });

  it('came in the way its channel says where nobody says more', () => {
    const lodged = (['web', 'open311', 'sms', 'cadre'] as const).map(
      (channel) => aRequest({ category: 'petition', channel }).petition?.lodged,
    );
    expect(lodged).toEqual(['online', 'online', 'phone', 'visit']);
  });

  it('is due 60 days after it came in, however late it is taken up', () => {
    const begun = petition()
      .later(1.5 * DAY)
      .answer('accept');
    expect(begun.record.dueAt).toBe(MONDAY_9_AM + 60 * DAY);
    expect(until(begun)).toBe(MONDAY_9_AM + 60 * DAY);
  });

  it('that is not taken up ends with the reason and where else to go', () => {
    const begun = petition().answer('refuse', '已由法院受理');
    expect(begun.lastTold).toMatchObject({ text: 'closed-refused', values: { reason: '已由法院受理' } });
    expect(begun.record.petition).toMatchObject({ notTakenUpAt: begun.at });
    expect(begun.record).toMatchObject({ closedAs: 'refused', asks: [] });
  });
});

describe('the fifteen days for taking a petition up', () => {
  it('are for everybody on the ladder together: the last one still has a turn', () => {
    const begun = petition();
    const turns: [string | undefined, number][] = [];
    for (let rung = 0; rung < 6; rung += 1) {
      turns.push([begun.asked[0], (until(begun) - begun.at) / DAY]);
      begun.silent();
    }
    expect(turns).toEqual(['a1', 'b1', 'c1', 'd1', 'd2', 'l1'].map((staff) => [staff, 2]));
    expect(begun.at).toBeLessThanOrEqual(TAKE_UP_BY);
  });

  it('leave the last one time whatever was passed on before, and however late', () => {
    const moves = fc.array(
      fc.record({ days: fc.integer({ min: 0, max: 6 }), to: fc.constantFrom('2', '3') }),
      {
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(moves, fc.constantFrom(1, 2, 5, 14), (transfers, days) => {
        const town = caseTown();
        const paths = { ...town.settings.paths };
        paths.petition = { ...paths.petition, acceptWithin: { days } };
        const rules = rulesFor('petition', { ...town, settings: { ...town.settings, paths } });
        const begun = Play.begin(aRequest({ category: 'petition' }), rules);
        for (const { days: waited, to } of transfers) {
          begun.at = Math.min(begun.at + waited * DAY, until(begun) - 1);
          begun.answer('transfer', to);
        }
        while (begun.asked[0] !== 'l1') {
          expect(until(begun)).toBeLessThan(TAKE_UP_BY);
          begun.silent();
        }
        expect(begun.at).toBeLessThan(TAKE_UP_BY);
        expect(until(begun)).toBeLessThanOrEqual(TAKE_UP_BY);
      }),
    );
  });

  it('count no more once it was taken up', () => {
    const begun = petition().answer('accept').answer('done', '已答复').answer('unsatisfied');
    expect(begun.open()).toMatchObject({ kind: 'acceptance' });
    expect(until(begun)).toBe(begun.at + 2 * DAY);
  });
});

describe('one extension of 30 days', () => {
  it('moves the day it must be settled from where it stood; the resident is told the reason', () => {
    const begun = petition().answer('accept').answer('extend', '等待评估');
    expect(begun.record).toMatchObject({ dueAt: MONDAY_9_AM + 90 * DAY, extensions: 1 });
    expect(until(begun)).toBe(MONDAY_9_AM + 90 * DAY);
    expect(begun.lastTold).toMatchObject({ text: 'extended', values: { reason: '等待评估' } });
  });

  it('is the only one, whichever step asks for another', () => {
    const begun = petition().answer('accept').answer('extend', '等待评估');
    const { record, rules } = begun;
    expect(admitAnswer(record, rules, begun.open(), 'extend', 'again')).toMatchObject({
      reply: 'reply-extended-before',
    });
    expect(admitAnswer(record, rules, { ...begun.open(), extensions: 0 }, 'extend', 'again')).toMatchObject({
      admitted: false,
    });
  });
});

describe('mediation', () => {
  it('makes of a letter what is mediated, session by session, until it is settled', () => {
    const begun = petition().answer('accept');
    const due = until(begun);
    begun.later(DAY).answer('session', '双方4人，未达成一致');
    expect(begun.open()).toMatchObject({ kind: 'settlement', until: due });
    begun.later(DAY).answer('session', '双方达成协议').answer('done', '按协议退地一米');
    expect(begun.record.petition).toMatchObject({
      kind: 'mediation',
      parties: 4,
      sessions: [
        { by: 'w1', result: 'not-agreed' },
        { by: 'w1', result: 'agreed' },
      ],
      settlement: '按协议退地一米',
      settledAt: begun.at,
    });
    expect(begun.lastTold).toMatchObject({ text: 'petition-settled', values: { reason: '按协议退地一米' } });
    expect(factsOf(begun.record).mediatedAt).toBe(begun.at);
  });

  it('that comes to its end without a session on record is a session that ended in agreement', () => {
    const begun = petition('dispute').answer('accept').answer('done', '互让一步');
    expect(begun.record.petition?.sessions).toEqual([{ at: begun.at, by: 'w1', result: 'agreed' }]);
  });

  it('is not claimed of a letter that was answered, nor of parties that did not agree', () => {
    const answered = petition().answer('accept').answer('done', '已书面答复');
    const apart = petition('dispute')
      .answer('accept')
      .answer('session', '未达成')
      .answer('done', '已告知诉讼');
    for (const { record } of [answered, apart]) expect(factsOf(record).mediatedAt).toBeUndefined();
  });

  it('has so many sessions at most', () => {
    const begun = petition('dispute').answer('accept');
    for (let time = 0; time < 8; time += 1) begun.answer('session', '下周再谈');
    expect(admitAnswer(begun.record, begun.rules, begun.open(), 'session', '再谈')).toEqual({
      admitted: false,
      reply: 'reply-sessions-limit',
    });
  });
});

describe('what is said of a petition', () => {
  it.each([
    ['受理 来信', 'letter', undefined],
    ['来访 5人', 'visit', 5],
    ['来电，2户', 'phone', 2],
    ['a letter from 12 people', 'letter', 12],
    ['网上', 'online', undefined],
    ['好的', undefined, undefined],
  ])('"%s" came in by %s, from %s', (words, lodged, parties) => {
    expect([readLodged(words), readParties(words)]).toEqual([lodged, parties]);
  });

  it.each([
    ['未达成一致', 'not-agreed'],
    ['双方达成一致', 'agreed'],
    ['not agreed yet', 'not-agreed'],
    ['agreed', 'agreed'],
    ['下周三再谈', 'adjourned'],
  ])('"%s" ended %s', (words, result) => {
    expect(readResult(words)).toBe(result);
  });
});
