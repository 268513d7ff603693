import { admitAnswer } from '../../../domain/request/admit-answer.js';
import { aRequest, MONDAY_9_AM, nowhere } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const play = (category = 'street-light') => Play.begin(aRequest({ category }), rulesFor(category));
const local = (text: string) => Date.parse(`${text}+08:00`);

describe('an accepted request', () => {
  it.each([
    ['street-light', 'outcome', 'a1'],
    ['surgery', 'application', 'a1'],
    ['road', 'report', 'w1'],
    ['petition', 'settlement', 'w1'],
  ])('of category %s goes on with an ask for its %s to %s', (category, kind, staff) => {
    const accepted = play(category).answer('accept');
    expect(accepted.types).toContain('accepted');
    expect([accepted.open().kind, accepted.asked]).toEqual([kind, [staff]]);
  });

  it('is worked on by whoever took it, and owned by whoever was first asked', () => {
    const taken = play().silent().answer('accept');
    expect(taken.record).toMatchObject({ owner: 'a1', handler: 'b1', status: 'accepted' });
    expect(taken.asked).toEqual(['b1']);
  });

  it('taken after its deadline leaves its handler the time of one rung', () => {
    const late = play();
    late.at = local('2026-08-24T17:29:00');
    late.record = { ...late.record, dueAt: local('2026-08-24T12:00:00') };
    late.answer('accept');
    expect(late.open().until).toBe(local('2026-08-25T10:29:00'));
  });
});

describe('an emergency', () => {
  it('asks the head and the provider side by side at once, and tells the leader', () => {
    const alarm = play('gas-leak');
    expect(alarm.asked).toEqual(['a1', 'gas']);
    expect(alarm.texts({ staff: 'l1' })).toEqual(['told-emergency']);
    expect(alarm.record.asks.map(({ until }) => until)).toEqual([
      MONDAY_9_AM + 5 * 60_000,
      MONDAY_9_AM + 5 * 60_000,
    ]);
  });
});

describe('a transfer', () => {
  it('to another grid asks its A post; first asked stays the owner', () => {
    const moved = play().answer('transfer', '2');
    expect([moved.asked, moved.record.owner, moved.record.grid]).toEqual([['a2'], 'a1', 2]);
  });

  it('to a department takes it off the same-day path, and its deadline with it', () => {
    const moved = play().answer('accept').answer('transfer', 'water');
    expect(moved.record).toMatchObject({ path: 'coordinated', department: 'water', owner: 'a1' });
    expect(moved.record.dueAt).toBe(local('2026-08-31T17:30:00'));
    expect(moved.asked).toEqual(['w1']);
  });

  it('after two of them goes to the duty desk, which decides where it stays', () => {
    const moved = play().answer('transfer', '2').answer('transfer', '3').answer('transfer', '1');
    expect([moved.open().kind, moved.asked]).toEqual(['placement', ['d1']]);
    moved.answer('place', '2').answer('accept');
    expect([moved.asked, moved.record.owner]).toEqual([['a2'], 'a1']);
  });

  it('never brings an extended deadline nearer', () => {
    const moved = play('road').answer('accept');
    const extended = moved.record.dueAt ?? 0;
    moved.record = { ...moved.record, dueAt: extended + 86_400_000 };
    moved
      .answer('extend', 'rain')
      .answer('done')
      .later(2 * 86_400_000)
      .answer('unsatisfied');
    const reopened = moved.record.dueAt ?? 0;
    moved.answer('transfer', 'gas');
    expect(moved.record.dueAt).toBeGreaterThanOrEqual(reopened);
  });

  it('needs a place somebody knows; past the limit the words need not name one', () => {
    const { record, rules } = play();
    const ask = record.asks[0] ?? play().open();
    const admit = (transfers: number, note?: string) =>
      admitAnswer({ ...record, transfers }, rules, ask, 'transfer', note).admitted;
    expect([admit(0, '2'), admit(0, 'water'), admit(0, 'the moon'), admit(0), admit(2, 'the moon')]).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('an extension', () => {
  it('moves the deadline from where it stood, not from today, and tells the resident why', () => {
    const extended = play().answer('accept').later(3_600_000).answer('extend', 'spare parts');
    expect(extended.record).toMatchObject({ extensions: 1, dueAt: local('2026-08-25T17:30:00') });
    expect(extended.open().until).toBe(extended.record.dueAt);
    expect(extended.lastTold).toMatchObject({
      to: 'resident',
      text: 'extended',
      values: { reason: 'spare parts' },
    });
  });

  it('of what is overdue counts from the day it is asked', () => {
    const late = play().answer('accept').silent();
    late.at = local('2026-08-26T09:00:00');
    expect(late.answer('extend', 'parts').record.dueAt).toBe(local('2026-08-27T17:30:00'));
  });

  it('is admitted once, also when the work has gone to somebody else', () => {
    const extended = play().answer('accept').answer('extend', 'parts').silent();
    const { record, rules } = extended;
    expect(admitAnswer(record, rules, extended.open(), 'extend', 'more')).toEqual({
      admitted: false,
      reply: 'reply-extended-before',
    });
  });

  it('of a programme\u2019s step is admitted only where the programme says how much', () => {
    const stage = play('surgery').answer('accept').answer('done');
    const { record, rules } = stage;
    expect(admitAnswer(record, rules, stage.open('w1'), 'extend', 'busy').admitted).toBe(true);
    expect(admitAnswer(record, rules, stage.open('gas'), 'extend', 'busy').admitted).toBe(false);
    stage.answer('extend', 'busy', stage.open('w1'));
    expect(admitAnswer(stage.record, rules, stage.open('w1'), 'extend', 'again').admitted).toBe(false);
  });

  it('of a step moves that step\u2019s deadline, and the request\u2019s where that would be sooner', () => {
    const road = play('road').answer('accept');
    const before = road.open().until;
    road.answer('extend', 'rain');
    expect(before).toBe(local('2026-08-31T17:30:00'));
    expect(road.open().until).toBe(local('2026-09-03T17:30:00'));
    expect(road.record.dueAt).toBe(local('2026-09-03T17:30:00'));
    expect(road.lastTold?.text).toBe('extended');
  });

  it('of a step within the request\u2019s own deadline leaves that as it is', () => {
    const stage = play('surgery').answer('accept').answer('done');
    const due = stage.record.dueAt;
    stage.answer('extend', 'busy', stage.open('w1'));
    expect(stage.record.dueAt).toBe(due);
  });
});

describe('a request without a grid', () => {
  const atDepartment = () => Play.begin(nowhere(), rulesFor('street-light')).answer('place', 'water');

  it('that the resident is not satisfied with goes back to the duty desk that owns it', () => {
    const reopened = atDepartment().answer('done').answer('unsatisfied', 'still dark');
    expect([reopened.open().kind, reopened.asked]).toEqual(['acceptance', ['d1']]);
    expect(reopened.answer('accept').asked).toEqual(['d1']);
  });

  it('climbs from the duty desk upwards when its owner is silent, or on leave', () => {
    const reopened = atDepartment().answer('done').answer('unsatisfied').silent();
    expect(reopened.asked).toEqual(['d2']);
    const leave = [{ staff: 'd1', from: '2026-08-24', to: '2026-08-24' }];
    const town = caseTown();
    const away = new Play(atDepartment().answer('done').record, rulesFor('street-light', { ...town, leave }));
    expect(away.answer('unsatisfied').asked).toEqual(['d2']);
  });
});
