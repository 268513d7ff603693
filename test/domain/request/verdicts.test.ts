import { optionOf, type Verdict } from '../../../domain/asks/verdict.js';
import { factsOf } from '../../../domain/request/facts.js';
import { recordLateVerdict } from '../../../domain/request/late-verdict.js';
import { aRequest } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const done = (category = 'street-light') => {
  const play = Play.begin(aRequest({ category }), rulesFor(category));
  return play.answer('accept').answer('done', 'mended');
};

/** Earlier versions asked the resident about a refusal, too. */
function askedThoughRefused(): Play {
  const play = done();
  play.record = { ...play.record, outcome: { as: 'refused', reason: 'no' } };
  return play;
}

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

describe('the three answers of a resident', () => {
  it.each<[string, Verdict, string]>([
    ['yes to all', { contacted: true, solved: true, satisfied: true }, 'closed'],
    ['not contacted, all else in order', { contacted: false, solved: true, satisfied: true }, 'closed'],
    ['not contacted but solved', { contacted: false, solved: true }, 'closed'],
    ['solved, nothing more said', { solved: true }, 'closed'],
    ['not solved', { contacted: true, solved: false }, 'assigned'],
    ['solved, not satisfied', { solved: true, satisfied: false }, 'assigned'],
    ['satisfied though not solved', { solved: false, satisfied: true }, 'assigned'],
    ['no to all', { contacted: false, solved: false, satisfied: false }, 'assigned'],
  ])('%s: the request is then as it should be', (_said, verdict, status) => {
    expect(done().judge(verdict).record.status).toBe(status);
  });

  it('that say nobody contacted them reach the leader of the owner’s village, and reopen nothing', () => {
    const supervisors = [{ staff: 'l1', role: 'leader' as const, village: 'east-village' }];
    const play = new Play(done().record, rulesFor('street-light', caseTown({ supervisors })));
    play.judge({ contacted: false, solved: true }, 'nobody rang');
    expect(play.texts({ staff: 'l1' })).toEqual(['told-not-contacted']);
    expect(play.told.find(({ text }) => text === 'told-not-contacted')?.values).toMatchObject({
      person: 'Sample a1',
      reason: 'nobody rang',
    });
  });

  it('reach the duty leader where nobody supervises the village', () => {
    expect(done().judge({ contacted: false, solved: true }).texts({ staff: 'l1' })).toEqual([
      'told-not-contacted',
    ]);
  });

  it('tell the leader of a reopened request that nobody contacted them, where no words do', () => {
    const play = done().judge({ contacted: false, solved: false });
    expect(play.texts({ staff: 'l1' })).toEqual(['told-reopened']);
    expect(play.told.find(({ text }) => text === 'told-reopened')?.values.reason).toMatch(/nobody|没有人/);
  });

  it('are each kept with their times, the first one too', () => {
    const play = done().judge({ contacted: true, solved: false }).later(1000);
    play.answer('accept').answer('done').later(1000).judge({ solved: true, satisfied: true });
    const { verdicts } = factsOf(play.record);
    expect(verdicts?.map(({ at: _at, ...said }) => said)).toEqual([
      { contacted: true, solved: false },
      { solved: true, satisfied: true },
    ]);
    expect((verdicts?.[1]?.at ?? 0) - (verdicts?.[0]?.at ?? 0)).toBe(2000);
  });

  it('say nothing of a solution where it was refused', () => {
    const refused = askedThoughRefused();
    refused.judge({ contacted: true, solved: true, satisfied: true });
    expect(factsOf(refused.record).verdicts).toMatchObject([{ contacted: true, satisfied: true }]);
    expect(factsOf(refused.record).verdicts?.[0]).not.toHaveProperty('solved');
  });

  it('that were taken back do not count', () => {
    const play = done().answer('unsatisfied');
    play.settle(play.open(), { option: 'undone', by: 'resident', at: play.at });
    expect(factsOf(play.record).verdicts).toBeUndefined();
    expect(factsOf(play.answer('satisfied').record).verdicts).toMatchObject([{ satisfied: true }]);
  });

  it('of before there were three count as satisfied, yes or no, only', () => {
    const play = done().answer('satisfied');
    expect(factsOf(play.record).verdicts).toEqual([{ at: play.at, satisfied: true }]);
  });
});

describe('a verdict after its time', () => {
  const late = (verdict: Verdict, closed = done().silent()) =>
    recordLateVerdict(closed.record, {
      option: optionOf(verdict),
      verdict,
      at: closed.at + 1,
      note: undefined,
    });

  it('counts, and what was closed without it is closed as satisfied', () => {
    const record = late({ contacted: false, solved: true });
    expect(record).toMatchObject({ closedAs: 'satisfied' });
    expect(record && factsOf(record).verdicts).toMatchObject([{ contacted: false, solved: true }]);
  });

  it('that it is not in order counts too, and leaves it closed', () => {
    expect(late({ solved: false })).toMatchObject({ closedAs: 'no_answer', status: 'closed' });
  });

  it('on a refusal counts, which stays a refusal', () => {
    expect(late({ satisfied: true }, askedThoughRefused().silent())).toMatchObject({ closedAs: 'refused' });
  });

  it('is none where one was given in time', () => {
    expect(late({ satisfied: false }, done().answer('satisfied'))).toBeUndefined();
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
