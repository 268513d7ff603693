import { HAN_DIGITS, sensesOf } from './gazetteer.js';
import { fuzzy, simplify, splitPinyin, syllablesOf } from './phonetics.js';

/** The words in one form, of which every part can be found again as it was written. */
export interface Text {
  /** Wide letters narrow, in lower case, in simplified characters. */
  readonly plain: string;
  readonly english: boolean;
  readonly written: (from: number, to: number) => string;
}

export const isHan = (text: string): boolean => text >= '\u3400' && text <= '\u9fff';

/** Words that no text in pinyin has. */
const ENGLISH =
  /\b(?:the|is|in|at|of|and|to|from|my|it|our|with|are|has|no|not|for|on|this|they|please|group|there|street|road|water|light)\b/;

export function readable(words: string): Text {
  let plain = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of words) {
    // Nearly all characters are Han, which are not looked up.
    const form = isHan(character) ? character : character.normalize('NFKC').toLowerCase();
    for (let i = 0; i < form.length; i++) starts.push(at);
    plain += form;
    at += character.length;
  }
  starts.push(at);
  return {
    plain: simplify(plain),
    english: ENGLISH.test(plain),
    written: (from, to) => words.slice(starts[from], starts[to]).trim(),
  };
}

/** One Han character, one syllable of pinyin or one English word that names have in translation. */
export interface Unit {
  /** Empty for whatever no name runs across. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly syllables: readonly string[];
  readonly sounds: readonly string[];
  /** The characters that an English word stands for. */
  readonly senses: string;
  readonly latin: boolean;
}

/** A Han character, a Latin word, what may stand inside a name without mattering, or anything else. */
const TOKEN = /[\u3400-\u9fff]|[a-z\u00fc]+|[^\S\n]+|[-'’·]|[^]/g;
const IGNORED = /^(?:[^\S\n]|[-'’·])/;

const mark = (from: number, to: number): Unit => ({
  text: '',
  from,
  to,
  syllables: [],
  sounds: [],
  senses: '',
  latin: true,
});

function hanUnit(text: string, from: number): Unit {
  const syllables = syllablesOf(text);
  return { text, from, to: from + 1, syllables, sounds: syllables.map(fuzzy), senses: '', latin: false };
}

function latinUnits(word: string, from: number): Unit[] {
  const whole = { ...mark(from, from + word.length), text: word };
  const senses = sensesOf(word);
  if (senses !== undefined) return senses.map((one) => ({ ...whole, senses: one }));
  const syllables = splitPinyin(word.replaceAll('ü', 'v'));
  if (syllables === undefined) return [mark(from, whole.to)];
  let at = from;
  return syllables.map((text) => {
    const start = at;
    at += text.length;
    return { ...whole, text, from: start, to: at, syllables: [text], sounds: [fuzzy(text)] };
  });
}

/** 5里铺 is 五里铺. */
const SINGLE_DIGIT = /(?<![0-9])[1-9](?=[\u3400-\u9fff])/g;

export function unitsOf(plain: string): Unit[] {
  const spelt = plain.replace(SINGLE_DIGIT, (digit) => HAN_DIGITS.charAt(Number(digit)));
  return [...spelt.matchAll(TOKEN)].flatMap(({ 0: token, index: from }) => {
    if (isHan(token)) return [hanUnit(token, from)];
    if (/^[a-z\u00fc]/.test(token)) return latinUnits(token, from);
    return IGNORED.test(token) ? [] : [mark(from, from + token.length)];
  });
}

/** The words beside a part of the text, as many of them as are looked at. */
export interface Surroundings {
  readonly left: string;
  readonly right: string;
}

export const around = (plain: string, from: number, to: number): Surroundings => ({
  left: plain.slice(Math.max(0, from - 4), from),
  right: plain.slice(to, to + 16),
});
