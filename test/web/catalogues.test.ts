import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { spacedCounts } from './spaced-counts.js';

const WEB = join(import.meta.dirname, '../../web');
/** Pages for browsers without scripts are written by the functions, in the words of the others. */
const FUNCTIONS = join(import.meta.dirname, '../../functions');

const functionsText = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(FUNCTIONS, file), 'utf8'))
  .join('\n');

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(WEB, file), 'utf8') }));

/** `messages.zh.ts` is a part of `messages.ts`. */
const isCatalogue = (file: string): boolean => /(?:^|\/)(?:words|messages)(?:\.\w+)?\.ts$/.test(file);
const catalogues = sources.filter(({ file }) => /(?:^|\/)(?:words(?:\.\w+)?|messages)\.ts$/.test(file));

type Words = Readonly<Record<string, unknown>>;
const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of each language that a catalogue's file exports. */
function wordsOf(file: string): Readonly<Record<'zh-CN' | 'en', Words>>[] {
  const module: Readonly<Record<string, unknown>> = jest.requireActual(join(WEB, file));
  return Object.values(module).filter(
    (value): value is Readonly<Record<'zh-CN' | 'en', Words>> =>
      isWords(value) && isWords(value['zh-CN']) && isWords(value['en']),
  );
}

/** Reads as "1" where a value is said, and as a list of it where several are. */
const LISTED = ['1'];

/** Every message by its path, those that take values said with some. */
function flat(words: Words, path: readonly string[] = []): { path: readonly string[]; text: string }[] {
  return Object.entries(words).flatMap(([name, value]) => {
    const here = [...path, name];
    if (isWords(value)) return flat(value, here);
    const text =
      typeof value === 'function'
        ? String((value as (...given: unknown[]) => unknown)(LISTED, LISTED))
        : String(value);
    return [{ path: here, text }];
  });
}

/** Whether some source reads a message: by its name, or a member of its group by a value. */
function isRead(path: readonly string[], text: string): boolean {
  const [name = '', group] = path.toReversed();
  const named = new RegExp(`\\.${name}\\b|\\['${name}'\\]|\\b${name}[,}\\s].*\\} = `).test(text);
  return (
    named || (group !== undefined && new RegExp(`\\b${group}\\[|entries\\([\\w.]*\\b${group}\\)`).test(text))
  );
}

describe.each(catalogues.map(({ file }) => file))('the catalogue %s', (file) => {
  const area = file.split('/')[0] ?? '';
  const readers = sources
    // What all pages share reads the words that it is handed.
    .filter(({ file: reader }) => reader.startsWith(`${area}/`) || !reader.includes('/'))
    .filter((source) => !isCatalogue(source.file))
    .map(({ text }) => text)
    .concat(area === 'resident' ? functionsText : '')
    .join('\n');

  it('has the same messages in both languages, each in its own', () => {
    const found = wordsOf(file);
    expect(found.length).toBeGreaterThan(0);
    for (const words of found) {
      const zh = flat(words['zh-CN']);
      const en = flat(words.en);
      expect(zh.map(({ path }) => path.join('/'))).toEqual(en.map(({ path }) => path.join('/')));
      expect(en.filter(({ text }) => text.trim() === '' || /[\u4e00-\u9fff]/.test(text))).toEqual([]);
      expect(zh.filter(({ text }) => text.trim() === '')).toEqual([]);
      expect(spacedCounts(zh.map(({ text }) => text))).toEqual([]);
    }
  });

  it('holds no message that no page reads', () => {
    for (const words of wordsOf(file)) {
      const unread = flat(words.en).filter(({ path }) => !isRead(path, readers));
      expect(unread.map(({ path }) => path.join('/'))).toEqual([]);
    }
  });
});

/** Source without its comments. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** Names of the languages are in their own words wherever one may choose; what a text is read by is no word of a page. */
const NO_WORDS_OF_A_PAGE = new Set(['language.ts', 'phones/offered-options.ts']);

it('no page says Chinese words that stand in no catalogue', () => {
  const found = sources
    .filter(({ file }) => !isCatalogue(file) && !NO_WORDS_OF_A_PAGE.has(file))
    .filter(({ text }) => /[\u4e00-\u9fff]/.test(code(text)));
  expect(found.map(({ file }) => relative(WEB, join(WEB, file)))).toEqual([]);
});

it('no page says English words between tags that stand in no catalogue', () => {
  const found = sources
    .filter(({ file }) => file.endsWith('.tsx'))
    .flatMap(({ file, text }) =>
      [...code(text).matchAll(/>\s*([A-Za-z][a-z]+(?: [a-z]+)*[.!?]?)\s*<\//g)].map(
        (match) => `${file}: ${match[1]}`,
      ),
    );
  expect(found).toEqual([]);
});

const RESIDENTS = join(import.meta.dirname, '../../contracts/resident/messages.zh.ts');

it.each([
  ['超期', '逾期'],
  ['受阻', '有问题'],
  ['受理编号', '诉求编号'],
  ['合并结案', '合并办理'],
  ['号网格', '第N网格'],
])('no page says %s for what the glossary and the other pages call %s', (given) => {
  const found = sources
    .concat({ file: RESIDENTS, text: readFileSync(RESIDENTS, 'utf8') })
    .filter(({ text }) => code(text).includes(given));
  expect(found.map(({ file }) => file)).toEqual([]);
});
