import { foundBy, soughtWords } from '../../../domain/board/search.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { Person } from '../../../domain/request/record.js';
import { aRequest } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';

const town = caseTown();
const facts = { ...factsOf(aRequest()), grid: 1, owner: town.staff[0]?.id };
/** Invented. */
const person: Person = {
  name: '示例居民甲',
  phone: '+8619911110001',
  description: '门口的路灯不亮，天黑看不见',
};

const find = (words: string, who: Person | undefined = person) =>
  foundBy(town, soughtWords(words), { facts, person: who });

describe('a request is found', () => {
  const village = town.villages.find(({ id }) => id === 'east-village')?.name.en ?? '';
  it.each([
    ['by its number, as people read it out', '7q3k-9m2x', ['number']],
    ['by a part of its number', '9M2X', ['number']],
    ['by words in it', '路灯不亮', ['words']],
    ['by several words, all of which must be somewhere', '路灯 居民甲', ['person', 'words']],
    ['by a name', '示例居民甲', ['person']],
    ['by the end of a telephone number', '110001', ['person']],
    ['by a telephone number as the console shows it', '199 1111 0001', ['person']],
    ['by one beside other words', '路灯 199 1111 0001', ['person', 'words']],
    [
      'by a number written with its trunk zero or the country',
      '+86 19911110001'.replace(' ', ''),
      ['person'],
    ],
    ['by its village', village, ['place']],
    ['by who owns it', town.staff[0]?.name ?? '', ['staff']],
  ])('%s', (_how, words, by) => {
    expect(find(words)).toEqual(expect.arrayContaining(by));
  });

  it.each([
    ['by words of which one is nowhere', '路灯 漏水'],
    ['by three digits', '001'],
    ['by nothing', ' ，'],
  ])('not %s', (_how, words) => {
    expect(find(words)).toBeUndefined();
  });

  it('not by its words and its person where whoever looks may not know them', () => {
    const seen = (words: string) => foundBy(town, soughtWords(words), { facts });
    expect([seen('路灯不亮'), seen('示例居民甲'), seen('110001')]).toEqual([undefined, undefined, undefined]);
    expect(seen('9M2X')).toEqual(['number']);
  });
});
