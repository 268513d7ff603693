import { agreeOn, isOverFor } from '../../../domain/request/appointment.js';
import { admitAppointment } from '../../../domain/request/admit-appointment.js';
import { aRequest } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Wednesday of the next week. */
const WEDNESDAY = { date: '2026-09-02', time: '08:30', words: 'fasting' } as const;

/** A case that waits for its appointment; it began on a Monday at nine. */
function booking(): Play {
  const play = Play.begin(aRequest({ category: 'surgery', path: 'programme' }), rulesFor('surgery'));
  play.answer('accept').answer('done');
  for (const staff of ['w1', 'gas']) play.answer('done', undefined, play.open(staff));
  return play;
}

const admit = (play: Play, note: string, more: { at?: number; early?: true } = {}) =>
  admitAppointment(play.record, play.rules, play.open(), { option: 'done', note, at: play.at, ...more });

describe('an appointment', () => {
  it.each([
    ['next Wed 8:30, fasting', { admitted: true, agreed: WEDNESDAY }],
    ['下周三上午8点半，空腹', { admitted: true, agreed: { ...WEDNESDAY, words: '空腹' } }],
    ['Tue 2 Sept 8:30', { admitted: false, reply: 'reply-appointment-unsure' }],
    ['下周吧', { admitted: false, reply: 'reply-appointment-unread', begins: { note: '' } }],
  ])('is taken where its date is sure, and else asked back: %s', (note, expected) => {
    expect(admit(booking(), note)).toMatchObject(expected);
  });

  it('that was asked back is taken as it was shown, once its digit confirms it', () => {
    const play = booking();
    const asked = admit(play, '8:30 on Tue 2 Sept, fasting');
    if (asked.admitted || !asked.begins) throw new Error('it was not asked back');
    expect(admit(play, asked.begins.note)).toEqual({ admitted: true, agreed: WEDNESDAY });
  });

  it('is told at once, and the day before to the resident and to whoever owns the request', () => {
    const play = booking().agree(WEDNESDAY);
    const reminders = play.told.filter(({ reminds }) => reminds);
    const before = Date.parse('2026-09-01T16:00:00+08:00');
    expect(reminders.map(({ to, text, reminds }) => [to, text, reminds?.at])).toEqual([
      ['resident', 'appointment-reminder', before],
      [{ staff: play.record.owner }, 'told-appointment', before],
    ]);
  });

  it('made after the hour of its reminder is told to whoever goes with the resident at once', () => {
    const play = booking().later(8 * HOUR);
    play.agree({ date: '2026-08-25', half: 'morning', words: '' });
    expect(play.told.filter(({ reminds }) => reminds)).toEqual([]);
    expect(play.texts({ staff: play.record.owner ?? '' })).toContain('told-appointment');
  });

  it('is reminded of to whoever stands in, where the owner is away on that day', () => {
    const play = booking();
    const leave = [{ staff: play.record.owner ?? '', from: '2026-09-01', to: '2026-09-02' }];
    play.rules.town.leave.push(...leave);
    play.agree(WEDNESDAY);
    play.rules.town.leave.splice(-1);
    const told = play.told.find(({ text }) => text === 'told-appointment');
    expect(told?.to).not.toEqual({ staff: play.record.owner });
  });
});

describe('what was done', () => {
  it.each([
    ['before its appointment is asked about', 0, 'all well', {}, false],
    ['before it, as whoever did it says, is taken', 0, 'done early, all well', {}, true],
    ['before it, as its digit confirms, is taken', 0, 'all well', { early: true as const }, true],
    ['after it is taken', 10 * DAY, 'all well', {}, true],
  ])('%s', (_title, later, note, more, admitted) => {
    const play = booking().agree(WEDNESDAY).later(later);
    expect(admit(play, note, more).admitted).toBe(admitted);
  });

  it('in the morning of an appointment in the morning is taken: no hour was agreed', () => {
    const play = booking().agree({ date: '2026-09-02', half: 'morning', words: '' });
    const at = Date.parse('2026-09-02T08:00:00+08:00');
    expect(admit(play, 'all well', { at }).admitted).toBe(true);
    expect(admit(play, 'all well', { at: at - DAY }).admitted).toBe(false);
  });
});

describe('a reminder', () => {
  const of = { request: 'R', step: 'book', date: '2026-09-02', time: '08:30' };

  it('holds as long as its appointment does', () => {
    const { record } = booking().agree(WEDNESDAY);
    expect(isOverFor(record, of)).toBe(false);
  });

  it('is over when the appointment was moved, and the resident is told that it was', () => {
    const play = booking().agree(WEDNESDAY);
    const moved = { date: '2026-09-03', half: 'afternoon', words: '' } as const;
    const changed = agreeOn(play.record, play.rules, { stage: 2, step: 'book' }, moved, {
      by: 'w1',
      at: play.at,
    });
    expect(isOverFor(changed.record, of)).toBe(true);
    expect(changed.notices[0]?.text).toBe('appointment-changed');
  });

  it('is over when it was done early, or withdrawn', () => {
    const done = booking().agree(WEDNESDAY).answer('done', 'early');
    expect(isOverFor(done.record, of)).toBe(true);
    expect(isOverFor(booking().agree(WEDNESDAY).withdraw().record, of)).toBe(true);
  });
});
