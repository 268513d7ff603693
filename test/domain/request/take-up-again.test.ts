import { aRequest, nowhere } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const EXECUTION = '7Q3K9M2X-retry-2';
const HOUR = 3_600_000;

const begin = (category = 'street-light') => Play.begin(aRequest({ category }), rulesFor(category));
const takeUp = (play: Play) => play.act({ action: 'take-up', execution: EXECUTION, at: play.at });
const asksOf = ({ record }: Play) => record.asks.map(({ n, kind, until }) => ({ n, kind, until }));

describe('a request that a new execution takes up', () => {
  it.each<[string, string, () => Play]>([
    ['placed', 'place', () => Play.begin(nowhere(), rulesFor('street-light'))],
    ['accepted', 'accept', () => begin()],
    ['done', 'same-day', () => begin().answer('accept')],
    ['judged by its resident', 'confirm', () => begin().answer('accept').answer('done')],
    [
      'closed with the first report',
      'joined',
      () => Play.begin(aRequest(), rulesFor('street-light'), { duplicateOf: '2ABCDEFG' }).answer('same'),
    ],
  ])(
    'waiting to be %s waits on in the state "%s", with the same ask, and tells nobody',
    (_for, to, stood) => {
      const play = stood().later(HOUR / 4);
      const open = asksOf(play).at(-1);
      const told = play.told.length;
      takeUp(play);
      expect(asksOf(play).at(-1)).toEqual(open);
      expect(play.next).toMatchObject({ to, ask: { n: open?.n } });
      expect(play.told).toHaveLength(told);
      expect(play.types.at(-1)).toBe('resumed');
      expect(play.record.execution).toBe(EXECUTION);
    },
  );

  it('while the duty desk is asked whether to try again is tried again', () => {
    const play = begin();
    const open = asksOf(play);
    takeUp(play.act({ action: 'attention', at: play.at }));
    expect(asksOf(play)).toEqual(open);
    expect(play.next).toMatchObject({ to: 'accept', ask: { n: open[0]?.n } });
  });

  it('of which the first step failed is assigned as at first: to whoever filed it, and with what it looks like', () => {
    const play = new Play(aRequest({ channel: 'cadre' }), rulesFor('street-light'));
    const assigning = { filedBy: 'a2', duplicateOf: '2ABCDEFG' };
    play.act({ action: 'attention', at: play.at });
    play.act({ action: 'take-up', execution: play.record.id, at: play.at, ...assigning });
    expect(play.record).toMatchObject({ owner: 'a2', duplicateOf: '2ABCDEFG', status: 'accepted' });
  });

  it('waits for an ask until its own time, and long enough to hear what was answered meanwhile', () => {
    const play = begin().later(HOUR / 4);
    const { until } = play.open();
    expect(takeUp(play).next.ask?.timeoutSeconds).toBe((until - play.at) / 1000);
    const late = begin();
    late.at = late.open().until + HOUR;
    expect(takeUp(late).next.ask?.timeoutSeconds).toBe(60);
  });

  it.each<[string, string[], () => Play]>([
    ['a stage of a programme', ['application'], () => begin('surgery').answer('accept')],
    ['an emergency', ['report', 'report'], () => begin('gas-leak')],
  ])('within %s opens a round of its own that waits for the same asks', (_in, kinds, stood) => {
    const play = stood().later(HOUR / 4);
    const open = asksOf(play);
    const told = play.told.length;
    const round = play.record.coordination?.round ?? 0;
    takeUp(play);
    expect(open.map(({ kind }) => kind)).toEqual(kinds);
    expect(asksOf(play)).toEqual(open);
    expect(play.record.coordination?.round).toBe(round + 1);
    expect(play.next.steps?.map(({ n }) => n)).toEqual(open.map(({ n }) => n));
    expect(play.told).toHaveLength(told);
  });

  it('in a stage that a refusal ended waits for nobody else of it', () => {
    const play = begin('surgery').answer('accept').answer('done');
    play.answer('refuse', 'not insured', play.open('w1'));
    takeUp(play);
    expect([play.record.closedAs, play.record.asks]).toEqual(['refused', []]);
  });

  it('before anything was recorded of it is placed as at first', () => {
    const play = new Play(aRequest({ category: 'street-light' }), rulesFor('street-light'));
    takeUp(play);
    expect([play.open().kind, play.told.map(({ text }) => text)]).toEqual(['acceptance', ['receipt']]);
    expect(play.types).not.toContain('resumed');
  });

  it('that was withdrawn, or answered to the end, is closed', () => {
    const withdrawn = begin();
    withdrawn.record = { ...withdrawn.record, withdrawnAt: withdrawn.at };
    expect(takeUp(withdrawn).record.closedAs).toBe('withdrawn');
    const judged = begin().answer('accept').answer('done').answer('satisfied');
    const { closedAs, timeline } = judged.record;
    const told = judged.told.length;
    takeUp(judged);
    expect(judged.record).toMatchObject({ closedAs, timeline });
    // The step of closing, repeated: its text has the key that it had, and is not sent again.
    expect(judged.told.slice(told).filter(({ text }) => text !== 'closed-satisfied')).toEqual([]);
  });

  it('is taken up once, however often the step is tried', () => {
    const play = begin();
    const { record } = takeUp(play);
    expect(takeUp(play).record).toBe(record);
  });
});
