import { aRequest } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const accepted = (category = 'surgery') => {
  const play = Play.begin(aRequest({ category }), rulesFor(category));
  return category === 'gas-leak' ? play : play.answer('accept');
};
/** At the stage with two approvals side by side. */
const approvals = () => accepted().answer('done');

describe('a programme', () => {
  it('tells the resident every document once, when it opens', () => {
    const play = approvals();
    expect(play.told.filter(({ text }) => text === 'documents')).toEqual([
      expect.objectContaining({ to: 'resident', values: expect.objectContaining({ documents: 'card' }) }),
    ]);
  });

  it('asks the steps of a stage side by side and goes on when all are done', () => {
    const play = approvals();
    expect(play.asked).toEqual(['w1', 'gas']);
    play.answer('done', 'fine', play.open('gas'));
    expect(play.asked).toEqual(['w1']);
    play.answer('done', 'fine', play.open('w1'));
    expect([play.open().kind, play.asked]).toEqual(['appointment', ['w1']]);
  });

  it('tells an appointment to the resident and the departments that a stage names', () => {
    const play = approvals();
    for (const staff of ['w1', 'gas']) play.answer('done', undefined, play.open(staff));
    expect(play.texts({ staff: 'l1' })).toEqual(['told-stage']);
    play.agree({ date: '2026-09-03', time: '09:00', words: 'fasting' });
    expect(play.texts('resident').at(-2)).toBe('appointment');
    expect(play.record.timeline.find(({ type }) => type === 'appointment')).toMatchObject({
      type: 'appointment',
      appointment: { date: '2026-09-03', time: '09:00', stage: 2 },
      note: 'fasting',
    });
  });

  it('whose appointment was agreed before dates were read goes on, and tells its words as they are', () => {
    const play = approvals();
    for (const staff of ['w1', 'gas']) play.answer('done', undefined, play.open(staff));
    play.answer('done', '3 September, 9:00');
    expect(play.lastTold).toMatchObject({ text: 'appointment', values: { when: '3 September, 9:00' } });
    expect(play.open().kind).toBe('report');
  });

  it('tells its owner what each department decided, unless it was the owner', () => {
    const play = accepted();
    expect(play.record.owner).toBe('a1');
    const told = () => play.told.filter(({ text }) => text === 'told-decided');
    play.answer('done');
    expect(told()).toEqual([]);
    play.answer('extend', 'the doctor is away', play.open('w1'));
    play.answer('refuse', 'not insured', play.open('gas'));
    expect(told()).toMatchObject([
      { to: { staff: 'a1' }, values: { reason: 'the doctor is away' } },
      { to: { staff: 'a1' }, values: { reason: 'not insured' } },
    ]);
  });

  it('that ran to its end has the resident asked, and names the days of its follow-ups when it closes', () => {
    const play = approvals();
    for (const staff of ['w1', 'gas']) play.answer('done', undefined, play.open(staff));
    play.answer('done', 'Friday').answer('done');
    expect(play.record.status).toBe('awaiting_confirmation');
    play.answer('satisfied');
    expect(play.record.followUps).toEqual(['2026-08-31', '2026-09-23']);
  });

  it('that one department refuses ends with its reason and what else there is, whatever the other says', () => {
    const play = approvals();
    play.answer('refuse', 'not insured', play.open('w1'));
    play.endOpen('superseded');
    expect(play.record).toMatchObject({
      status: 'closed',
      closedAs: 'refused',
      outcome: { as: 'refused', reason: 'not insured' },
    });
    expect(play.lastTold).toMatchObject({
      text: 'closed-refused',
      values: { reason: 'not insured', alternatives: 'instead of surgery' },
    });
    expect(play.record.followUps).toBeUndefined();
  });

  it('refused twice side by side keeps the first refusal', () => {
    const play = approvals();
    play.answer('refuse', 'first', play.open('w1')).answer('refuse', 'second', play.open('gas'));
    expect(play.record.outcome).toEqual({ as: 'refused', reason: 'first' });
  });

  it('silent in one step leaves the other alone', () => {
    const play = approvals();
    const other = play.open('gas');
    play.silent(play.open('w1'));
    expect(play.asked).toEqual(['gas', 'w2']);
    expect(play.open('gas')).toEqual(other);
  });
});

describe('a coordination that failed and is taken up again', () => {
  it('asks only what was not done, in a round of its own', () => {
    const play = approvals();
    play.answer('done', undefined, play.open('w1'));
    play.act({ action: 'coordinated', round: 1, outcome: 'attention', at: play.at });
    expect([play.open().kind, play.asked]).toEqual(['attention', ['gas', 'd1']]);
    play.answer('retry');
    expect([play.asked, play.record.coordination?.round]).toEqual([['gas'], 2]);
    expect(play.texts('resident').filter((text) => text === 'documents')).toHaveLength(1);
  });

  it('when every step of its stage was done goes on with the next stage, not in a circle', () => {
    const play = approvals();
    play.record = {
      ...play.record,
      asks: [],
      coordination: { round: 1, stage: 1, done: ['0/apply', '1/approve-water', '1/approve-gas'] },
    };
    play.act({ action: 'coordinated', round: 1, outcome: 'attention', at: play.at }).answer('retry');
    expect(play.open()).toMatchObject({ kind: 'appointment', stage: 2 });
  });

  it('remembers a refusal that was given before', () => {
    const play = approvals();
    const refused = { by: 'w1', reason: 'not insured' };
    const coordination = { round: 1, stage: 1, done: ['0/apply'], refused };
    play.record = { ...play.record, coordination };
    play.act({ action: 'coordinated', round: 1, outcome: 'attention', at: play.at }).answer('retry');
    expect(play.record.outcome).toEqual({ as: 'refused', reason: 'not insured' });
  });

  it('does not raise the alarm of an emergency a second time', () => {
    const play = accepted('gas-leak');
    play.act({ action: 'coordinated', round: 1, outcome: 'attention', at: play.at }).answer('retry');
    expect(play.asked).toEqual(['a1', 'gas']);
    expect(play.texts({ staff: 'l1' })).toEqual(['told-emergency']);
  });

  it('leaves what its old round still reports without effect', () => {
    const play = approvals();
    play.act({ action: 'coordinated', round: 1, outcome: 'attention', at: play.at }).answer('retry');
    const { record } = play;
    play.act({ action: 'stage', round: 1, at: play.at });
    expect(play.steps.find(({ next }) => next.outcome === 'superseded')).toBeDefined();
    expect(record.coordination?.round).toBe(2);
  });
});
