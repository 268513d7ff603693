import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseLanguage } from '../../web/language.js';
import { MESSAGES as PHONES } from '../../web/phones/messages.js';
import { MESSAGES as RESIDENT } from '../../web/resident/messages.js';
import { MESSAGES as STAFF } from '../../web/staff/messages.js';

/** These only join what they are given. */
const MADE_OF_VALUES = ['/form/wrong', '/form/categoryOption'];

/** Every message by its path; those that take a value, said with "1". */
function flat(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([name, message]: [string, unknown]): [string, string][] => {
    const here = `${path}/${name}`;
    if (typeof message === 'function') return [[here, String(message('1', '1'))]];
    return typeof message === 'object' && message !== null ? flat(message, here) : [[here, String(message)]];
  });
}

const WEB = join(import.meta.dirname, '../../web');

const COMMENT = /\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g;

/** The sources of some pages and what all pages share, the catalogues left out. */
const sourcesOf = (page: string): [file: string, text: string][] =>
  [page, '.'].flatMap((folder) =>
    readdirSync(join(WEB, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/(?:^|\/)messages(?:\.\w+)?\.ts$/.test(file))
      .map((file): [string, string] => [
        file,
        readFileSync(join(WEB, folder, file), 'utf8').replaceAll(COMMENT, ''),
      ]),
  );

/** A message is used where its name is, or where one of its group is chosen by a value: `status[request.status]`. */
function isUsed(path: string, source: string): boolean {
  const [, ...names] = path.split('/');
  return names.every((name, at) => {
    const group = names[at - 1];
    const byValue = group !== undefined && new RegExp(`\\b${group}(?:\\[|\\.map\\()`).test(source);
    return byValue || (!/^\d+$/.test(name) && new RegExp(`\\b${name}\\b`).test(source));
  });
}

/** Words that stand in a page itself: between tags, or in an attribute that is read out. */
const WRITTEN = [
  />\s*([A-Za-z][A-Za-z ,.'!?-]{2,}?)\s*<\//g,
  /(?:aria-label|alt|title|placeholder)="([^"]+)"/g,
];

describe.each([
  ['resident', RESIDENT],
  ['staff', STAFF],
  ['phones', PHONES],
])('the messages of the %s pages', (page, messages) => {
  it('are all used', () => {
    const source = sourcesOf(page)
      .map(([, text]) => text)
      .join('\n');
    const unused = flat(messages.en).filter(([path]) => !isUsed(path, source));
    expect(unused.map(([path]) => path)).toEqual([]);
  });

  it('are the only words of the pages', () => {
    const written = sourcesOf(page).flatMap(([file, text]) => [
      ...(file === 'language.ts' ? [] : (text.match(/[\u4e00-\u9fff]+/g) ?? [])),
      ...WRITTEN.flatMap((pattern) => [...text.matchAll(pattern)].map(([, words]) => `${file}: ${words}`)),
    ]);
    expect(written).toEqual([]);
  });

  const zh = flat(messages['zh-CN']);
  const en = flat(messages.en);

  it('have the same keys in both languages', () => {
    expect(zh.map(([path]) => path)).toEqual(en.map(([path]) => path));
  });

  it('are Chinese in the one', () => {
    const words = zh.filter(([path]) => !MADE_OF_VALUES.includes(path));
    expect(words.filter(([, text]) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
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
