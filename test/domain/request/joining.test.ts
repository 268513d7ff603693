import { findDuplicate, mayBeJoined, type NearbyRequest } from '../../../domain/request/join-requests.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const FIRST = '2ABCDEFG';
const HOUR = 3_600_000;
const first = (changes: Partial<NearbyRequest> = {}): NearbyRequest => ({
  id: FIRST,
  category: 'street-light',
  status: 'assigned',
  createdAt: MONDAY_9_AM - HOUR,
  ...changes,
});
const found = (
  changes: Partial<NearbyRequest>,
  category = 'street-light',
  near?: { lat: number; lng: number },
) => findDuplicate({ ...aRequest({ category }), near }, caseTown(), [first(changes)]);

describe('an open request that looks like the same event', () => {
  it('is one of the same category, grid and day', () => {
    expect(found({})).toBe(FIRST);
  });

  it.each<[string, Partial<NearbyRequest>]>([
    ['of another category', { category: 'road' }],
    ['of long before', { createdAt: MONDAY_9_AM - 25 * HOUR }],
    ['of later', { createdAt: MONDAY_9_AM + 1 }],
    ['that is done', { status: 'awaiting_confirmation' }],
    ['that was itself joined', { joinedTo: '3ABCDEFG' }],
    ['that is the request itself', { id: aRequest().id }],
  ])('is none %s', (_which, changes) => {
    expect(found(changes)).toBeUndefined();
  });

  it('is none where two reports may not be one event', () => {
    expect(found({ category: 'surgery' }, 'surgery')).toBeUndefined();
  });

  it('is near where both have a point', () => {
    const point = { lat: 37.001, lng: 118.001 };
    expect(found({ near: { lat: 37.002, lng: 118.001 } }, 'street-light', point)).toBe(FIRST);
    expect(found({ near: { lat: 37.009, lng: 118.001 } }, 'street-light', point)).toBeUndefined();
    expect(found({}, 'street-light', point)).toBe(FIRST);
  });

  it('is the earliest of several', () => {
    const earlier = first({ id: '9ABCDEFG', createdAt: MONDAY_9_AM - 2 * HOUR });
    expect(findDuplicate(aRequest(), caseTown(), [first(), earlier])).toBe('9ABCDEFG');
  });
});

const second = (category = 'street-light') =>
  Play.begin(aRequest({ category }), rulesFor(category), { duplicateOf: FIRST });

describe('a second report of one event', () => {
  it('is put to a person as such; only then may they say that it is the same', () => {
    expect(second().open()).toMatchObject({
      options: ['accept', 'decline', 'transfer', 'same', 'call'],
      other: FIRST,
    });
    expect(Play.begin(aRequest(), rulesFor('street-light')).open().options).toEqual([
      'accept',
      'decline',
      'transfer',
      'call',
    ]);
  });

  it('may be taken as a matter of its own', () => {
    expect(second().answer('accept').record).toMatchObject({ status: 'accepted' });
  });

  it('waits for the first, and both residents are told', () => {
    const joined = second().answer('same');
    expect([joined.open().kind, joined.asked, joined.record.joinedTo]).toEqual([
      'joined',
      ['request'],
      FIRST,
    ]);
    expect(joined.lastTold).toMatchObject({ text: 'joined', values: { other: '2ABC-DEFG' } });
    joined.settle(joined.open(), { option: 'closed', by: 'system', at: joined.at });
    expect(joined.record).toMatchObject({ status: 'closed', closedAs: 'joined' });
    expect(joined.lastTold).toMatchObject({ text: 'closed-joined', values: { other: '2ABC-DEFG' } });
  });

  it('in an emergency is recognised by the head, and the company\u2019s ask is over', () => {
    const joined = second('gas-leak');
    expect([joined.open('a1').options, joined.open('gas').options]).toEqual([
      expect.arrayContaining(['same']),
      expect.not.arrayContaining(['same']),
    ]);
    joined.answer('same', undefined, joined.open('a1')).endOpen('superseded');
    expect([joined.open().kind, joined.record.joinedTo]).toEqual(['joined', FIRST]);
  });

  it('looks at the first again after a while, should word not have come', () => {
    const joined = second().answer('same').silent();
    expect(joined.open()).toMatchObject({ kind: 'joined', to: { request: FIRST } });
  });

  it.each([
    ['street-light', ['a1'], 'acceptance'],
    ['gas-leak', ['a1', 'gas'], 'report'],
  ])(
    'of category %s is handled by itself when the first is taken back by whoever made it',
    (category, asked, kind) => {
      const joined = second(category);
      joined.answer('same', undefined, joined.open('a1'));
      if (category === 'gas-leak') joined.endOpen('superseded');
      joined.settle(joined.open(), { option: 'superseded', by: 'system', at: joined.at });
      expect([joined.asked, joined.record.asks[0]?.kind]).toEqual([asked, kind]);
      expect(joined.record.joinedTo).toBeUndefined();
      expect(joined.texts('resident').at(-1)).toBe('reopened');
    },
  );
});

describe('an emergency', () => {
  it('is handled with another emergency, or by itself', () => {
    const [light, gas] = [aRequest(), aRequest({ category: 'gas-leak' })];
    expect([mayBeJoined(gas, light), mayBeJoined(gas, gas), mayBeJoined(light, gas)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  const offered = (play: Play) => play.record.asks.filter(({ options }) => options.includes('same'));
  const suspected = { danger: { kind: 'electricity', sure: false } } as const;

  it.each<[string, () => Play]>([
    ['was put right to be one', () => second().correct({ danger: 'electricity' })],
    [
      'whose sender says that somebody is in danger',
      () =>
        Play.begin(aRequest(suspected), rulesFor('street-light'), { duplicateOf: FIRST }).answer(
          'said',
          'yes',
        ),
    ],
    [
      'was said by its sender to be the same as what is none',
      () => Play.begin(aRequest({ category: 'gas-leak', duplicateOf: FIRST }), rulesFor('gas-leak')),
    ],
  ])('that %s is not joined to what it looked like before', (_which, begun) => {
    const play = begun();
    expect(play.record.path).toBe('emergency');
    expect(offered(play)).toEqual([]);
  });
});
