import { chooseLanguage } from '../../contracts/pages/language.js';
import { MESSAGES as PHONES } from '../../web/phones/messages.js';
import { MESSAGES as RESIDENT } from '../../contracts/resident/messages.js';
import { MESSAGES as STAFF } from '../../web/staff/messages.js';
import { spacedCounts } from './spaced-counts.js';

/** These only join what they are given. */
const MADE_OF_VALUES = [
  '/form/wrong',
  '/form/categoryOption',
  '/map/value',
  '/map/point',
  '/guide/option',
  '/daily/of',
];

/** Every message by its path; those that take a value, said with "1". */
function flat(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([name, message]: [string, unknown]): [string, string][] => {
    const here = `${path}/${name}`;
    if (typeof message === 'function') return [[here, String(message('1', '1'))]];
    return typeof message === 'object' && message !== null ? flat(message, here) : [[here, String(message)]];
  });
}

describe.each([
  ['resident', RESIDENT],
  ['staff', STAFF],
  ['phones', PHONES],
])('the messages of the %s pages', (_page, messages) => {
  const zh = flat(messages['zh-CN']);
  const en = flat(messages.en);

  it('have the same keys in both languages', () => {
    expect(zh.map(([path]) => path)).toEqual(en.map(([path]) => path));
  });

  it('are Chinese in the one', () => {
    const words = zh.filter(([path]) => !MADE_OF_VALUES.includes(path));
    expect(words.filter(([, text]) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('count in Chinese without spaces', () => {
    expect(spacedCounts(zh.map(([, text]) => text))).toEqual([]);
  });

  it('are there, and not Chinese, in the other', () => {
    expect(en.filter(([, text]) => text.trim() === '' || /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });
});

describe('the language of a page', () => {
  const none = { search: '', stored: null, preferred: [] };
  test.each([
    ['the address decides', { search: '?lang=en', stored: 'zh-CN', preferred: ['zh-CN'] }, 'en'],
    ['then the choice of an earlier visit', { ...none, stored: 'en', preferred: ['zh-CN'] }, 'en'],
    ['then the browser', { ...none, preferred: ['fr', 'en-GB', 'zh'] }, 'en'],
    [
      'a language that we lack is passed over',
      { ...none, search: '?lang=fr', preferred: ['zh-TW'] },
      'zh-CN',
    ],
    ['else it is Chinese', none, 'zh-CN'],
  ])('%s', (_title, wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language);
  });
});
