import { factsOf } from '../../../domain/request/facts.js';
import { askedOf, waitsFor } from '../../../domain/request/waits-for.js';
import { aRequest, nowhere } from './a-request.js';
import { rulesFor } from './case-town.js';
import { Play } from './play.js';

const begin = (category: string) => Play.begin(aRequest({ category }), rulesFor(category));
const light = () => begin('street-light');
const surgery = () => begin('surgery').answer('accept');

describe('an open request waits', () => {
  it.each([
    ['to be placed', () => Play.begin(nowhere(), rulesFor('street-light')), 'placing', ['d1']],
    ['for the grid to accept it', light, 'acceptance', ['a1']],
    ['for the grid to do it', () => light().answer('accept'), 'grid', ['a1']],
    ['for whoever stands in', () => light().silent(), 'acceptance', ['b1']],
    ['for its department', () => begin('road').answer('accept'), 'department', ['w1']],
    ['for both departments side by side', () => surgery().answer('done'), 'department', ['w1', 'gas']],
    [
      'for the resident to bring what is missing',
      () => surgery().answer('documents', '1'),
      'documents',
      undefined,
    ],
    [
      'for the resident to say whether it is good',
      () => light().answer('accept').answer('done'),
      'confirmation',
      undefined,
    ],
  ] as const)('%s', (_, played, reason, staff) => {
    const department = reason === 'department' ? { department: 'water' } : {};
    const { asked, ...wait } = waitsFor(played().record) ?? {};
    expect(wait).toEqual({ for: reason, ...department });
    expect(asked?.map((one) => one.staff)).toEqual(staff);
  });

  it('for everybody who is asked, for whatever, and first for whose ask is due first', () => {
    const { record } = Play.begin({ ...nowhere('gas-leak'), path: 'emergency' }, rulesFor('gas-leak'));
    const kinds = record.asks.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBeGreaterThan(1);
    const { asked = [] } = waitsFor(record) ?? {};
    const all = record.asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : []));
    expect(asked.map((one) => one.staff).toSorted()).toEqual(all.toSorted());
    const [first] = record.asks.toSorted((a, b) => a.until - b.until);
    expect(first?.to).toMatchObject({ who: 'staff', staff: asked[0]?.staff });
  });

  it('as noted before by whom alone, for the same people', () => {
    expect(askedOf({ for: 'grid', staff: ['a1'] }).map(({ staff }) => staff)).toEqual(['a1']);
    expect(askedOf({ for: 'confirmation' })).toEqual([]);
  });

  it('for its workflow, before anybody is asked', () => {
    expect(waitsFor(aRequest())).toEqual({ for: 'start' });
  });

  it('for nothing once it is closed, and its facts say so', () => {
    const play = light().answer('accept');
    expect(factsOf(play.record).waits).toEqual({
      for: 'grid',
      asked: [{ staff: 'a1', ladder: { ladder: 'grid', grid: 1 }, rung: 0 }],
    });
    play.answer('done').answer('satisfied');
    expect(factsOf(play.record).waits).toBeUndefined();
  });
});
