import { askNotice } from '../../../domain/request/ask-notice.js';
import { factsOf } from '../../../domain/request/facts.js';
import { wantsCalls, withCall } from '../../../domain/request/further-call.js';
import { furtherContacts } from '../../../domain/request/last-line.js';
import { isAnsweredByCall } from '../../../domain/request/milestones.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { requestView } from '../../../domain/request/request-view.js';
import { callNumbers } from '../../../domain/texts/call-numbers.js';
import type { LastLine } from '../../../domain/town/emergency-schema.js';
import { contact, emergencies } from '../emergencies.js';
import { aRequest } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const MINUTE = 60_000;

/** A gas leak to which the head's ladder is silent; the company is on its way, so that one ask is open. */
function alarm(changes: Partial<LastLine> = {}): Play {
  const { settings } = caseTown();
  const town = caseTown({ settings: { ...settings, emergencies: emergencies(changes) } });
  const play = Play.begin(aRequest({ category: 'gas-leak' }, town), rulesFor('gas-leak', town));
  return play.answer('done', 'on the way', play.open('gas'));
}

/** Silence up to the top of the ladder. */
function climbToTop(play: Play): Play {
  for (let ask = play.open(); ask.to.who === 'staff' && !ask.to.last; ask = play.open()) play.silent();
  return play;
}

const minutesLeft = (play: Play): number => (play.open().until - play.at) / MINUTE;
const calledUp = (play: Play): number => play.told.filter(({ text }) => text === 'told-call-list').length;

it('an emergency is being called out until somebody says that they come', () => {
  const play = Play.begin(aRequest({ category: 'gas-leak' }), rulesFor('gas-leak'));
  const isCalling = (): boolean | undefined =>
    requestView(play.record, rulesFor('gas-leak'), 'en').unanswered;
  expect(isCalling()).toBe(true);
  play.answer('done', 'on the way', play.open('gas'));
  expect(isCalling()).toBeUndefined();
});

describe('when the last rung of an emergency is silent', () => {
  it('everybody of the desk and the leaders is told once to use the telephone', () => {
    const play = climbToTop(alarm());
    expect(calledUp(play)).toBe(0);
    play.silent();
    const called = calledUp(play);
    expect(called).toBeGreaterThan(1);
    expect(play.types).toContain('call-list');
    play.silent().silent().silent();
    expect(calledUp(play)).toBe(called);
  });

  it('and again where the alarm was called off and is raised a second time', () => {
    const play = climbToTop(alarm()).silent();
    const called = calledUp(play);
    play.correct({ danger: 'none', path: 'coordinated' }).correct({ danger: 'open-hole' });
    play.answer('done', 'on the way', play.open('gas'));
    climbToTop(play).silent();
    expect(calledUp(play)).toBe(2 * called);
  });

  it('the list waits for as many silences as the town says', () => {
    const play = climbToTop(alarm({ after: 3 }))
      .silent()
      .silent();
    expect(calledUp(play)).toBe(0);
    expect(calledUp(play.silent())).toBeGreaterThan(0);
  });

  it('they are asked so many times more at the same pace, then reminded, and after the time for it seldom', () => {
    const play = climbToTop(alarm());
    const pace: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      play.silent();
      pace.push(minutesLeft(play));
    }
    expect(pace.slice(0, 4)).toEqual([5, 30, 30, 30]);
    expect(pace.at(-1)).toBe(1440);
    expect(pace.filter((minutes) => minutes === 30).length).toBeLessThan(24);
  });

  it('the leader hears once of a step that people are silent, not of each of them', () => {
    const play = climbToTop(alarm());
    expect(play.told.filter(({ text }) => text === 'told-overdue')).toHaveLength(1);
  });

  it('two ladders that end with the same person remind them once, and say on their page what each is about', () => {
    const { settings } = caseTown();
    const town = caseTown({ settings: { ...settings, emergencies: emergencies() } });
    const play = Play.begin(aRequest({ category: 'gas-leak' }, town), rulesFor('gas-leak', town));
    for (let n = 0; n < 60; n += 1) {
      const [first] = play.record.asks.toSorted((a, b) => a.until - b.until);
      play.silent(first);
    }
    expect(play.record.asks.filter(({ quiet }) => quiet === true)).toHaveLength(1);
    expect(play.record.asks).toHaveLength(2);
    const steps = play.record.asks.map((ask) => askNotice(play.record, play.rules, ask, 'K7QV')?.values.step);
    expect(steps).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
    expect(new Set(steps).size).toBe(2);
  });

  it('all stays as it was in a town that names nobody to call', () => {
    const play = Play.begin(aRequest({ category: 'gas-leak' }), rulesFor('gas-leak'));
    play.answer('done', 'on the way', play.open('gas'));
    climbToTop(play).silent();
    expect(play.types).not.toContain('call-list');
    expect(minutesLeft(play)).toBe(10);
  });
});

