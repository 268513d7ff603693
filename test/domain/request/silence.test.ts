import { aRequest, nowhere } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const play = (category = 'street-light') => Play.begin(aRequest({ category }), rulesFor(category));
const asksOf = (begun: Play, count: number): string[] =>
  Array.from({ length: count }, () => {
    const [asked = ''] = begun.asked;
    begun.silent();
    return asked;
  });

describe('silence', () => {
  it('on an acceptance climbs A, B and C post, the duty desk and the leader, who is asked again until they answer', () => {
    expect(asksOf(play(), 8)).toEqual(['a1', 'b1', 'c1', 'd1', 'd2', 'l1', 'l1', 'l1']);
  });

  it('on a placement climbs the duty desk and then the leader', () => {
    expect(asksOf(Play.begin(nowhere(), rulesFor('street-light')), 4)).toEqual(['d1', 'd2', 'l1', 'l1']);
  });

  it('of the last rung on what is no emergency is as long as the town says, once it stands in the summary', () => {
    const limits = { ...caseTown().settings.limits, remindEvery: { days: 3 } };
    const slow = caseTown({ settings: { ...caseTown().settings, limits } });
    const begun = Play.begin(nowhere(), rulesFor('street-light', slow));
    asksOf(begun, 6);
    const { until } = begun.open();
    expect(until - begun.at).toBe(3 * 86_400_000);
  });

  it('on a department\u2019s step climbs its contacts, the duty desk and the leader', () => {
    expect(asksOf(play('road').answer('accept'), 6)).toEqual(['w1', 'w2', 'd1', 'd2', 'l1', 'l1']);
  });

  it('on work that is overdue is told to the duty leader; on an acceptance it is not', () => {
    const accepted = play().silent().answer('accept');
    expect(accepted.texts({ staff: 'l1' })).toEqual([]);
    expect(accepted.silent().texts({ staff: 'l1' })).toEqual(['told-overdue']);
  });

  it('past the deadline is told to the resident, once, with who answers for it', () => {
    const accepted = play().answer('accept');
    const late = () => accepted.texts('resident').filter((text) => text === 'late');
    accepted.silent();
    expect(accepted.at).toBeGreaterThanOrEqual(accepted.record.dueAt ?? Infinity);
    expect(late()).toHaveLength(1);
    accepted.silent().silent();
    expect(late()).toHaveLength(1);
  });

  it('before the deadline is none of the resident\u2019s business', () => {
    expect(play().silent().texts('resident')).not.toContain('late');
  });

  it('skips whoever is on leave', () => {
    const leave = [{ staff: 'b1', from: '2026-08-01', to: '2026-08-31' }];
    const begun = Play.begin(aRequest(), rulesFor('street-light', caseTown({ leave })));
    expect(asksOf(begun, 3)).toEqual(['a1', 'c1', 'd1']);
  });

  it('of somebody the duty desk put on the case climbs on from where they stand', () => {
    const taken = play();
    for (let rung = 0; rung < 3; rung += 1) taken.silent();
    expect(taken.asked).toEqual(['d1']);
    expect(asksOf(taken.answer('accept'), 3)).toEqual(['d1', 'd2', 'l1']);
  });

  it('of the resident for three days closes it as "no answer"', () => {
    const closed = play().answer('accept').answer('done').silent();
    expect(closed.record).toMatchObject({ status: 'closed', closedAs: 'no_answer' });
    expect(closed.lastTold?.text).toBe('closed-no-answer');
  });

  it('on a call for attention climbs too: the first contact is not asked for ever', () => {
    const begun = play().act({ action: 'attention', at: play().at });
    const asked = [begun.asked.at(-1)];
    for (let time = 0; time < 3; time += 1) {
      begun.untilDue().act({ action: 'attention', at: begun.at });
      asked.push(begun.asked.at(-1));
    }
    expect(asked).toEqual(['d1', 'd2', 'l1', 'l1']);
  });

  it('of the last rung is one line of the timeline, however long it lasts', () => {
    const begun = play();
    asksOf(begun, 6);
    const lines = begun.types.length;
    asksOf(begun, 200);
    expect(begun.types).toHaveLength(lines);
    expect(begun.record.timeline.at(-1)).toMatchObject({ type: 'silent', by: 'l1', to: 'l1', at: begun.at });
  });

  it('of the last rung doubles how long it has, up to what a call for attention has', () => {
    const begun = Play.begin(nowhere('gas-leak'), rulesFor('gas-leak'));
    begun.answer('done', 'on the way', begun.open('gas'));
    asksOf(begun, 2);
    const minutes = Array.from({ length: 8 }, () => {
      const { until, askedAt } = begun.open();
      begun.silent();
      return (until - askedAt) / 60_000;
    });
    expect(minutes).toEqual([5, 10, 20, 40, 80, 160, 240, 240]);
  });
});
