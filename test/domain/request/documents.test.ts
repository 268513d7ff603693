import { workingTimeBetween } from '../../../domain/deadlines/working-time.js';
import { admitAnswer } from '../../../domain/request/admit-answer.js';
import { askNotice } from '../../../domain/request/ask-notice.js';
import { isPaused } from '../../../domain/request/pause-clock.js';
import { requestView } from '../../../domain/request/request-view.js';
import type { Programme } from '../../../domain/town/schema.js';
import { aRequest } from './a-request.js';
import { caseTown, rulesFor, SURGERY } from './case-town.js';
import { Play } from './play.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const both = (text: string) => ({ 'zh-CN': text, en: text });
const PROGRAMME: Programme = {
  ...SURGERY,
  documents: ['card', 'book', 'report'].map((id) => ({ id, name: both(`the ${id}`) })),
};
const rules = { ...rulesFor('surgery'), programme: PROGRAMME };

const applying = () => Play.begin(aRequest({ category: 'surgery' }), rules).answer('accept');
/** The first approver found two documents missing; the other approval goes on. */
function missing(words = '2 3') {
  const play = applying().answer('done');
  return play.later(HOUR).answer('documents', words, play.open('w1'));
}
const resident = (play: Play) => {
  const found = play.record.asks.find(({ to }) => to.who === 'resident');
  if (!found) throw new Error('the resident is asked nothing');
  return found;
};
const textOf = (play: Play) => askNotice(play.record, rules, resident(play), 'K7Q3');

describe('documents that are missing', () => {
  it('are told to the resident in one message that lists them all', () => {
    const play = missing();
    expect(play.asked).toEqual(['gas', 'resident']);
    expect(play.next).toMatchObject({ to: 'ask', from: 'resident' });
    expect(textOf(play)).toMatchObject({
      to: 'resident',
      text: 'ask-documents',
      values: { documents: 'the book, the report' },
    });
  });

  it.each([
    ['', [1, 2, 3]],
    ['1', [1]],
    ['2、3', [2, 3]],
    ['3 2 needs a stamp', [2, 3]],
    ['the card', [1]],
  ])('named as "%s" are %j', (words, documents) => {
    expect(resident(missing(words)).held?.documents).toEqual(documents);
  });

  it.each(['4', '0', '23', 'a stamp'])(
    'named as "%s" are asked back by their numbers, not guessed',
    (words) => {
      const play = applying();
      expect(admitAnswer(play.record, rules, play.open(), 'documents', words)).toEqual({
        admitted: false,
        reply: 'reply-documents-unknown',
        values: { list: '1the card 2the book 3the report' },
      });
    },
  );

  it('are not offered by a programme that wants none', () => {
    const none = { ...rules, programme: { ...PROGRAMME, documents: [] } };
    const play = Play.begin(aRequest({ category: 'surgery' }), none).answer('accept');
    expect(play.open().options).not.toContain('documents');
    expect(applying().open().options).toContain('documents');
  });

  it('that were brought give the step back to whoever asked, with the working time that was left', () => {
    const play = applying().answer('done');
    const before = play.open('w1');
    play.later(HOUR);
    const asked = play.at;
    play.answer('documents', '', before).later(5 * DAY);
    play.answer('brought', 'given to the cadre', resident(play));
    const again = play.open('w1');
    expect(again.kind).toBe('approval');
    expect(workingTimeBetween(play.at, again.until, rules.town.settings)).toBe(
      workingTimeBetween(asked, before.until, rules.town.settings),
    );
    expect(play.lastTold).toMatchObject({ to: { staff: 'w1' }, text: 'told-documents-brought' });
    expect(
      play.answer('done', undefined, again).answer('done', undefined, play.open('gas')).open(),
    ).toMatchObject({
      kind: 'appointment',
    });
  });

  it('remind the resident, and after the town\u2019s time go on without, as "not brought"', () => {
    const play = missing();
    const { held } = resident(play);
    const texts = [0, 1].map(() => textOf(play.silent(resident(play)))?.text);
    expect(play.types.filter((type) => type === 'reminded')).toHaveLength(1);
    play.silent(resident(play));
    expect([play.at, texts]).toEqual([held?.bringBy, ['ask-documents-again', 'ask-documents-again']]);
    expect(play.asked).toEqual(['gas', 'w1']);
    expect(play.lastTold).toMatchObject({ to: { staff: 'w1' }, text: 'told-documents-not-brought' });
    play.answer('refuse', 'nothing was brought', play.open('w1')).endOpen('superseded');
    expect(play.record.outcome).toMatchObject({ as: 'refused', reason: 'nothing was brought' });
  });

  it('are over when the resident takes the request back, or another approver refuses', () => {
    expect(missing().withdraw().record).toMatchObject({ closedAs: 'withdrawn' });
    const refused = missing();
    refused.answer('refuse', 'not insured', refused.open('gas')).endOpen('superseded');
    expect(refused.record.outcome).toMatchObject({ as: 'refused', reason: 'not insured' });
    expect(isPaused(refused.record)).toBe(false);
  });

  it('go back to the next above while whoever asked is on leave', () => {
    const play = missing();
    const day = { staff: 'w1', from: '2026-08-24', to: '2026-08-28' };
    const away = { ...rules, town: caseTown({ leave: [day] }) };
    const later = new Play(play.record, away);
    later.at = play.at;
    later.answer('brought', undefined, resident(later));
    expect(later.asked).toEqual(['gas', 'w2']);
  });
});

