import { commonCharacters } from './common-characters.js';
import { numbersIn, splitLists, sumsOf, unpackBytes } from './pack.js';
import { READINGS, SECOND_READINGS, SYLLABLES } from './phonetics-data.js';

/** A value that is made when it is first asked for: whoever reads no place pays nothing for it at start-up. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const LATIN_START = /^[a-z]+/;
const syllableOf = (line: string): string => LATIN_START.exec(line)?.[0] ?? '';

const packed = lazily(() => {
  const planes = splitLists(unpackBytes(READINGS));
  const [steps, traditional, simplified] = [0, 2, 4].map((at) => numbersIn(planes.slice(at, at + 2)));
  return { characters: commonCharacters(), steps, traditional, simplified };
});

const readings = lazily(() => {
  const known = new Map<string, readonly string[]>();
  const { characters, steps = new Uint32Array() } = packed();
  // One list for all characters that are read alike.
  const alone = SYLLABLES.split(' ').map((syllable) => [syllable]);
  let at = 0;
  for (const [i, character] of characters.entries()) {
    at += (steps[i] ?? 0) - alone.length;
    if (alone[at]?.[0]) known.set(character, alone[at] ?? []);
  }
  for (const line of SECOND_READINGS) {
    const syllable = syllableOf(line);
    for (const character of line.slice(syllable.length))
      known.set(character, [...(known.get(character) ?? []), syllable]);
  }
  return known;
});

const simplified = lazily(() => {
  const { characters, traditional = new Uint32Array(), simplified: to } = packed();
  return new Map(
    Array.from(sumsOf(traditional), (code, i) => [String.fromCharCode(code), characters[to?.[i] ?? 0] ?? '']),
  );
});

/** The same text in simplified characters, each for itself, so that places in the text stay what they are. */
export function simplify(text: string): string {
  const known = simplified();
  let result = '';
  for (let i = 0; i < text.length; i++) result += known.get(text.charAt(i)) ?? text.charAt(i);
  return result;
}

/** The readings of a Han character, without tones, commonest first ("lv", as on keyboards); none when unknown. */
export function syllablesOf(character: string): readonly string[] {
  return readings().get(simplified().get(character) ?? character) ?? [];
}

/**
 * Sounds that are alike in some region's speech, or to voice input, each for every syllable that has it. Order matters.
 */
const CONFUSIONS: readonly (readonly [RegExp, string])[] = [
  // Jiaodong and the north-east: "ren" is said "yin", "rou" "you".
  [/^r(?=[aou])/, 'y'],
  [/^re(?=ng?$)/, 'yi'],
  [/^ri?$/, 'yi'],
  [/^([zcs])h/, '$1'],
  // The south, and much of Shandong's south: "niu" for "liu".
  [/^n(?=[a-z])/, 'l'],
  [/v/, 'u'],
  // Hunan, Fujian and others: "fei" and "hui", "fan" and "huan", "feng" and "hong".
  [/^feng$/, 'hong'],
  [/^fen$/, 'hun'],
  [/^fei$/, 'hui'],
  [/^f(?=a)/, 'hu'],
  [/^f/, 'h'],
  // Front and back nasals: "xin" and "xing", "zhuan" and "zhuang". "ong" has no front one.
  [/(?<=[aei])ng$/, 'n'],
];
const foldings = new Map<string, string>();

/** One form for all syllables that are confused with one another by ear, by dialect or by voice input. */
export function fuzzy(syllable: string): string {
  const known = foldings.get(syllable);
  if (known !== undefined) return known;
  const folded = CONFUSIONS.reduce((text, [what, as]) => text.replace(what, as), syllable);
  // Only real syllables are kept: words of strangers must not fill the memory.
  if (legal().has(syllable)) foldings.set(syllable, folded);
  return folded;
}

const legal = lazily(() => new Set([...SYLLABLES.split(' '), ...SECOND_READINGS.map(syllableOf)]));
/** "zhuang", "chuang" and "shuang". */
const LONGEST_SYLLABLE = 6;

/** A syllable inside a word rarely begins so: "nangou" is nan and gou, where nang and ou are as few. */
const OPEN = /^[aeo]/;

/**
 * The fewest legal syllables that a run of lower-case letters consists of, the longer ones first; undefined where it is
 * no pinyin. An English word may happen to be pinyin, too ("change").
 */
export function splitPinyin(latin: string): string[] | undefined {
  const syllables = legal();
  // From each place to the end: how many syllables there are, and how long the first one is.
  const count = Array<number>(latin.length + 1).fill(Infinity);
  const length = Array<number>(latin.length + 1).fill(0);
  count[latin.length] = 0;
  for (let from = latin.length - 1; from >= 0; from--) {
    for (let size = Math.min(LONGEST_SYLLABLE, latin.length - from); size > 0; size--) {
      const syllable = latin.slice(from, from + size);
      const rest = (count[from + size] ?? Infinity) + (from > 0 && OPEN.test(syllable) ? 1.5 : 1);
      if (rest >= (count[from] ?? Infinity) || !syllables.has(syllable)) continue;
      count[from] = rest;
      length[from] = size;
    }
  }
  if (latin === '' || count[0] === Infinity) return undefined;
  const cut: string[] = [];
  for (let at = 0; at < latin.length; at += length[at] ?? 1)
    cut.push(latin.slice(at, at + (length[at] ?? 1)));
  return cut;
}
