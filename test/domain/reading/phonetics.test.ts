import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuzzy, simplify, splitPinyin, syllablesOf } from '../../../domain/reading/phonetics.js';
import { generatePhonetics } from '../../../tools/phonetics.js';

const DATA = join(import.meta.dirname, '..', '..', '..', 'domain', 'reading', 'phonetics-data.ts');

it('the data is what the tool makes of the two libraries today', () => {
  expect(readFileSync(DATA, 'utf8')).toBe(generatePhonetics());
});

describe('a text in simplified characters', () => {
  it.each([
    ['後營村漏氣', '后营村漏气'],
    ['三河湖鎮侯家園', '三河湖镇侯家园'],
    ['呂家井 裏 裡', '吕家井 里 里'],
    ['郭家楼3组 gas!', '郭家楼3组 gas!'],
    ['名著', '名著'],
  ])('of "%s" is "%s"', (traditional, simplified) => {
    expect(simplify(traditional)).toBe(simplified);
  });

  it('is as long as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(simplify(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('the reading of a character', () => {
  it.each([
    ['朱', ['zhu']],
    ['吕', ['lv']],
    ['呂', ['lv']],
    ['圩', ['xu', 'wei']],
    ['堡', ['bao', 'pu']],
    ['长', ['chang', 'zhang']],
    ['孙', ['sun']],
    ['a', []],
    ['，', []],
    ['', []],
  ])('%s: %j', (character, syllables) => {
    expect(syllablesOf(character)).toEqual(syllables);
  });

  it('is known of every character of GB 2312', () => {
    const decoder = new TextDecoder('gb2312');
    const row = Array.from({ length: 94 }, (_, cell) => decoder.decode(Uint8Array.of(0xd6, 0xa1 + cell)));
    expect(row.filter((character) => syllablesOf(character).length === 0)).toEqual([]);
  });
});

describe('what is confused in speech', () => {
  it.each([
    ['zhu', 'zu'],
    ['liu', 'niu'],
    ['fei', 'hui'],
    ['feng', 'hong'],
    ['fu', 'hu'],
    ['fang', 'huan'],
    ['jing', 'jin'],
    ['zhuang', 'zhuan'],
    ['ren', 'yin'],
    ['rou', 'you'],
    ['lv', 'lu'],
    ['nv', 'lu'],
  ])('has one form: %s and %s', (one, other) => {
    expect(fuzzy(one)).toBe(fuzzy(other));
  });

  it.each([
    ['zhu', 'chu'],
    ['gou', 'kou'],
    ['dong', 'deng'],
    ['xi', 'ji'],
    ['wang', 'huang'],
  ])('has two forms where nobody confuses it: %s and %s', (one, other) => {
    expect(fuzzy(one)).not.toBe(fuzzy(other));
  });
});

describe('a run of letters', () => {
  it.each([
    ['zhukoucun', ['zhu', 'kou', 'cun']],
    ['houjiayuan', ['hou', 'jia', 'yuan']],
    ['nangou', ['nan', 'gou']],
    ['xian', ['xian']],
    ['lvjiajing', ['lv', 'jia', 'jing']],
    ['change', ['chan', 'ge']],
  ])('is the syllables of its pinyin: %s', (latin, syllables) => {
    expect(splitPinyin(latin)).toEqual(syllables);
  });

  it.each(['light', 'brookfield', 'group', 'no', 'zhukouv', ''])('is none: "%s"', (latin) => {
    expect(splitPinyin(latin)).toBeUndefined();
  });

  it('is cut without a letter more or less', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,30}$/), (latin) => {
        const syllables = splitPinyin(latin);
        expect(syllables?.join('') ?? latin).toBe(latin);
      }),
    );
  });
});
