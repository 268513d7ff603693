import { readPlace } from '../../../domain/sms/read-place.js';
import { town } from '../small-town.js';

describe('the place that words name', () => {
  it.each([
    ['东村2组路灯坏了', { village: 'east-village', group: 2 }],
    ['路灯坏了，在东村第三村民小组', { village: 'east-village', group: 3 }],
    ['东村 ２ 组', { village: 'east-village', group: 2 }],
    ['东村二队', { village: 'east-village', group: 2 }],
    ['The lamp in East Village group 3 is dark', { village: 'east-village', group: 3 }],
    ['EAST VILLAGE, Group 1', { village: 'east-village', group: 1 }],
  ])('"%s" is a village and a group', (words, place) => {
    expect(readPlace(town(), words)).toEqual(place);
  });

  it.each([
    ['东村路灯坏了', { village: 'east-village' }],
    ['东村9组路灯坏了', { village: 'east-village' }],
    ['3组的人说东村路灯坏了', { village: 'east-village' }],
  ])('"%s" is a village; the group is for a person to ask', (words, place) => {
    expect(readPlace(town(), words)).toEqual(place);
  });

  it('is the only group of a village that has one', () => {
    expect(readPlace(town(), '北村停水')).toEqual({ village: 'north-village', group: 1 });
  });

  it.each(['路灯坏了', '西村2组', ''])('is none in "%s"', (words) => {
    expect(readPlace(town(), words)).toEqual({});
  });

  it('is the longest village name that fits', () => {
    const { villages, ...rest } = town();
    const [east] = villages;
    const longer = east
      ? [{ ...east, id: 'far-east', name: { 'zh-CN': '远东村', en: 'Far East Village' } }]
      : [];
    const both = { ...rest, villages: [...villages, ...longer] };
    expect(readPlace(both, '远东村1组').village).toBe('far-east');
    expect(readPlace(both, 'Far East Village').village).toBe('far-east');
    expect(readPlace(both, '东村1组').village).toBe('east-village');
  });

  it.each(['东村十二组', '东村二十组', '东村112组', 'East Village group 112'])(
    'in "%s" is not taken for another group',
    (words) => {
      expect(readPlace(town(), words)).toEqual({ village: 'east-village' });
    },
  );

  it('may be a group beyond the tenth, in figures and in words', () => {
    const { villages, ...rest } = town();
    const groups = Array.from({ length: 23 }, (_, i) => ({ number: i + 1, grid: 1 }));
    const large = { ...rest, villages: villages.map((village) => ({ ...village, groups })) };
    const read = (words: string) => readPlace(large, words).group;
    expect(['东村12组', '东村十二组', '东村十组', '东村二十组', '东村第二十三组'].map(read)).toEqual([
      12, 12, 10, 20, 23,
    ]);
  });
});
