import { aRequest } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const done = (category = 'street-light') => {
  const play = Play.begin(aRequest({ category }), rulesFor(category));
  return play.answer('accept').answer('done', 'mended');
};

describe('an outcome', () => {
  it('is never closed before the resident was asked', () => {
    const play = done();
    expect([play.record.status, play.open().kind, play.asked]).toEqual([
      'awaiting_confirmation',
      'confirmation',
      ['resident'],
    ]);
    expect(play.open().until).toBe(play.at + 3 * 86_400_000);
  });

  it('that is a refusal closes it: the resident hears the reason and what else they can do, and is asked nothing', () => {
    const refused = Play.begin(aRequest(), rulesFor('street-light'))
      .answer('accept')
      .answer('refuse', 'private road');
    expect(refused.lastTold).toMatchObject({
      to: 'resident',
      text: 'closed-refused',
      values: { reason: 'private road', alternatives: 'Ask at the service hall.' },
    });
    expect(refused.record).toMatchObject({ status: 'closed', closedAs: 'refused', asks: [] });
    expect(refused.texts('resident')).toEqual(['receipt', 'closed-refused']);
  });
});

describe('a resident who is satisfied', () => {
  it('closes it', () => {
    const closed = done().answer('satisfied', 'thank you');
    expect(closed.record).toMatchObject({ status: 'closed', closedAs: 'satisfied', asks: [] });
    expect(closed.lastTold?.text).toBe('closed-satisfied');
  });

  it('and said so before the closing failed is not asked again, and it is closed as satisfied', () => {
    const play = done();
    const satisfied = { at: play.at, type: 'satisfied', by: 'resident' } as const;
    play.record = { ...play.record, asks: [], timeline: [...play.record.timeline, satisfied] };
    play.act({ action: 'attention', at: play.at }).answer('retry');
    expect(play.record).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
  });
});

describe('a resident who is not satisfied', () => {
  it('once sends it back to its first-asked owner, with a leader told and a new deadline', () => {
    const play = done().later(86_400_000);
    const due = play.record.dueAt ?? 0;
    play.answer('unsatisfied', 'still dark');
    expect(play.record).toMatchObject({ status: 'assigned', dissatisfied: 1, owner: 'a1' });
    expect([play.open().kind, play.asked]).toEqual(['acceptance', ['a1']]);
    expect(play.texts({ staff: 'l1' })).toEqual(['told-reopened']);
    expect(play.record.dueAt).toBeGreaterThan(due);
    expect(play.record.outcome).toBeUndefined();
  });

  it('sends it to the first-asked owner even when another grid did the work', () => {
    const moved = Play.begin(aRequest(), rulesFor('street-light')).answer('transfer', '2').answer('accept');
    moved.answer('done').answer('unsatisfied');
    expect([moved.record.owner, moved.asked]).toEqual(['a1', ['a1']]);
  });

  it('sends it to whoever stands in while the owner is on leave', () => {
    const leave = [{ staff: 'a1', from: '2026-08-24', to: '2026-08-30' }];
    const away = new Play(done().record, rulesFor('street-light', caseTown({ leave })));
    expect(away.answer('unsatisfied').asked).toEqual(['b1']);
  });

  it('a second time sends it to the town leader, and the inspection team is told', () => {
    const play = done()
      .answer('unsatisfied')
      .answer('accept')
      .answer('done')
      .answer('unsatisfied', 'no better');
    expect([play.open().kind, play.asked, play.record.dissatisfied]).toEqual(['outcome', ['l1'], 2]);
    expect(play.texts({ staff: 'l1' })).toEqual(['told-reopened', 'told-dissatisfied-twice']);
  });

  it('a third time has it referred and closed', () => {
    const play = done().answer('unsatisfied').answer('accept').answer('done').answer('unsatisfied');
    play.answer('done').answer('unsatisfied', 'I want damages');
    expect(play.record).toMatchObject({ status: 'closed', closedAs: 'referred', dissatisfied: 3 });
    // Nobody is told their own words as the town's reason.
    expect(play.lastTold).toMatchObject({ text: 'closed-referred', values: { reason: '' } });
  });

  it('with a programme has it put right by the owner; the programme is not run again', () => {
    const play = Play.begin(aRequest({ category: 'road' }), rulesFor('road'));
    play.answer('accept').answer('done').answer('unsatisfied').answer('accept');
    expect([play.open().kind, play.asked]).toEqual(['outcome', ['a1']]);
  });

  it('may see it transferred to a department, which is then the one asked', () => {
    const play = done().answer('unsatisfied').answer('transfer', 'water');
    expect([play.open().kind, play.asked, play.record.owner]).toEqual(['report', ['w1'], 'a1']);
    expect(play.answer('done').answer('satisfied').record.closedAs).toBe('satisfied');
  });

  it('may see it transferred to a department after its programme ran: that department begins anew', () => {
    const play = Play.begin(aRequest({ category: 'road' }), rulesFor('road'));
    play.answer('accept').answer('done').answer('unsatisfied').answer('transfer', 'gas');
    expect([play.open().kind, play.asked, play.record.coordination?.round]).toEqual(['report', ['gas'], 2]);
  });

  it('with an emergency may see it transferred to another grid, which is then asked', () => {
    const play = Play.begin(aRequest({ category: 'gas-leak' }), rulesFor('gas-leak'));
    for (const staff of ['a1', 'gas']) play.answer('done', undefined, play.open(staff));
    play.answer('done').answer('unsatisfied').answer('transfer', '2');
    expect([play.open().kind, play.asked]).toEqual(['acceptance', ['a2']]);
  });
});
