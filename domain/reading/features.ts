import { type ConceptWords, conceptsOf } from './concept-words.js';
import { fuzzy, simplify, splitPinyin, syllablesOf } from './phonetics.js';
import { hashOf } from './sorted-hashes.js';

/** A feature of a text, by the hash of its name; `from` and `to` are places in the text as it was given. */
export interface Feature {
  readonly hash: number;
  readonly from: number;
  readonly to: number;
}

/** The hashes of the lexicon's words: as they are written, as they sound, and as Latin words. */
export const writtenHash = (word: string): number => hashOf(`w${word}`);
export const spokenHash = (sound: string): number => hashOf(`p${sound}`);
export const phraseHash = (phrase: string): number => hashOf(`e${phrase}`);

/** The feature of a concept that a text speaks of, as it is heard: whichever of its words is used, however it is written. */
export const conceptHash = (concept: number): number => hashOf(`h${concept}`);

/** Endings that a word may have without meaning something else. */
const ENDINGS = ['ing', 'ed', 'es', 's'] as const;
/** The rest of a word must still be one. */
const SHORTEST_STEM = 3;

/** A Latin word without its ending: "leaking", "leaks" and "leaked" are "leak". */
function stemOf(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** A compared character, a Latin word, or a run of digits; `sounds`: how it is said, where that is known. */
export interface Token {
  readonly text: string;
  readonly sound: string | undefined;
  readonly latin: boolean;
  readonly from: number;
  readonly to: number;
}

const PIECE = /\p{Script=Han}|[a-z]+(?:'[a-z]+)?|\d+|[?!,.;]/gu;

/** Half width, lower case, simplified characters: each character in its place. */
export const foldWords = (words: string): string =>
  simplify(
    words.replace(/[\s\S]/g, (character) => {
      const code = character.charCodeAt(0);
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
      const lower = character.toLowerCase();
      return lower.length === 1 ? lower : character;
    }),
  )
    .replace(/[。]/g, '.')
    .replace(/[，、]/g, ',');

/** A text without a Han character whose words are all legal pinyin, by letters: typed without a Chinese keyboard. */
function isPinyin(folded: string): boolean {
  if (/\p{Script=Han}/u.test(folded)) return false;
  let letters = 0;
  let pinyin = 0;
  for (const [word] of folded.matchAll(/[a-z]+/g)) {
    letters += word.length;
    if (word.length > 1 && splitPinyin(word) !== undefined) pinyin += word.length;
  }
  return letters > 0 && pinyin >= letters * 0.8;
}

function soundOf(character: string): string | undefined {
  const [syllable] = syllablesOf(character);
  return syllable === undefined ? undefined : fuzzy(syllable);
}

function pinyinTokens(word: string, from: number): Token[] {
  let at = from;
  return (splitPinyin(word) ?? []).map((sound) => {
    const token = { text: '', sound: fuzzy(sound), latin: false, from: at, to: at + sound.length };
    at += sound.length;
    return token;
  });
}

export function tokensOf(folded: string): Token[] {
  const pinyin = isPinyin(folded);
  const tokens: Token[] = [];
  for (const match of folded.matchAll(PIECE)) {
    const [text] = match;
    const from = match.index;
    const to = from + text.length;
    if (/^\p{Script=Han}$/u.test(text)) {
      tokens.push({ text, sound: soundOf(text), latin: false, from, to });
    } else if (/^[a-z]/.test(text)) {
      if (pinyin && splitPinyin(text) !== undefined) tokens.push(...pinyinTokens(text, from));
      else tokens.push({ text, sound: undefined, latin: true, from, to });
    } else tokens.push({ text: /^\d/.test(text) ? '0' : text, sound: undefined, latin: false, from, to });
  }
  return tokens;
}

/** Letters of a Latin word that are looked at together, so that a slip in one leaves the others. */
const LETTERS = 4;
/** As many neighbours as a feature spans at most: characters, and syllables. */
const CHARACTERS = 3;
const SYLLABLES = 3;

/**
 * The features of a text, character by character and sound by sound: grams of characters, of syllables, of words and of
 * their letters.
 */
export function featuresOf(words: string, concepts: ConceptWords): Feature[] {
  const tokens = tokensOf(foldWords(words));
  const features: Feature[] = [];
  const seen = new Set<number>();
  const add = (name: string, from: number, to: number): void => {
    const hash = hashOf(name);
    if (seen.has(hash)) return;
    seen.add(hash);
    features.push({ hash, from, to });
  };
  for (const [i, first] of tokens.entries()) {
    addGrams(tokens, i, add);
    if (first.latin) addLetters(first, add);
    addConcepts(tokens, i, concepts, add);
  }
  return features;
}

/** Told the name of a feature and where it stands. */
export type Add = (name: string, from: number, to: number) => void;

function addGrams(tokens: readonly Token[], start: number, add: Add): void {
  const first = tokens[start];
  if (!first) return;
  let text = '';
  let sound = '';
  for (let length = 1; length <= CHARACTERS; length += 1) {
    const last = tokens[start + length - 1];
    if (!last) return;
    text += last.text === '' ? '\u0000' : last.latin ? `${last.text} ` : last.text;
    sound += `${last.sound ?? last.text} `;
    const written = !text.includes('\u0000') && (!first.latin || length <= SYLLABLES);
    if (written) add(`c${text}`, first.from, last.to);
    const sounds = first.sound !== undefined && last.sound !== undefined;
    if (sounds && length > 1 && length <= SYLLABLES) add(`s${sound}`, first.from, last.to);
  }
}

/** As many characters, or Latin words, as a word of the lexicon has at most. */
const LONGEST_WORD = 6;
const LONGEST_PHRASE = 4;

/** The concepts of a text, whichever of their words it uses; by sound too, where a word is written otherwise. */
export function addConcepts(tokens: readonly Token[], start: number, concepts: ConceptWords, add: Add): void {
  const first = tokens[start];
  if (!first) return;
  let text = '';
  let sound = '';
  for (let length = 1; length <= (first.latin ? LONGEST_PHRASE : LONGEST_WORD); length += 1) {
    const last = tokens[start + length - 1];
    if (!last || last.latin !== first.latin) return;
    text += first.latin ? `${length > 1 ? ' ' : ''}${stemOf(last.text)}` : last.text;
    sound += `${last.sound ?? '?'} `;
    for (const concept of conceptsOf(concepts, first.latin ? phraseHash(text) : writtenHash(text))) {
      add(`k${concept}`, first.from, last.to);
      add(`h${concept}`, first.from, last.to);
    }
    if (first.latin || length === 1) continue;
    for (const concept of conceptsOf(concepts, spokenHash(sound))) add(`h${concept}`, first.from, last.to);
  }
}

function addLetters({ text, from, to }: Token, add: Add): void {
  const framed = `<${text}>`;
  for (let i = 0; i + LETTERS <= framed.length; i += 1) add(`l${framed.slice(i, i + LETTERS)}`, from, to);
}

/** The same by sounds alone: a text whose every character was mistaken for one that sounds the same. */
export const soundOnly = (words: string): string =>
  simplify(words).replace(/\p{Script=Han}/gu, (character) => {
    const [syllable] = syllablesOf(character);
    return syllable === undefined ? character : `${syllable} `;
  });