describe('whom the desk calls', () => {
  it('is shown while nobody has come, and again once the whole ladder was silent', () => {
    const { settings } = caseTown();
    const town = caseTown({ settings: { ...settings, emergencies: emergencies() } });
    const play = Play.begin(aRequest({ category: 'gas-leak' }, town), rulesFor('gas-leak', town));
    expect(wantsCalls(play.record, play.rules)).toBe(true);
    play.answer('done', 'on the way', play.open('gas'));
    expect(wantsCalls(play.record, play.rules)).toBe(false);
    climbToTop(play).silent();
    expect(wantsCalls(play.record, play.rules)).toBe(true);
    expect(factsOf(play.record).unanswered).toBe(true);
  });

  it('follows the kind of danger', () => {
    const { record, rules } = alarm({
      contacts: [
        contact('gas-night', '119', { dangers: ['gas'] }),
        contact('power', '598', { dangers: ['electricity'] }),
      ],
    });
    const named = (danger: RequestRecord['danger']): string[] =>
      furtherContacts({ ...record, danger }, rules).map(({ id }) => id);
    expect(named({ kind: 'gas', sure: true })).toEqual(['gas-night']);
    // What nobody knows may be anything.
    expect(named(undefined)).toEqual(['gas-night', 'power']);
  });

  it('is texted with as many numbers as fit, none of them cut', () => {
    const long = contact('a-long-name-of-somebody-far-away', '+353 1 555 0100');
    const all = [contact('fire', '119'), long, long, contact('police', '110')];
    expect(callNumbers(all, 'en')).toBe('fire 119, a-long-name-of-somebody-far-away +353 1 555 0100');
    expect(callNumbers([contact('消防', '119'), contact('公安', '110')], 'zh-CN')).toBe('消防119、公安110');
  });
});

describe('a telephone call', () => {
  const call = { contact: 'next-town', by: 'd1', at: Date.parse('2026-08-24T10:00:00+08:00') } as const;

  it('that nobody answered changes nothing but the record', () => {
    const { record, rules } = climbToTop(alarm()).silent();
    const called = withCall(record, rules, { ...call, outcome: 'no-answer' });
    expect(called?.timeline.at(-1)).toMatchObject({ type: 'call-unanswered', by: 'd1', to: 'next-town' });
    expect(called && factsOf(called).unanswered).toBe(true);
  });

  it('to somebody who comes is as good as somebody who took it', () => {
    const { record, rules } = climbToTop(alarm()).silent();
    const called = withCall(record, rules, { ...call, outcome: 'on-site', note: 'with a pump' });
    expect(called?.timeline.slice(-2)).toMatchObject([
      { type: 'called', by: 'd1', to: 'next-town', note: 'with a pump' },
      { type: 'on-site', by: 'next-town' },
    ]);
    expect(called && factsOf(called).unanswered).toBeUndefined();
  });

  it.each([
    ['to nobody whom the town names', { contact: 'a-friend' }],
    ['about the power to somebody for gas', { contact: 'power' }],
  ])('%s is none', (_what, other) => {
    const { record, rules } = alarm({ contacts: [contact('power', '598', { dangers: ['electricity'] })] });
    const gas = { ...record, danger: { kind: 'gas', sure: true } } as const;
    expect(withCall(gas, rules, { ...call, ...other, outcome: 'no-answer' })).toBeUndefined();
  });

  it('settles what is asked so far and no further, and nothing but reports', () => {
    const { record, rules } = alarm();
    const [ask] = record.asks;
    if (!ask) throw new Error('nobody is asked');
    expect(isAnsweredByCall(record, rules, ask, 'on-the-way')).toBe(true);
    expect(isAnsweredByCall(record, rules, { ...ask, kind: 'placement' }, 'safe')).toBe(false);
    expect(isAnsweredByCall({ ...record, path: 'same-day' }, rules, ask, 'safe')).toBe(false);
  });
});
