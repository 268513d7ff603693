import { aRequest, MONDAY_9_AM, nowhere } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const place = (category = 'street-light') => Play.begin(aRequest({ category }), rulesFor(category));
const local = (text: string) => Date.parse(`${text}+08:00`);

describe('the place', () => {
  it('given as village and group decides the grid, whose A post is asked and owns the request', () => {
    const { record, asked } = place();
    expect(record).toMatchObject({ status: 'assigned', grid: 1, owner: 'a1' });
    expect(asked).toEqual(['a1']);
  });

  it('given as a point lies in the grid whose polygon holds it', () => {
    const request = aRequest({ village: undefined, group: undefined });
    const play = Play.begin(request, rulesFor('street-light'), { location: { lat: 37.005, lng: 118.015 } });
    expect(play.record).toMatchObject({ grid: 2, owner: 'a2' });
  });

  it.each(['street-light', 'surgery', 'road', 'petition'])(
    'that no rule knows sends a %s to the duty desk, and the resident is told so',
    (category) => {
      const play = Play.begin(nowhere(category), rulesFor(category));
      expect(play.record.status).toBe('received');
      expect([play.open().kind, play.asked, play.texts('resident')]).toEqual([
        'placement',
        ['d1'],
        ['receipt-unplaced'],
      ]);
    },
  );

  it('that the duty desk names sends it on to that grid, and the resident learns who owns it', () => {
    const play = Play.begin(nowhere(), rulesFor('street-light')).answer('place', '2');
    expect(play.record).toMatchObject({ status: 'assigned', grid: 2, owner: 'a2' });
    expect([play.asked, play.texts('resident')]).toEqual([['a2'], ['receipt-unplaced', 'receipt']]);
  });

  it('that the duty desk knows to be a department\u2019s makes the desk the owner and asks the department', () => {
    const play = Play.begin(nowhere(), rulesFor('street-light')).answer('place', 'water');
    expect(play.record).toMatchObject({ path: 'coordinated', department: 'water', owner: 'd1' });
    expect(play.asked).toEqual(['w1']);
  });

  it('that is not the town\u2019s is referred with the reason', () => {
    const play = Play.begin(nowhere(), rulesFor('street-light')).answer('refer', 'the next town');
    expect(play.record).toMatchObject({ status: 'closed', closedAs: 'referred' });
    expect(play.lastTold).toMatchObject({ text: 'closed-referred', values: { reason: 'the next town' } });
  });

  it('of an emergency is not waited for: the company sets out, the desk finds out where, the leader is told', () => {
    const play = Play.begin(nowhere('gas-leak'), rulesFor('gas-leak'));
    expect(play.record).toMatchObject({ status: 'coordinating', owner: 'd1' });
    expect(play.record.asks.map(({ kind, options }) => ({ kind, options }))).toMatchObject([
      { kind: 'placement', options: ['place'] },
      { kind: 'report' },
    ]);
    expect(play.asked).toEqual(['d1', 'gas']);
    expect(play.texts({ staff: 'l1' })).toEqual(['told-emergency']);
    expect(play.texts('resident')).toEqual(['receipt-emergency-unplaced']);
  });

  it('of an emergency, once the desk names it, asks the head of that grid and is told to all who work on it', () => {
    const play = Play.begin(nowhere('gas-leak'), rulesFor('gas-leak'));
    play.answer('place', '2', play.open('d1'));
    expect(play.record).toMatchObject({ grid: 2, owner: 'a2' });
    expect(play.asked).toEqual(['gas', 'a2']);
    expect(play.open('a2')).toMatchObject({ kind: 'report', step: 'head-alert' });
    expect(play.texts({ staff: 'gas' })).toEqual(['told-place']);
    expect(play.texts({ staff: 'l1' })).toEqual(['told-emergency', 'told-place']);
  });

  it('of an emergency is asked for again when the desk names none that there is', () => {
    const play = Play.begin(nowhere('gas-leak'), rulesFor('gas-leak'));
    play.answer('place', 'somewhere by the river', play.open('d1'));
    expect(play.record.grid).toBeUndefined();
    expect(play.open('d1')).toMatchObject({ kind: 'placement', askedAt: play.at });
  });

  it('of an emergency is asked for on the emergency\u2019s clock, by night too', () => {
    const night = local('2026-08-24T22:00:00');
    const request = aRequest({ village: undefined, group: undefined, category: 'gas-leak', at: night });
    const play = new Play(request, rulesFor('gas-leak')).later(night - MONDAY_9_AM);
    play.act({ action: 'assign', at: night });
    expect(play.open('d1').until).toBe(night + 5 * 60_000);
    const next = play.silent(play.open('d1')).open('d2');
    expect(next).toMatchObject({ kind: 'placement', until: play.at + 5 * 60_000 });
  });
});

