import { readWords } from '../../../domain/reading/read-words.js';
import { type Chosen, matterOf } from '../../../domain/request/matter-of.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
const matter = (words: string, chosen: Chosen = {}) => matterOf(town, readWords(town, words), chosen);

describe('what a request is about', () => {
  it('is read from its words, and where', () => {
    expect(matter('朱口村5组路灯不亮')).toMatchObject({
      category: 'street-light',
      path: 'same-day',
      village: 'zhukou',
      group: 5,
      grid: 52,
    });
  });

  it('is what its writer chose, where the words say nothing else', () => {
    expect(matter('示例：坏了两天', { category: 'street-light' })).toMatchObject({
      category: 'street-light',
    });
  });

  it('is gas where a report of a street light speaks of gas', () => {
    expect(matter('路灯杆底下煤气漏了 味很大', { category: 'street-light' })).toMatchObject({
      category: 'gas-leak',
      path: 'emergency',
      danger: { kind: 'gas', sure: true },
    });
  });

  it.each([
    ['电线掉地上了 冒火花', 'power-failure', 'electricity'],
    ['麦茬着火了 快烧到房子了', 'other', 'fire'],
  ])('in danger takes the emergency path whatever its category: "%s"', (words, category, kind) => {
    expect(matter(words)).toMatchObject({ category, path: 'emergency', danger: { kind, sure: true } });
  });

  it('of a category that is an emergency is one, whatever it says', () => {
    expect(matter('请来看看', { category: 'gas-leak' })).toMatchObject({
      path: 'emergency',
      danger: { kind: 'gas', sure: true },
    });
  });

  it('is no emergency because of a word: "上次漏气修好了 谢谢"', () => {
    expect(matter('上次漏气修好了 谢谢').path).not.toBe('emergency');
  });
});

describe('where it is', () => {
  it('is what was chosen on a form, whatever village the words name besides', () => {
    expect(matter('我是枣林的，路灯坏了', { village: 'zhukou', group: 5 })).toMatchObject({
      village: 'zhukou',
      group: 5,
    });
  });

  it('is the point, where one was given: no place is read from the words', () => {
    expect(matter('枣林村路口有坑', { located: true }).village).toBeUndefined();
  });

  it('by the number of a grid is that grid', () => {
    expect(matter('52网格路灯坏了')).toMatchObject({ grid: 52, village: 'zhukou' });
  });

  it('that fits two villages is left open, with both', () => {
    expect(matter('王庄2组路灯不亮').unsure?.villages).toEqual(
      expect.arrayContaining(['dawangzhuang', 'xiaowangzhuang']),
    );
  });
});
