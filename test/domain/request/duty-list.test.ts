import { admitAnswer } from '../../../domain/request/admit-answer.js';
import type { Town } from '../../../domain/town/schema.js';
import { aRequest } from './a-request.js';
import { caseTown, rulesFor } from './case-town.js';
import { Play } from './play.js';

const ENTRY = {
  id: 'lamps',
  department: 'water',
  entry: { 'zh-CN': '路灯由县里负责', en: 'lamps are for the county' },
};

/** The town once its list keeps a category to a department. */
const keeping = (category: string): Town => {
  const before = caseTown({ dutyList: [ENTRY] });
  return {
    ...before,
    categories: before.categories.map((one) => (one.id === category ? { ...one, duty: 'lamps' } : one)),
  };
};
const rulesOf = (category: string, town = keeping(category)) => ({ ...rulesFor(category), town });

describe('what the duty list keeps to a department', () => {
  it('nobody of the grid is asked to take: they own it, and the department does it', () => {
    const play = Play.begin(aRequest({ category: 'road' }), rulesOf('road'));
    expect(play.asked).toEqual(['w1']);
    expect(play.record.owner).toBe('a1');
    expect(play.types).not.toContain('accepted');
  });

  it('goes to the department again, when its resident is not satisfied', () => {
    const play = Play.begin(aRequest({ category: 'road' }), rulesOf('road')).answer('done');
    play.answer('unsatisfied');
    expect(play.asked).toEqual(['w1']);
  });

  it('goes to the department also where it began on the path of the grid, before there was the list', () => {
    const before = Play.begin(aRequest(), rulesFor('street-light'));
    const play = new Play(before.record, rulesOf('street-light'));
    play.next = before.next;
    play.answer('accept');
    expect(play.asked).toEqual(['w1']);
    expect(play.record).toMatchObject({ path: 'coordinated', department: 'water', owner: 'a1' });
  });

  it('is passed to no grid, with the list quoted and where it goes instead; to the department it is', () => {
    const { record } = Play.begin(aRequest(), rulesFor('street-light'));
    const [ask] = record.asks;
    if (!ask) throw new Error('nobody is asked');
    const rules = rulesOf('street-light');
    expect(admitAnswer(record, rules, ask, 'transfer', '2网格')).toEqual({
      admitted: false,
      reply: 'reply-duty-list',
      values: { entry: '路灯由县里负责', department: 'water' },
    });
    expect(admitAnswer(record, rules, ask, 'transfer', 'water')).toEqual({ admitted: true });
    expect(admitAnswer(record, rulesFor('street-light'), ask, 'transfer', '2网格')).toEqual({
      admitted: true,
    });
  });

  it('does not hold up an emergency', () => {
    const play = Play.begin(aRequest({ category: 'gas-leak' }), rulesOf('gas-leak'));
    expect(play.asked).toContain('a1');
  });
});