describe('leave', () => {
  const leave = [{ staff: 'a1', from: '2026-08-24', to: '2026-08-24' }];

  it('of the A post makes the B post the one who is asked and owns it', () => {
    const play = Play.begin(aRequest(), rulesFor('street-light', caseTown({ leave })));
    expect([play.asked, play.record.owner]).toEqual([['b1'], 'b1']);
  });

  it('of whoever is told of an emergency sends word to the next contact', () => {
    const town = caseTown({ leave: [{ staff: 'l1', from: '2026-08-24', to: '2026-08-24' }] });
    const departments = town.departments.map((one) =>
      one.id === 'town-leader' ? { ...one, contacts: ['l1', 'd2'] } : one,
    );
    const rules = rulesFor('gas-leak', { ...town, departments });
    const play = Play.begin(aRequest({ category: 'gas-leak' }), rules);
    expect([play.texts({ staff: 'l1' }), play.texts({ staff: 'd2' })]).toEqual([[], ['told-emergency']]);
  });
});

describe('a request that a cadre filed', () => {
  it('is theirs from the first moment, and taken by having been filed', () => {
    const play = Play.begin(aRequest(), rulesFor('street-light'), { filedBy: 'c1' });
    expect(play.record).toMatchObject({ status: 'accepted', owner: 'c1', handler: 'c1' });
    expect([play.open().kind, play.asked]).toEqual(['outcome', ['c1']]);
  });

  it('in another grid stays theirs; their silence goes to that grid\u2019s A post', () => {
    const play = Play.begin(aRequest(), rulesFor('street-light'), { filedBy: 'c2' });
    expect([play.record.owner, play.asked]).toEqual(['c2', ['c2']]);
    expect(play.silent().asked).toEqual(['a1']);
  });

  it('in another grid: the owner\u2019s step of its programme is asked of them', () => {
    const play = Play.begin(aRequest({ category: 'surgery' }), rulesFor('surgery'), { filedBy: 'c2' });
    expect([play.open().step, play.asked]).toEqual(['apply', ['c2']]);
  });
});

describe('the deadline', () => {
  const due = (category: string) => place(category).record.dueAt;

  it.each([
    ['street-light', local('2026-08-24T17:30:00')],
    ['gas-leak', MONDAY_9_AM + 4 * 3_600_000],
    ['road', local('2026-08-31T17:30:00')],
    ['petition', MONDAY_9_AM + 60 * 86_400_000],
    ['surgery', MONDAY_9_AM + 90 * 86_400_000],
  ])('of a %s follows from its path and from when it was received', (category, expected) => {
    expect(due(category)).toBe(expected);
  });

  it('of a same-day matter reported after the cut-off is the next working day', () => {
    const at = local('2026-08-24T16:01:00');
    const play = new Play(aRequest({ at }), rulesFor('street-light'));
    play.act({ action: 'assign', at });
    expect(play.record.dueAt).toBe(local('2026-08-25T17:30:00'));
  });
});

describe('a category nobody knows', () => {
  it('is received as "other", which every town has', () => {
    expect(aRequest({ category: 'never-heard-of' })).toMatchObject({ category: 'other', path: 'same-day' });
  });

  it('keeps a point only to about a hundred metres in the record', () => {
    expect(aRequest({ location: { lat: 37.123456, lng: 118.98765 } }).near).toEqual({
      lat: 37.123,
      lng: 118.988,
    });
  });
});
