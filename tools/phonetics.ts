import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { commonCharacters } from '../domain/reading/common-characters.js';
import { joinLists, planesOf, stepsOf } from '../domain/reading/pack.js';
import { asProgram } from './as-program.js';
import { deflated } from './deflated.js';

const FILE = join(import.meta.dirname, '../domain/reading/phonetics-data.ts');

/**
 * Characters of which a second reading is common enough to be met in a text or in a place's name. All others keep their
 * first reading only: rare readings make everything sound like everything.
 */
const POLYPHONES =
  '的了都地得着还长重行乐会调传弹单便参藏曾差朝称处担当倒恶发更冠好号喝划几间降教解尽卷看空量露落率没蒙宁铺强' +
  '切曲任塞散色厦扇什盛石似宿提同吐为相削兴血压咽要应与扎只种转朴柏薄尉盖葛圩查翟区吓陆六绿车大不角觉合奇校系';

/** Second readings that only names of places have: 五里堡 is read "wulipu". */
const IN_PLACE_NAMES: Readonly<Record<string, string>> = { 堡: 'pu' };

/** Toneless, as keyboards write them: "lv", not "lü". Sounds that are no syllable ("m", "ng") are left out. */
function readings(character: string): string[] {
  const all = pinyin(character, { toneType: 'none', v: true, type: 'array', multiple: true });
  return [...new Set(all)].filter((syllable) => /^[a-z]*[aeiouv][a-z]*$/.test(syllable));
}

/** Each syllable with the characters that are read so, "a啊阿". */
function bySyllable(pairs: readonly (readonly [string, string])[]): string[] {
  const groups = new Map<string, string>();
  for (const [character, syllable] of pairs)
    groups.set(syllable, (groups.get(syllable) ?? syllable) + character);
  return [...groups.values()].toSorted();
}

/**
 * Traditional characters and variants, each before the character of GB 2312 that it is simplified to. What is in GB
 * 2312 itself is left as it is where only Taiwan or Hong Kong writes it for something else: "著" is a word of its own.
 */
function traditionalPairs(common: ReadonlySet<string>): (readonly [from: string, to: string])[] {
  const [general, ...regional] = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  const characters = Array.from({ length: 0x9fff - 0x3400 }, (_, i) => String.fromCodePoint(0x3400 + i));
  return characters.flatMap((character) => {
    const converters = common.has(character) ? [general] : [general, ...regional];
    const simplified = converters
      .map((convert) => convert?.(character) ?? character)
      .find((one) => one !== character && common.has(one));
    return simplified === undefined ? [] : [[character, simplified] as const];
  });
}

const listOf = (name: string, comment: string, lines: readonly string[]): string =>
  `/** ${comment} */\nexport const ${name}: readonly string[] = [\n${lines.map((line) => `  '${line}',\n`).join('')}];\n`;

/** The whole of `domain/reading/phonetics-data.ts`. */
export function generatePhonetics(): string {
  const characters = commonCharacters();
  const known = characters.map((character) => [character, readings(character)] as const);
  const first = known.map(([, [syllable = '']]) => syllable);
  const syllables = [...new Set(first)].toSorted();
  const second = known.flatMap(([character, [, also]]) => {
    const syllable = IN_PLACE_NAMES[character] ?? (POLYPHONES.includes(character) ? also : undefined);
    return syllable === undefined ? [] : [[character, syllable] as const];
  });
  const traditional = traditionalPairs(new Set(characters));
  const lists = [
    stepsOf(first.map((syllable) => syllables.indexOf(syllable))).map((step) => step + syllables.length),
    stepsOf(traditional.map(([from]) => from.charCodeAt(0))),
    traditional.map(([, to]) => characters.indexOf(to)),
  ].flatMap((numbers) => planesOf(numbers, 2));
  return [
    '// Made by `node --import tsx tools/phonetics.ts` of pinyin-pro (MIT) and the dictionaries of OpenCC (Apache-2.0). Do not edit.\n',
    `/** The syllables that characters are mostly read as. */\nexport const SYLLABLES =\n  '${syllables.join(' ')}';\n`,
    listOf('SECOND_READINGS', 'A syllable and the characters that are also read so.', bySyllable(second)),
    `/**
 * Lists of numbers of two bytes, packed: for each of the common characters, in their order, which of the syllables it is
 * mostly read as, how far behind that of the one before, or how far before it as less than the number of syllables; the
 * code points of traditional characters, each less the one before; the common character that each is simplified to.
 */
export const READINGS =
  '${deflated(joinLists(lists))}';
`,
  ].join('\n');
}

asProgram(import.meta.url, () => writeFile(FILE, generatePhonetics()));