describe('asking a second time', () => {
  const second = () => {
    const play = missing();
    return play.answer('documents', '1', play.open('gas'));
  };
  const leader = (play: Play) => play.open('l1');

  it('asks a leader first, and the resident only when the leader agrees', () => {
    const play = second();
    expect([play.asked, play.next.from]).toEqual([['resident', 'l1'], 'leader']);
    const asked = askNotice(play.record, rules, leader(play), 'K7Q3');
    expect(asked).toMatchObject({
      text: 'ask-sign-off',
      values: { person: 'Sample gas', documents: 'the card' },
    });
    play.answer('allow', 'it expired meanwhile', leader(play));
    expect([play.asked, play.next.from]).toEqual([['resident', 'resident'], 'resident']);
  });

  it('that the leader denies goes back with the reason, and cannot be asked for once more', () => {
    const play = second();
    const due = leader(play).held?.due;
    play.answer('deny', 'everything is there', leader(play));
    expect(play.lastTold).toMatchObject({
      to: { staff: 'gas' },
      text: 'told-sign-off-denied',
      values: { reason: 'everything is there' },
    });
    expect(play.open('gas').until).toBe(due);
    expect(play.open('gas').options).toEqual(['done', 'refuse']);
  });

  it('climbs the leaders\u2019 ladder while they are silent, without telling them that they are late', () => {
    const play = second();
    play.silent(leader(play));
    expect(play.next).toMatchObject({ to: 'ask', from: 'leader' });
    expect(play.texts({ staff: 'l1' })).not.toContain('told-overdue');
  });

  it('counts for the whole request, whoever asked first', () => {
    const play = missing();
    play.answer('brought', undefined, resident(play));
    play.answer('documents', '', play.open('w1'));
    expect(play.asked).toEqual(['gas', 'l1']);
  });

  it('is not counted from the list that everybody is told when the programme begins', () => {
    const play = applying();
    expect(play.texts('resident')).toContain('documents');
    play.answer('documents');
    expect(play.asked).toEqual(['resident']);
  });
});

describe('the clocks', () => {
  it('stand still while documents are awaited, which the tracking page says', () => {
    const play = missing();
    const view = requestView(play.record, rules, 'en');
    expect(view).toMatchObject({ pausedSince: new Date(play.at).toISOString() });
    expect(view.ask?.options).toEqual([{ option: 'brought', label: 'brought' }]);
    expect(view.ask?.text).toContain('the book, the report');
    expect(view.timeline.at(-1)?.text).toContain('stands still');
  });

  it('move the request on by the working time they stood, once, whatever was asked side by side', () => {
    const play = missing();
    const [from, due] = [play.at, play.record.dueAt ?? 0];
    play.answer('documents', '', play.open('gas')).later(DAY).answer('allow', undefined, play.open('l1'));
    play.later(DAY).answer('brought', undefined, resident(play));
    expect(isPaused(play.record)).toBe(true);
    play.later(DAY).answer('brought', undefined, resident(play));
    expect(play.record.pauses).toEqual([{ from, to: play.at, why: 'documents' }]);
    const { settings } = rules.town;
    expect(workingTimeBetween(play.at, play.record.dueAt ?? 0, settings)).toBe(
      workingTimeBetween(from, due, settings),
    );
    expect(requestView(play.record, rules, 'en').pausedSince).toBeUndefined();
  });

  it('run while a leader thinks about it, and while the resident is asked whether they are satisfied', () => {
    const thinking = missing();
    thinking.answer('brought', undefined, resident(thinking));
    thinking.answer('documents', '', thinking.open('w1'));
    expect(isPaused(thinking.record)).toBe(false);
    const asked = Play.begin(aRequest(), rulesFor('street-light')).answer('accept').answer('done');
    expect([asked.record.status, isPaused(asked.record)]).toEqual(['awaiting_confirmation', false]);
  });
});
