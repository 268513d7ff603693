import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import { noteFormer } from '../../../domain/posts/note-former.js';
import { askNotice } from '../../../domain/request/ask-notice.js';
import type { Town } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const begin = (category: string) => Play.begin(aRequest({ category }), rulesFor(category));
/** The water company is asked to see to a road, and says that it is not theirs. */
const refused = () => begin('road').answer('accept').answer('refuse', 'not ours, ask the gas company');

/** Somebody has left their department, and is remembered. */
const left = (town: Town, staff: string): Town => {
  const now = {
    ...town,
    staff: town.staff.filter(({ id }) => id !== staff),
    departments: town.departments.map((one) => ({
      ...one,
      contacts: one.contacts.filter((id) => id !== staff),
    })),
  };
  return { ...now, former: noteFormer(town, now, MONDAY_9_AM) };
};

describe('a refusal of a department', () => {
  it('goes to whoever owns the request, who hears who said so and why, and ends nothing', () => {
    const play = refused();
    expect([play.open().kind, play.asked, play.record.status]).toEqual(['returned', ['a1'], 'coordinating']);
    expect(askNotice(play.record, play.rules, play.open(), 'K7Q3')).toMatchObject({
      text: 'ask-returned',
      values: { person: 'Sample w1', reason: 'not ours, ask the gas company', options: '1自办 2不予 4转办' },
    });
    expect(play.texts('resident')).toEqual(['receipt']);
    expect(play.texts({ staff: 'a1' })).not.toContain('told-decided');
  });

  it.each<[string, AskOption, string | undefined, string, string]>([
    ['by the grid itself', 'accept', undefined, 'a1', 'report'],
    ['by another department', 'transfer', '找 gas', 'gas', 'report'],
    ['by another grid', 'transfer', '2网格', 'a2', 'report'],
  ])('is followed by the work %s, where its owner says so', (_whom, option, note, asked, kind) => {
    const play = refused().answer(option, note);
    expect([play.asked, play.open().kind, play.record.owner]).toEqual([[asked], kind, 'a1']);
    expect(play.answer('done', 'patched').record.status).toBe('awaiting_confirmation');
  });

  it('is the last word where its owner says so: the resident hears why and where else, and is asked nothing', () => {
    const play = refused().answer('refuse', '县道归公路站管');
    expect(play.record).toMatchObject({
      closedAs: 'refused',
      outcome: { reason: '县道归公路站管' },
      asks: [],
    });
    expect(play.lastTold).toMatchObject({
      text: 'closed-refused',
      values: { reason: '县道归公路站管', alternatives: 'Ask at the service hall.' },
    });
  });

  it('climbs while its owner is silent, on a clock of its own', () => {
    const play = refused();
    play.silent().silent();
    expect([play.open().kind, play.asked]).toEqual(['returned', ['c1']]);
  });

  it('that came after so many transfers goes to the duty desk, which decides: no ping-pong', () => {
    const play = refused().answer('transfer', 'gas').answer('refuse', 'nor ours').answer('transfer', 'water');
    play.answer('refuse', 'as we said');
    expect([play.open().kind, play.asked]).toEqual(['returned', ['d1']]);
    expect(play.answer('accept').asked).toEqual(['a1']);
  });

  it.each([
    [
      'its own approval, by the programme’s data',
      () => begin('surgery').answer('accept').answer('done'),
      'w1',
    ],
    ['the work that the grid had taken over', () => refused().answer('accept'), 'a1'],
  ])('is the last word about %s', (_what, stand, by) => {
    const play = stand();
    play.answer('refuse', 'no', play.open(by));
    expect(play.record.coordination?.refused).toMatchObject({ by, reason: 'no' });
  });

  it.each<[string, (town: Town) => Town, string]>([
    ['its owner', (town) => town, 'w1'],
    [
      'whoever stands in for its owner',
      (town) => ({ ...town, leave: [{ staff: 'w1', from: '2026-08-24', to: '2026-08-28' }] }),
      'w2',
    ],
    [
      'its owner, who answers on leave',
      (town) => ({ ...town, leave: [{ staff: 'w1', from: '2026-08-24', to: '2026-08-28' }] }),
      'w1',
    ],
    ['whoever has the post of its owner by now', (town) => left(town, 'w1'), 'w2'],
  ])('is the last word where it is given by %s', (_who, changed, by) => {
    const rules = rulesFor('road');
    const play = Play.begin(aRequest({ category: 'road' }), rules, { filedBy: 'w1' });
    play.rules = { ...rules, town: changed(rules.town) };
    play.settle(play.open(), { option: 'refuse', by, at: play.at, note: 'not ours' });
    expect(play.record.coordination?.refused).toMatchObject({ by, reason: 'not ours' });
  });

  it('never ends an emergency, nor asks anybody to decide about it', () => {
    const play = begin('gas-leak');
    play.answer('refuse', 'not ours', play.open('gas'));
    expect(play.types).not.toContain('returned');
    expect(play.record.asks.map(({ kind }) => kind)).toEqual(['report', 'report']);
  });
});

describe('a promise', () => {
  it('that a transfer to another grid keeps is not told again', () => {
    const play = begin('street-light');
    const { dueAt } = play.record;
    play.answer('transfer', '2网格');
    expect([play.record.dueAt, play.texts('resident')]).toEqual([dueAt, ['receipt']]);
  });

  it.each([
    ['to a department', 'transfer', 'gas', 'gas'],
    ['to several that are called', 'call', 'water, gas', 'water and others'],
  ] as const)(
    'that a transfer %s makes later is told before it passes, with the reason',
    (_to, option, note, department) => {
      const play = begin('street-light').answer('accept');
      const { dueAt = 0 } = play.record;
      play.answer(option, note);
      expect(play.at).toBeLessThan(dueAt);
      expect(play.record.dueAt).toBeGreaterThan(dueAt);
      expect(play.told.filter(({ text }) => text === 'moved')).toMatchObject([
        { to: 'resident', values: { department, due: '31 Aug 17:30' } },
      ]);
    },
  );

  it('is told anew where a step that was sent back takes longer than it', () => {
    const play = begin('road')
      .answer('accept')
      .later(4 * 86_400_000)
      .answer('refuse', 'not ours');
    play.answer('transfer', 'gas');
    expect(play.record.dueAt).toBe(play.open().until);
    expect(play.texts('resident')).toContain('moved');
  });
});
